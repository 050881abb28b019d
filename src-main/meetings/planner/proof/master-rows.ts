import { nowhere } from '#shared/meetings/planner/model/build-model.ts'
import type { Model, ModelResource, ModelTalk } from '#shared/meetings/planner/model/model.ts'

/**
 * The rows of the linear programme: each party has one visit, each hour of a teacher (or room, or
 * interpreter) is used once. Rules between two talks that are no sum, such as a rest after so many
 * talks, are left out: a bound stays a bound without them.
 */
export type MasterRows = {
  readonly count: number
  /** Row → how much of it there is. The first rows are the parties, with exactly 1. */
  readonly upper: Float64Array
  /** Rows that a talk uses when it begins here, without its party's. */
  readonly rowsOf: (talk: ModelTalk, start: number) => readonly number[]
  /** The resource whose hour the row is; `nowhere` for others. */
  readonly resourceOf: (row: number) => number
}

export function buildRows(model: Model): MasterRows {
  let count = model.parties.length
  const upper: number[] = Array.from({ length: count }, () => 1)
  const resourceByRow = new Map<number, number>()
  const rowAt = model.resources.map((resource) => {
    const rows = new Int32Array(model.ticks).fill(nowhere)
    for (const [tick, begins] of differs(model, resource).entries()) {
      if (!begins) {
        rows[tick] = rows[tick - 1] ?? nowhere
        continue
      }
      resourceByRow.set(count, resource.index)
      rows[tick] = count++
      upper.push(resource.capacity)
    }
    return rows
  })
  const apart = apartRows(model, (capacity) => {
    upper.push(capacity)
    return count++
  })
  const rowsByStart = model.talks.map((talk) => {
    const byStart = new Map<number, readonly number[]>()
    for (const start of talk.starts) {
      byStart.set(start, [...resourceRows(model, rowAt, talk, start), ...apart(talk, start)])
    }
    return byStart
  })
  return {
    count,
    upper: Float64Array.from(upper),
    rowsOf: (talk, start) => rowsByStart[talk.index]?.get(start) ?? [],
    resourceOf: (row) => resourceByRow.get(row) ?? nowhere,
  }
}

/** Tick → is it used by other starts than the tick before? Equal rows only slow the solver down. */
function differs(model: Model, resource: ModelResource) {
  const isOther = new Array<boolean>(model.ticks).fill(false)
  for (const { first } of model.sittings) isOther[first] = true
  for (const talk of resource.talks) {
    for (const start of talk.starts) {
      isOther[start] = true
      const end = start + talk.length + resource.pause
      if (end < model.ticks) isOther[end] = true
    }
  }
  return isOther
}

function resourceRows(model: Model, rowAt: readonly Int32Array[], talk: ModelTalk, start: number) {
  const rows = new Set<number>()
  const { end } = model.sittings[model.sittingOf[start] ?? 0] ?? { end: 0 }
  for (const index of talk.resources) {
    const pause = model.resources[index]?.pause ?? 0
    for (let tick = start; tick < Math.min(end, start + talk.length + pause); tick++) {
      rows.add(rowAt[index]?.[tick] ?? nowhere)
    }
  }
  return rows
}

/**
 * Two parties who keep apart at one teacher: as if they shared a chair that stays warm for a while.
 * A party with two talks there would sit on its own warm chair, so it is left out.
 */
function apartRows(model: Model, addRow: (capacity: number) => number) {
  const chairs = new Map<string, number>()
  return (talk: ModelTalk, start: number) => {
    const rows: number[] = []
    for (const { party, ticks, sameSitting } of model.parties[talk.party]?.apart ?? []) {
      const both = [talk.party, party].sort((a, b) => a - b)
      if (!sameSitting || both.some((one) => talksWith(model, one, talk.teacher) !== 1)) continue
      for (let tick = start; tick < start + talk.length + ticks; tick++) {
        const chair = `${both} ${talk.teacher} ${tick}`
        const row = chairs.get(chair) ?? addRow(1)
        chairs.set(chair, row)
        rows.push(row)
      }
    }
    return rows
  }
}

function talksWith(model: Model, party: number, teacher: number) {
  return model.parties[party]?.talks.filter((talk) => talk.teacher === teacher).length ?? 0
}
