import type { Highs } from 'highs'
import { nowhere } from '#shared/meetings/planner/model/build-model.ts'
import type { Model, ModelParty, ModelTalk } from '#shared/meetings/planner/model/model.ts'
import { costOfParty } from '#shared/meetings/planner/search/party-cost.ts'
import type { MasterLimits, Visit } from './master.ts'
import { buildRows, type MasterRows } from './master-rows.ts'
import { leastAlone } from './teacher-alone.ts'

/** The rows of the programme, with one more for each teacher whose talks cost something at least. */
export type Hours = {
  readonly model: Model
  readonly rows: MasterRows
  /** Teacher → row; only those that have one. */
  readonly rowByTeacher: ReadonlyMap<number, number>
  readonly limits: MasterLimits
}

export function buildHours(highs: Highs, model: Model): Hours {
  const rows = buildRows(model)
  const lower = Array.from({ length: rows.count }, (_, row) =>
    row < model.parties.length ? 1 : -highs.infinity,
  )
  const upper = [...rows.upper]
  const rowByTeacher = new Map<number, number>()
  for (const teacher of model.resources) {
    const least = leastAlone(highs, rows, teacher)
    if (least === null || least <= 0) continue
    rowByTeacher.set(teacher.index, lower.length)
    lower.push(least)
    upper.push(highs.infinity)
  }
  const limits = {
    count: lower.length,
    lower: Float64Array.from(lower),
    upper: Float64Array.from(upper),
  }
  return { model, rows, rowByTeacher, limits }
}

export function visitOf(hours: Hours, party: ModelParty, chosen: readonly number[]): Visit {
  const { model } = hours
  const starts = new Int16Array(model.talks.length).fill(nowhere)
  const used = new Map<number, number>()
  for (const [index, talk] of party.talks.entries()) {
    const start = chosen[index] ?? nowhere
    starts[talk.index] = start
    if (start !== nowhere) for (const row of hours.rows.rowsOf(talk, start)) used.set(row, 1)
    const cost = start === nowhere ? talk.missCost : (talk.costAt[start] ?? 0)
    if (cost === 0) continue
    for (const row of teacherRows(hours, talk)) used.set(row, (used.get(row) ?? 0) + cost)
  }
  const points = costOfParty(model, starts, party.index)
  return { party: party.index, starts: [...chosen], points, rows: used }
}

function teacherRows({ rowByTeacher }: Hours, talk: ModelTalk) {
  return talk.resources.flatMap((index) => rowByTeacher.get(index) ?? [])
}

/**
 * Fills what each start costs at the prices of the programme: its points, and what it takes from
 * others (whose prices are below zero), less what its teacher must cost anyway.
 *
 * @returns the talks, with what staying away costs at these prices
 */
export function fillDualPrices(
  hours: Hours,
  into: Float64Array,
  party: ModelParty,
  prices: Float64Array,
) {
  const { ticks } = hours.model
  into.fill(Number.POSITIVE_INFINITY, 0, party.talks.length * ticks)
  return party.talks.map((talk, index) => {
    let part = 1
    for (const row of teacherRows(hours, talk)) part -= Math.max(0, prices[row] ?? 0)
    for (const start of talk.starts) {
      let price = (talk.costAt[start] ?? 0) * part
      for (const row of hours.rows.rowsOf(talk, start)) price -= Math.min(0, prices[row] ?? 0)
      into[index * ticks + start] = price
    }
    return { ...talk, missCost: talk.missCost * part }
  })
}
