import type { Highs } from 'highs'
import type { ModelResource } from '#shared/meetings/planner/model/model.ts'
import type { MasterRows } from './master-rows.ts'

/** Long enough for any one teacher; what is not finished is still a bound. */
const secondsEach = 1

/**
 * Points that the talks of one teacher cost at least, if nobody had another talk: in whole numbers,
 * where the programme of all would take half a long talk. Null where that gains nothing: all talks
 * are equally long, or there is much room.
 */
export function leastAlone(highs: Highs, rows: MasterRows, teacher: ModelResource) {
  const { talks } = teacher
  if (!teacher.isTeacher || new Set(talks.map(({ length }) => length)).size < 2) return null
  if (!isNearlyFull(teacher)) return null
  const rowOf = new Map<number, number>()
  const cost: number[] = []
  const starts = [0]
  const indices: number[] = []
  for (const [index, talk] of talks.entries()) {
    for (const start of talk.starts) {
      cost.push((talk.costAt[start] ?? 0) - talk.missCost)
      indices.push(index)
      for (const row of rows.rowsOf(talk, start)) {
        if (rows.resourceOf(row) !== teacher.index) continue
        if (!rowOf.has(row)) rowOf.set(row, talks.length + rowOf.size)
        indices.push(rowOf.get(row) ?? 0)
      }
      starts.push(indices.length)
    }
  }
  const numRows = talks.length + rowOf.size
  using programme = highs.createModel({
    numCols: cost.length,
    numRows,
    offset: talks.reduce((sum, { missCost }) => sum + missCost, 0),
    colCost: cost,
    colLower: new Float64Array(cost.length),
    colUpper: new Float64Array(cost.length).fill(1),
    rowLower: new Float64Array(numRows).fill(-highs.infinity),
    rowUpper: new Float64Array(numRows).fill(1),
    matrix: {
      format: 'csc',
      numRows,
      numCols: cost.length,
      starts,
      indices,
      values: indices.map(() => 1),
    },
    integrality: new Int32Array(cost.length).fill(highs.constants.variableType.integer),
  })
  programme.options.set({ output_flag: false, time_limit: secondsEach, mip_rel_gap: 0 })
  programme.run()
  return Number(programme.info.get('mip_dual_bound')) - 1e-6
}

function isNearlyFull({ talks, room }: ModelResource) {
  const wanted = talks.reduce((sum, { length }) => sum + length, 0)
  return wanted > 0.85 * room.reduce((sum, free) => sum + free, 0)
}
