/** Ids of the chosen rows. */
export type Selection = ReadonlySet<string>

export const nothingSelected: Selection = new Set()

export function toggled(selection: Selection, id: string): Selection {
  const next = new Set(selection)
  if (!next.delete(id)) next.add(id)
  return next
}

/** From the row where the selecting began to this one, both included. */
export function range(ids: readonly string[], from: number, to: number): Selection {
  return new Set(ids.slice(Math.min(from, to), Math.max(from, to) + 1))
}
