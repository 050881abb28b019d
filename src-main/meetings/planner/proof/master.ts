import type { Highs } from 'highs'
import type { MasterRows } from './master-rows.ts'

/** One way to visit: where each talk of the party begins, in the order of its talks. */
export type Visit = {
  readonly party: number
  readonly starts: readonly number[]
  readonly points: number
  readonly rows: readonly number[]
}

export type Duals = { readonly points: number; readonly prices: Float64Array }

/** The linear programme over the visits known so far; it grows and is solved again. */
export function createMaster(highs: Highs, rows: MasterRows, visits: readonly Visit[]) {
  const { numCols, cost, matrix } = columnsOf(visits, rows.count)
  const parties = new Set(visits.map(({ party }) => party)).size
  const model = highs.createModel({
    numCols,
    numRows: rows.count,
    colCost: cost,
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(highs.infinity),
    rowLower: Float64Array.from(rows.upper, (_, row) => (row < parties ? 1 : -highs.infinity)),
    rowUpper: rows.upper,
    matrix,
  })
  // Presolve would throw away the basis; and a new column leaves the last solution primal feasible.
  model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex', simplex_strategy: 4 })

  return {
    solve(): Duals {
      model.run()
      return { points: model.getObjectiveValue(), prices: model.getSolution().rowDual }
    },
    add(more: readonly Visit[]) {
      const columns = columnsOf(more, rows.count)
      model.addCols({
        cost: columns.cost,
        lower: new Float64Array(more.length),
        upper: new Float64Array(more.length).fill(highs.infinity),
        matrix: columns.matrix,
      })
    },
    end: () => model.dispose(),
  }
}

export type Master = ReturnType<typeof createMaster>

export function columnsOf(visits: readonly Visit[], numRows: number) {
  const starts = new Int32Array(visits.length + 1)
  for (const [column, { rows }] of visits.entries()) {
    starts[column + 1] = (starts[column] ?? 0) + rows.length + 1
  }
  const indices = Int32Array.from(visits.flatMap(({ party, rows }) => [party, ...rows]))
  return {
    numCols: visits.length,
    cost: Float64Array.from(visits, ({ points }) => points),
    matrix: {
      format: 'csc' as const,
      numRows,
      numCols: visits.length,
      starts,
      indices,
      values: new Float64Array(indices.length).fill(1),
    },
  }
}

type Choice = {
  readonly visits: readonly Visit[]
  /** The first so many are a plan that is known, one for each party. */
  readonly known: number
  /** A plan is only better by so many points. */
  readonly step: number
  readonly seconds: number
}

/** Which of these visits make the best plan together, and what no choice of them can go under. */
export function chooseVisits(
  highs: Highs,
  rows: MasterRows,
  { visits, known, step, seconds }: Choice,
) {
  const { numCols, cost, matrix } = columnsOf(visits, rows.count)
  using model = highs.createModel({
    numCols,
    numRows: rows.count,
    colCost: cost,
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(1),
    rowLower: Float64Array.from(rows.upper, (_, row) => (row < known ? 1 : -highs.infinity)),
    rowUpper: rows.upper,
    matrix,
    integrality: new Int32Array(numCols).fill(highs.constants.variableType.integer),
  })
  model.options.set({
    output_flag: false,
    time_limit: seconds,
    mip_rel_gap: 0,
    mip_abs_gap: Math.max(1e-3, step - 1e-3),
  })
  model.setSolution({ colValue: Float64Array.from(visits, (_, index) => (index < known ? 1 : 0)) })
  model.run()
  const bound = Number(model.info.get('mip_dual_bound'))
  const { colValue } = model.getSolution()
  const chosen = visits.filter((_, column) => (colValue[column] ?? 0) > 0.5)
  return { bound, chosen: chosen.length === known ? chosen : null }
}
