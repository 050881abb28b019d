import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { placesLeft } from '#shared/meetings/planner/booking/places-left.ts'
import { fairnessOf } from '#shared/meetings/planner/explain/fairness.ts'
import { roomForTalks } from '#shared/meetings/planner/explain/room-for-talks.ts'
import { unmetWishes } from '#shared/meetings/planner/explain/unmet-wishes.ts'
import { planRound } from '#shared/meetings/planner/plan-round.ts'
import type { PlanningProblem } from '#shared/meetings/planner/planning-problem.ts'
import { afterTelling, differenceOf, repairPlan } from '#shared/meetings/planner/repair-plan.ts'
import { brokenRules, pointsOf } from './check-plan.ts'
import { makeRound, sizes } from './make-round.ts'
import { makeSmallRound } from './make-small-round.ts'

const school = makeRound(sizes.small, 3)
const plan = planRound(school, { seed: 1, rounds: 2000, from: null })
const told = afterTelling(school, plan)

describe('repairing a plan that families know', () => {
  it('changes nothing when nothing has changed', () => {
    assert.deepEqual(repairPlan(told, plan, 1).placements, plan.placements)
  })

  it('moves hardly anybody but those of a teacher who is ill for an evening', () => {
    const ill = withoutEvening(told, 'teacher-1', 'evening-1')
    const stood = plan.placements.filter(
      ({ talkId, sittingId }) => sittingId === 'evening-1' && isWith(talkId, 'teacher-1'),
    )

    const repaired = repairPlan(ill, plan, 1)

    assert.deepEqual(brokenRules(ill, repaired), [])
    const { moved, removed } = differenceOf(plan, repaired)
    const others = moved.filter(({ from }) => !stood.includes(from))
    assert.deepEqual(
      removed.filter((placement) => !stood.includes(placement)),
      [],
    )
    assert.ok(others.length <= 3, `${others.length} others moved`)
  })

  it('never drops a told talk for a latecomer, however much the school wants to see them', () => {
    const full = fullTeacher()
    const before = planRound(full, { seed: 1, rounds: 50, from: null })
    const late = withLatecomer(afterTelling(full, before))

    const { placements } = repairPlan(late, before, 1)

    assert.deepEqual(placements, before.placements)
  })
})

describe('what the planner says about a plan', () => {
  it('has a reason for each wish that was not met, in random rounds with every rule', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const problem = makeSmallRound(seed, { parties: 6, talks: 12 })
      const made = planRound(problem, { seed, rounds: 40, from: null })

      const unmet = unmetWishes(problem, made)

      const lacking = unmet.filter(({ wish }) => wish === 'a-place').map(({ talkId }) => talkId)
      assert.deepEqual(lacking.toSorted(), [...made.unplaced].sort())
      for (const { reason } of unmet) {
        if ('resourceId' in reason) assert.notEqual(reason.resourceId, '')
        if ('talkId' in reason) assert.notEqual(reason.talkId, '')
      }
    }
  })

  it('names the teacher who is full', () => {
    const full = withLatecomer(fullTeacher())
    const made = planRound(full, { seed: 1, rounds: 50, from: null })

    const [unmet] = unmetWishes(full, made).filter(({ wish }) => wish === 'a-place')

    assert.deepEqual(unmet?.reason, { kind: 'taken', resourceId: 'teacher' })
  })

  it('says how many places a teacher is short before anything is sent', () => {
    const room = roomForTalks(withLatecomer(fullTeacher()))

    assert.deepEqual(room, {
      talks: 4,
      fitting: 3,
      teachers: [{ resourceId: 'teacher', talks: 4, short: 1 }],
    })
  })

  it('knows what each family lost beside the best it could have had alone', () => {
    const fairness = fairnessOf(school, plan)

    assert.equal(fairness.lossByPartyId.size, school.parties.length)
    assert.ok(fairness.withoutLoss > school.parties.length / 2)
    assert.ok(fairness.largestLoss < 60)
  })
})

describe('booking what is left', () => {
  it('offers only places that keep every rule, and the best visit among them', () => {
    const [party] = school.parties.filter(
      ({ id }) => school.talks.filter(({ partyId }) => partyId === id).length === 2,
    )
    const own = school.talks.filter(({ partyId }) => partyId === party?.id)
    const ids = own.map(({ id }) => id)
    const rest = plan.placements.filter(({ talkId }) => !ids.includes(talkId))
    const left = placesLeft(school, { placements: rest }, party?.id ?? '')

    const visit = left.bestVisit()

    assert.deepEqual(brokenRules(school, { placements: [...rest, ...visit] }), [])
    for (const place of left.openPlaces(ids[0] ?? '')) {
      const { sittingId, tick } = place
      const placements = [...rest, { talkId: ids[0] ?? '', sittingId, tick }]
      assert.deepEqual(brokenRules(school, { placements }), [])
    }
    const withVisit = pointsOf(school, { placements: [...rest, ...visit] })
    assert.ok(withVisit <= pointsOf(school, plan))
  })
})

function isWith(talkId: string, teacher: string) {
  return school.talks.some(({ id, resourceIds }) => id === talkId && resourceIds[0] === teacher)
}

function withoutEvening(problem: PlanningProblem, teacher: string, evening: string) {
  const resources = problem.resources.map((one) =>
    one.id === teacher
      ? { ...one, free: one.free.filter(({ sittingId }) => sittingId !== evening) }
      : one,
  )
  return { ...problem, resources }
}

/** One teacher, three slots, three families. */
function fullTeacher(): PlanningProblem {
  const whole = [{ sittingId: 'evening', from: 0, until: 6 }]
  const families = ['one', 'two', 'three']
  return {
    ...school,
    sittings: [{ id: 'evening', ticks: 6 }],
    resources: [
      {
        id: 'teacher',
        kind: 'teacher',
        capacity: 1,
        free: whole,
        starts: null,
        pauseTicks: 0,
        inARow: null,
      },
    ],
    parties: families.map((id) => ({ id, preferred: whole, possible: [] })),
    talks: families.map((id) => aTalk(id, 1)),
    apart: [],
  }
}

function aTalk(id: string, weight: number) {
  return {
    id,
    partyId: id,
    resourceIds: ['teacher'],
    ticks: 2,
    zone: 0,
    weight,
    within: null,
    pinnedAt: null,
    confirmedAt: null,
  }
}

function withLatecomer(problem: PlanningProblem): PlanningProblem {
  const [first] = problem.parties
  const weight = problem.talks.some(({ confirmedAt }) => confirmedAt) ? 3 : 1
  return {
    ...problem,
    parties: [...problem.parties, { id: 'late', preferred: first?.preferred ?? [], possible: [] }],
    talks: [...problem.talks, aTalk('late', weight)],
  }
}
