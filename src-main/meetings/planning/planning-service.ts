import type { MeetingsContract, Proposal } from '#shared/meetings/meetings-contract.ts'
import type { RoundSheet } from '#shared/meetings/places.ts'
import { unmetWishes } from '#shared/meetings/planner/explain/unmet-wishes.ts'
import { buildModel } from '#shared/meetings/planner/model/build-model.ts'
import type { Plan, PlanProgress } from '#shared/meetings/planner/plan.ts'
import { usualRounds } from '#shared/meetings/planner/plan-round.ts'
import type { PlanningProblem } from '#shared/meetings/planner/planning-problem.ts'
import { readPlan, startsOf } from '#shared/meetings/planner/score-plan.ts'
import { movesOf, planningProblemOf } from '#shared/meetings/planning-of-round.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import type { Service } from '../../platform/database.ts'
import { startPlanning } from '../planner/start-planning.ts'
import { startProof } from '../planner/start-proof.ts'
import { readSheet } from '../read-sheet.ts'

type Planning = Pick<Service<MeetingsContract>, 'plan' | 'progress' | 'stopPlanning' | 'prove'>

/** Any number: the same round planned twice gives the same plan. */
const seed = 1
/** As long as somebody looks at a proposal before deciding on it. */
const proofSeconds = 15

type Running = { readonly stop: () => void; progress: PlanProgress | null }
type Proposed = { readonly problem: PlanningProblem; readonly plan: Plan }

/** Plans and proofs, each in a thread of its own; what they found is kept until the next. */
export function createPlanning(): Planning {
  const running = new Map<string, Running>()
  const proposed = new Map<string, Proposed>()
  return {
    async plan(db, { roundId }) {
      const sheet = readSheet(db, roundId)
      if (!sheet) return refuse('round.not-found')
      if (sheet.round.state === 'closed') return refuse('round.closed')
      running.get(roundId)?.stop()
      const problem = planningProblemOf(sheet)
      const before = planOf(sheet, problem)
      const options = { seed, rounds: usualRounds(problem), from: before }
      const planning = startPlanning(problem, options, (progress) => {
        present.progress = progress
      })
      const present: Running = { stop: planning.stop, progress: null }
      running.set(roundId, present)
      try {
        const plan = await planning.plan
        proposed.set(roundId, { problem, plan })
        return ok(proposalOf(sheet, problem, { before, plan }))
      } finally {
        if (running.get(roundId) === present) running.delete(roundId)
      }
    },

    progress: async (_db, { roundId }) => running.get(roundId)?.progress ?? null,

    async stopPlanning(_db, { roundId }) {
      running.get(roundId)?.stop()
      return null
    },

    async prove(_db, { roundId }) {
      const last = proposed.get(roundId)
      if (!last) return null
      const { points } = last.plan.score
      const { proof } = startProof(last.problem, last.plan, proofSeconds, () => {})
      const { bound, isProven } = await proof
      return { points, bound: bound.points, isProven }
    },
  }
}

/** The round as it stands, scored as a plan. */
function planOf({ days, talks }: RoundSheet, problem: PlanningProblem): Plan {
  const begins = new Map<string, number>(days.map(({ id, from }) => [id, from]))
  const known = new Set(problem.talks.map(({ id }) => id))
  const placements = talks.flatMap(({ id, place }) => {
    const [sittingId = '', from] = place?.split(' ') ?? []
    const begin = begins.get(sittingId)
    if (!known.has(id) || begin === undefined) return []
    return [{ talkId: id, sittingId, tick: (Number(from) - begin) / problem.tickMinutes }]
  })
  return readPlan(problem, buildModel(problem), startsOf(problem, { placements }))
}

type Plans = { readonly before: Plan; readonly plan: Plan }

const proposalOf = (
  sheet: RoundSheet,
  problem: PlanningProblem,
  { before, plan }: Plans,
): Proposal => ({
  moves: movesOf(sheet, plan),
  before: before.score,
  after: plan.score,
  unmet: unmetWishes(problem, plan),
})
