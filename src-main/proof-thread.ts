import { parentPort, workerData } from 'node:worker_threads'
import type { FromProof, ProofStart } from './meetings/planner/planner-messages.ts'
import { loadHighs } from './meetings/planner/proof/load-highs.ts'
import { provePlan } from './meetings/planner/proof/prove-plan.ts'

// Solves linear programmes in WebAssembly, whose memory never shrinks: a thread that ends gives it
// back. `start-proof.ts` starts it, and ends it when nobody wants to wait any longer.

const { problem, plan, seconds }: ProofStart = workerData

const send = (message: FromProof) => parentPort?.postMessage(message)

const proof = provePlan(await loadHighs(), problem, plan, {
  seconds,
  onBound: (bound) => send({ kind: 'bound', bound }),
})
send({ kind: 'done', proof })
