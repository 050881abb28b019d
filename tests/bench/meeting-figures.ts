import { execFileSync } from 'node:child_process'
import process from 'node:process'
import { startProof } from '../../src-main/meetings/planner/start-proof.ts'
import { boundByPrices } from '../../src-shared/meetings/planner/explain/price-bound.ts'
import type { Plan, Score } from '../../src-shared/meetings/planner/plan.ts'
import { brokenRules } from '../meetings/planner/check-plan.ts'
import { makeRound, sizes } from '../meetings/planner/make-round.ts'
import { against, type Figure, within } from './figure.ts'

// Invented rounds in the sizes of `meetings.md` 3. Milliseconds are of the processor, not of the
// clock, so that a busy machine does not matter. A proof is given fifteen seconds of the clock.

const proofSeconds = 15

type Run = {
  readonly firstMs: number
  readonly planMs: number
  readonly megabytes: number
  readonly score: Score
  readonly plan: Plan
  readonly firstCome: { readonly manual: Score; readonly automatic: Score }
  readonly repairs: readonly {
    readonly ms: number
    readonly othersMoved: number
    readonly othersDropped: number
  }[]
}

const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

export async function* meetingFigures(): AsyncGenerator<readonly Figure[]> {
  for (const size of ['small', 'large'] as const) {
    const runs = seeds.map((seed) => runOf(size, seed))
    yield [...timeFigures(size, runs, 2000, 100), ...qualityFigures(size, runs)]
    yield repairFigures(size, runs)
    yield await proofFigures(size, runs, 1)
  }
  const tight = seeds.slice(0, 5).map((seed) => runOf('largeTight', seed))
  yield [...timeFigures('largeTight', tight, 2000, 100), ...firstComeFigures('largeTight', tight)]
  yield await proofFigures('largeTight', tight, 1.001)
  const huge = [runOf('huge', 1)]
  yield [...timeFigures('huge', huge, 60_000, 300), ...firstComeFigures('huge', huge)]
  yield hugeBoundFigures(huge)
}

function runOf(size: keyof typeof sizes, seed: number): Run {
  const script = new URL('./plan-alone.ts', import.meta.url).pathname
  const said = execFileSync(process.execPath, [script, size, `${seed}`], { encoding: 'utf8' })
  const run: Run = JSON.parse(said)
  const broken = brokenRules(makeRound(sizes[size], seed), run.plan)
  if (broken.length > 0) throw new Error(`${size} ${seed}: ${broken[0]}`)
  return run
}

function timeFigures(size: string, runs: readonly Run[], ms: number, megabytes: number) {
  const first = most(runs, ({ firstMs }) => firstMs)
  return [
    within(`meetings.${size}.first-plan-cpu`, 'ms', first, size === 'huge' ? ms : 500),
    within(
      `meetings.${size}.plan-cpu`,
      'ms',
      most(runs, ({ planMs }) => planMs),
      ms,
    ),
    within(
      `meetings.${size}.plan-megabytes`,
      'rows',
      most(runs, (run) => run.megabytes),
      megabytes,
    ),
  ]
}

function qualityFigures(size: string, runs: readonly Run[]) {
  const longest = most(runs, ({ score }) => score.longestWaitMinutes)
  return [
    within(`meetings.${size}.longest-wait-minutes`, 'rows', longest, 10),
    ...firstComeFigures(size, runs),
  ]
}

/** The plan beside what whoever is first would leave; no worse is the least it may be. */
function firstComeFigures(size: string, runs: readonly Run[]) {
  return (['manual', 'automatic'] as const).flatMap((way) =>
    (['unplaced', 'longestWaitMinutes', 'idleMinutes', 'points'] as const).map((part) =>
      against(
        `meetings.${size}.${part}-beside-first-come-${way}`,
        'rows',
        mean(runs, ({ score }) => score[part]),
        Math.max(
          1e-9,
          mean(runs, ({ firstCome }) => firstCome[way][part]),
        ),
        // An oversubscribed school waits longer for more talks that found a place.
        part === 'longestWaitMinutes' ? 4 : 1,
      ),
    ),
  )
}

function repairFigures(size: string, runs: readonly Run[]) {
  const repairs = runs.flatMap((run) => run.repairs)
  return [
    // The first of a process is slower: it is compiled meanwhile.
    within(
      `meetings.${size}.repair-cpu-mean`,
      'ms',
      mean(repairs, ({ ms }) => ms),
      300,
    ),
    within(
      `meetings.${size}.repair-others-moved`,
      'rows',
      most(repairs, ({ othersMoved }) => othersMoved),
      1,
    ),
    within(
      `meetings.${size}.repair-others-dropped-ever`,
      'rows',
      1 + most(repairs, ({ othersDropped }) => othersDropped),
      1,
    ),
  ]
}

/** How far above the bound the plans stand, at most; and how many were proven the best there is. */
async function proofFigures(size: keyof typeof sizes, runs: readonly Run[], limit: number) {
  const ratios: number[] = []
  let proven = 0
  for (const [index, { plan }] of runs.entries()) {
    const problem = makeRound(sizes[size], seeds[index] ?? 1)
    const { bound, isProven, better } = await startProof(problem, plan, proofSeconds, () => {})
      .proof
    if (isProven) proven++
    const best = better?.score.points ?? plan.score.points
    // A better plan on the way counts against the search, for it should have found it.
    if (bound.points > 0) ratios.push(plan.score.points / (isProven ? best : bound.points))
  }
  return [
    {
      name: `meetings.${size}.points-above-bound-of-visits`,
      value: Math.max(...ratios),
      unit: 'ratio' as const,
      baseline: null,
      ratio: Math.max(...ratios),
      limit,
    },
    against(`meetings.${size}.not-proven`, 'rows', runs.length - proven, runs.length, 1),
  ]
}

/** The largest round beside the quick bound of prices, which is loose, and says so in its name. */
function hugeBoundFigures(runs: readonly Run[]): Figure[] {
  return runs.map(({ score }, index) => {
    const problem = makeRound(sizes.huge, seeds[index] ?? 1)
    const { points } = boundByPrices(problem, score.points, 1)
    return against('meetings.huge.points-above-bound-of-prices', 'rows', score.points, points, 1.03)
  })
}

function most<T>(rows: readonly T[], of: (row: T) => number) {
  return Math.max(0, ...rows.map(of))
}

function mean<T>(rows: readonly T[], of: (row: T) => number) {
  return rows.reduce((sum, row) => sum + of(row), 0) / Math.max(1, rows.length)
}
