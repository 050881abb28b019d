import { Worker } from 'node:worker_threads'
import type { Bound, Plan } from '#shared/meetings/planner/plan.ts'
import type { PlanningProblem } from '#shared/meetings/planner/planning-problem.ts'
import type { FromProof, ProofStart } from './planner-messages.ts'
import type { Proof } from './proof/prove-plan.ts'
import { threadProgram } from './thread-program.ts'

export type RunningProof = {
  readonly proof: Promise<Proof>
  /** `proof` then answers with what is known so far. */
  readonly stop: () => void
}

/** Seconds after its time in which the solver may finish its step. */
const grace = 5

/** Proves in a thread of its own how much better a plan could be at most. */
export function startProof(
  problem: PlanningProblem,
  plan: Plan,
  seconds: number,
  onBound: (bound: Bound) => void,
): RunningProof {
  const start: ProofStart = { problem, plan, seconds }
  const worker = new Worker(threadProgram('proof-thread'), {
    workerData: start,
    env: {},
    argv: [],
    execArgv: [],
  })
  let bound: Bound = { points: 0, by: 'visits' }
  const timer = setTimeout(() => worker.terminate(), (seconds + grace) * 1000)
  const proof = new Promise<Proof>((resolve, reject) => {
    worker.on('message', (message: FromProof) => {
      if (message.kind === 'done') resolve(message.proof)
      else {
        bound = message.bound
        onBound(bound)
      }
    })
    worker.once('error', reject)
    worker.once('exit', () => {
      clearTimeout(timer)
      resolve({ bound, isProven: false, better: null })
    })
  })
  return { proof, stop: () => void worker.terminate() }
}
