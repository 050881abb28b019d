import { setImmediate } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { beginPlanning } from '#shared/meetings/planner/plan-round.ts'
import type { FromPlanner, PlannerStart } from './meetings/planner/planner-messages.ts'

// Planning keeps a processor busy for seconds, so it has a thread of its own; `start-planning.ts`
// starts it. Between two stretches it listens: any message asks for the best so far.

const { problem, options }: PlannerStart = workerData

const send = (message: FromPlanner) => parentPort?.postMessage(message)

let isStopped = false
parentPort?.on('message', () => {
  isStopped = true
})

const roundsAtOnce = 20
const stretch = 100

const planning = beginPlanning(problem, options)
send({ kind: 'progress', progress: planning.progress() })
for (let isDone = false; !isDone && !isStopped; ) {
  const until = performance.now() + stretch
  while (!isDone && performance.now() < until) isDone = planning.run(roundsAtOnce)
  send({ kind: 'progress', progress: planning.progress() })
  await setImmediate()
}
send({ kind: 'done', plan: planning.best() })
parentPort?.close()
