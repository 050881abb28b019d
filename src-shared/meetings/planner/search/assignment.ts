/**
 * Rows to columns at the least sum (shortest augmenting paths, Jonker and Volgenant); needs at least
 * as many columns as rows. Our own forty lines, because it is asked for thousands of times a second
 * on flat arrays that are used again.
 *
 * @returns row → column, and what each column is worth: its price is 0 or below
 */
export function assign(costs: Float64Array, rows: number, columns: number) {
  const rowOf = new Int16Array(columns + 1).fill(-1)
  const rowPrice = new Float64Array(rows + 1)
  const columnPrice = new Float64Array(columns + 1)
  const cameFrom = new Int16Array(columns + 1)
  const slack = new Float64Array(columns + 1)
  const isDone = new Uint8Array(columns + 1)

  /** The last column stands for "not placed yet": the path begins there. */
  function augment(row: number) {
    rowOf[columns] = row
    slack.fill(Number.POSITIVE_INFINITY)
    isDone.fill(0)
    let at = columns
    while (rowOf[at] !== -1) {
      isDone[at] = 1
      at = nextColumn(at)
    }
    while (at !== columns) {
      const before = cameFrom[at] ?? columns
      rowOf[at] = rowOf[before] ?? -1
      at = before
    }
  }

  function nextColumn(at: number) {
    const row = rowOf[at] ?? 0
    let least = Number.POSITIVE_INFINITY
    let next = columns
    for (let column = 0; column < columns; column++) {
      if (isDone[column] === 1) continue
      const reduced =
        (costs[row * columns + column] ?? 0) - (rowPrice[row] ?? 0) - (columnPrice[column] ?? 0)
      if (reduced < (slack[column] ?? 0)) {
        slack[column] = reduced
        cameFrom[column] = at
      }
      if ((slack[column] ?? 0) < least) {
        least = slack[column] ?? 0
        next = column
      }
    }
    shiftPrices(least)
    return next
  }

  function shiftPrices(by: number) {
    for (let column = 0; column <= columns; column++) {
      if (isDone[column] === 1) {
        const row = rowOf[column] ?? 0
        rowPrice[row] = (rowPrice[row] ?? 0) + by
        columnPrice[column] = (columnPrice[column] ?? 0) - by
      } else slack[column] = (slack[column] ?? 0) - by
    }
  }

  for (let row = 0; row < rows; row++) augment(row)
  const columnOf = new Int16Array(rows).fill(-1)
  for (let column = 0; column < columns; column++) {
    const row = rowOf[column] ?? -1
    if (row >= 0) columnOf[row] = column
  }
  return { columnOf, prices: columnPrice.subarray(0, columns) }
}
