// Plans one invented round in a process of its own, so that its time and memory are nobody else's:
// node tests/bench/plan-alone.ts <size> <seed>. One line of JSON.
import process from 'node:process'
import { beginPlanning, usualRounds } from '../../src-shared/meetings/planner/plan-round.ts'
import {
  afterTelling,
  differenceOf,
  repairPlan,
} from '../../src-shared/meetings/planner/repair-plan.ts'
import { makeRound, sizes } from '../meetings/planner/make-round.ts'
import { firstCome } from './first-come.ts'

const [size = 'small', seed = '1'] = process.argv.slice(2)
const chosen = Object.entries(sizes).find(([name]) => name === size)?.[1] ?? sizes.small
const problem = makeRound(chosen, Number(seed))

const rounds = usualRounds(problem)
const planningFrom = process.cpuUsage()
const planning = beginPlanning(problem, { seed: 1, rounds, from: null })
const firstMs = cpuSince(planningFrom)
planning.run(rounds)
const plan = planning.best()
const planMs = cpuSince(planningFrom)
const megabytes = process.resourceUsage().maxRSS / 1024

console.log(
  JSON.stringify({
    firstMs,
    planMs,
    megabytes,
    score: plan.score,
    plan,
    firstCome: { manual: firstCome(problem, 'manual'), automatic: firstCome(problem, 'automatic') },
    repairs: size === 'huge' ? [] : repairs(),
  }),
)

function cpuSince(from: NodeJS.CpuUsage) {
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1000
}

/** Each of ten teachers ill for one evening, one after another on the same told plan. */
function repairs() {
  const told = afterTelling(problem, plan)
  return problem.resources.slice(0, 10).flatMap((teacher) => {
    const [evening] = teacher.free
    if (!evening || teacher.kind !== 'teacher') return []
    const resources = told.resources.map((one) =>
      one.id === teacher.id ? { ...one, free: one.free.slice(1) } : one,
    )
    const from = process.cpuUsage()
    const repaired = repairPlan({ ...told, resources }, plan, 1)
    const ms = cpuSince(from)
    const hit = new Set(
      problem.talks.filter(({ resourceIds: [id] }) => id === teacher.id).map(({ id }) => id),
    )
    const { moved, removed } = differenceOf(plan, repaired)
    return {
      ms,
      othersMoved: moved.filter(({ from: place }) => !hit.has(place.talkId)).length,
      othersDropped: removed.filter(({ talkId }) => !hit.has(talkId)).length,
    }
  })
}
