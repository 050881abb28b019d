/** What may be changed of a row: any of its fields; one that is absent or undefined stays. */
export type Changes<Row> = { readonly [Field in keyof Row]?: Row[Field] | undefined }

/** The row with the changes in it. A plain spread would put `undefined` over what is known. */
export function changed<Row extends object>(row: Row, changes: Changes<Row>): Row {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined)
  // The entries are those of `Changes<Row>` that hold a value of the row's own type.
  return { ...row, ...(Object.fromEntries(given) as Partial<Row>) }
}
