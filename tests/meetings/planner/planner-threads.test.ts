import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { boundByPrices } from '#shared/meetings/planner/explain/price-bound.ts'
import { planRound } from '#shared/meetings/planner/plan-round.ts'
import { loadHighs } from '../../../src-main/meetings/planner/proof/load-highs.ts'
import { provePlan } from '../../../src-main/meetings/planner/proof/prove-plan.ts'
import { startPlanning } from '../../../src-main/meetings/planner/start-planning.ts'
import { startProof } from '../../../src-main/meetings/planner/start-proof.ts'
import { bestByTrying } from './best-by-trying.ts'
import { brokenRules } from './check-plan.ts'
import { makeRound, sizes } from './make-round.ts'
import { makeSmallRound } from './make-small-round.ts'

const school = makeRound(sizes.small, 5)
const options = { seed: 1, rounds: 3000, from: null }

describe('planning in a thread of its own', () => {
  it('gives the plan that this thread would give, and tells how far it is', async () => {
    const told: number[] = []

    const plan = await startPlanning(school, options, ({ rounds }) => told.push(rounds)).plan

    assert.deepEqual(plan, planRound(school, options))
    assert.equal(told[0], 0)
    assert.equal(told.at(-1), options.rounds)
  })

  it('stops with the best so far', async () => {
    const planning = startPlanning(school, { ...options, rounds: 1e9 }, () => planning.stop())

    const plan = await planning.plan

    assert.deepEqual(brokenRules(school, plan), [])
  })

  it('proves in a second thread that no plan of a primary school is better', async () => {
    const plan = planRound(school, options)

    const { isProven, bound } = await startProof(school, plan, 15, () => {}).proof

    assert.ok(isProven)
    assert.ok(Math.abs(bound.points - plan.score.points) < 1e-3)
  })
})

describe('the bound of a plan', () => {
  it('is never above the best plan there is, and reaches it when it says so', async () => {
    const highs = await loadHighs()
    const wrong: string[] = []
    for (let seed = 2000; seed < 2030; seed++) {
      const problem = makeSmallRound(seed, { parties: 3, talks: 4 })
      const plan = planRound(problem, { seed, rounds: 5, from: null })
      const best = bestByTrying(problem)

      const { bound, isProven, better } = provePlan(highs, problem, plan, {
        seconds: 5,
        onBound: () => {},
      })

      const quick = boundByPrices(problem, plan.score.points, 6)
      if (quick.points > best + 1e-3) wrong.push(`${seed}: prices ${quick.points} above ${best}`)
      if (bound.points > best + 1e-3) wrong.push(`${seed}: bound ${bound.points} above ${best}`)
      const points = better?.score.points ?? plan.score.points
      if (isProven && points > best + 1e-3) wrong.push(`${seed}: ${points} is not ${best}`)
      if (better) wrong.push(...brokenRules(problem, better).map((rule) => `${seed}: ${rule}`))
    }

    assert.deepEqual(wrong, [])
  })
})
