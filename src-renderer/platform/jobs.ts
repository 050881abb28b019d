import { createStore } from 'zustand/vanilla'
import { call, onEvent } from './bridge.ts'

export type RunningJob = {
  /** The contract method, `imports.apply`. */
  readonly job: string
  readonly done: number
  readonly total: number
  readonly startedAt: number
}

/** The long task main works on now; there is one at a time. */
export const jobs = createStore<{ readonly running: RunningJob | null }>()(() => ({
  running: null,
}))

let forget: ReturnType<typeof setTimeout> | undefined

/** A job that says nothing for this long has ended, whatever became of its last word. */
const silence = 5000

export function watchJobs() {
  return onEvent('progress', ({ job, done, total }) => {
    const { running } = jobs.getState()
    const startedAt = running?.job === job ? running.startedAt : Date.now()
    const isOver = total > 0 && done >= total
    jobs.setState({ running: isOver ? null : { job, done, total, startedAt } })
    clearTimeout(forget)
    forget = setTimeout(() => jobs.setState({ running: null }), silence)
  })
}

/** The running job stops after its present step and leaves nothing behind. */
export function cancelJob() {
  return call('jobs.cancel', {})
}

/** Whether a job failed because the user stopped it; Electron hands on an error's words alone. */
export const isStopped = (error: unknown) =>
  error instanceof Error && error.message.includes('JobCancelled')
