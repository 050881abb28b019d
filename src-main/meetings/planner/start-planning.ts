import { Worker } from 'node:worker_threads'
import type { Plan, PlanProgress } from '#shared/meetings/planner/plan.ts'
import type { PlanOptions } from '#shared/meetings/planner/plan-round.ts'
import type { PlanningProblem } from '#shared/meetings/planner/planning-problem.ts'
import type { FromPlanner, PlannerStart, StopPlanning } from './planner-messages.ts'
import { threadProgram } from './thread-program.ts'

export type RunningPlanning = {
  readonly plan: Promise<Plan>
  /** `plan` then answers with the best so far. */
  readonly stop: () => void
}

/** Plans in a thread of its own; the same problem and options give the same plan, if not stopped. */
export function startPlanning(
  problem: PlanningProblem,
  options: PlanOptions,
  onProgress: (progress: PlanProgress) => void,
): RunningPlanning {
  const start: PlannerStart = { problem, options }
  const worker = new Worker(threadProgram('planner-thread'), {
    workerData: start,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
    // It needs nothing of what this process was started with.
    env: {},
    argv: [],
    execArgv: [],
  })
  const plan = new Promise<Plan>((resolve, reject) => {
    worker.on('message', (message: FromPlanner) => {
      if (message.kind === 'done') resolve(message.plan)
      else onProgress(message.progress)
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The planner ended without a plan')))
  })
  return { plan, stop: () => worker.postMessage('stop' satisfies StopPlanning) }
}
