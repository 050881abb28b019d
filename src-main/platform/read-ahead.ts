/** Long enough for the first screen to be drawn before anything else takes the thread, in milliseconds. */
const patience = 4000

/**
 * Does work in small steps while nobody asks anything, such as filling an index before its first
 * use. Between two steps every waiting call is answered.
 */
export function createReadAhead(work: () => Iterator<unknown>) {
  let timer: NodeJS.Timeout | undefined
  let running: Iterator<unknown> | null = null

  function step() {
    const { done } = running?.next() ?? { done: true }
    if (done) running = null
    else timer = setTimeout(step, 1)
  }

  function stop() {
    clearTimeout(timer)
    running = null
  }

  return {
    start() {
      stop()
      timer = setTimeout(() => {
        running = work()
        step()
      }, patience)
    },
    /** The file closes: a step would find it gone. */
    stop,
  }
}
