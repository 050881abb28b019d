import { Worker } from 'node:worker_threads'
import type { DataEvent, FromThread, Reply, Request, ThreadStart } from './thread-messages.ts'

export type DataThread = {
  ask(request: Request): Promise<Reply>
  /** Ends the thread after closing the file. */
  end(): Promise<void>
}

/** Starts the thread that holds database, services and router, and passes messages through. */
export function startDataThread(
  script: URL,
  start: ThreadStart,
  onEvent: (event: DataEvent) => void,
): DataThread {
  const worker = new Worker(script, { workerData: start })
  const waiting = new Map<number, (reply: Reply) => void>()
  let last = 0

  worker.on('message', (message: FromThread) => {
    if ('event' in message) return onEvent(message.event)
    waiting.get(message.id)?.(message.reply)
    waiting.delete(message.id)
  })
  // A crash of the thread must not leave a window waiting for ever.
  worker.on('error', (error) => {
    for (const answer of waiting.values()) {
      answer({ ok: false, trouble: null, message: `The data thread stopped: ${error.name}` })
    }
    waiting.clear()
  })

  function ask(request: Request): Promise<Reply> {
    const id = ++last
    return new Promise((resolve) => {
      waiting.set(id, resolve)
      worker.postMessage({ id, request })
    })
  }

  return {
    ask,
    async end() {
      await ask({ kind: 'close' })
      await worker.terminate()
    },
  }
}
