/** How many rows action `n` writes: mostly an edit or a family, now and then an import. */
export const rowsOf = (n: number) => (n % 9 === 0 ? 1500 : 1 + (n % 7))
