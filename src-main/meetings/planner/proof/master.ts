import type { Highs } from 'highs'

/** One way to visit: where each talk of the party begins, in the order of its talks. */
export type Visit = {
  readonly party: number
  readonly starts: readonly number[]
  readonly points: number
  /** Rows besides its party's, and how much it takes of them. */
  readonly rows: ReadonlyMap<number, number>
}

/** What the visits together must keep: the hours, and what each teacher's talks cost at least. */
export type MasterLimits = {
  readonly count: number
  readonly lower: Float64Array
  readonly upper: Float64Array
}

export type Duals = { readonly points: number; readonly prices: Float64Array }

/** The linear programme over the visits known so far; it grows and is solved again. */
export function createMaster(highs: Highs, limits: MasterLimits, visits: readonly Visit[]) {
  const { numCols, cost, matrix } = columnsOf(visits, limits.count)
  const model = highs.createModel({
    numCols,
    numRows: limits.count,
    colCost: cost,
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(highs.infinity),
    rowLower: limits.lower,
    rowUpper: limits.upper,
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
      const columns = columnsOf(more, limits.count)
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
    starts[column + 1] = (starts[column] ?? 0) + rows.size + 1
  }
  const indices = Int32Array.from(visits.flatMap(({ party, rows }) => [party, ...rows.keys()]))
  const values = Float64Array.from(visits.flatMap(({ rows }) => [1, ...rows.values()]))
  return {
    numCols: visits.length,
    cost: Float64Array.from(visits, ({ points }) => points),
    matrix: {
      format: 'csc' as const,
      numRows,
      numCols: visits.length,
      starts,
      indices,
      values,
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
  limits: MasterLimits,
  { visits, known, step, seconds }: Choice,
) {
  const { numCols, cost, matrix } = columnsOf(visits, limits.count)
  using model = highs.createModel({
    numCols,
    numRows: limits.count,
    colCost: cost,
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(1),
    rowLower: limits.lower,
    rowUpper: limits.upper,
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
