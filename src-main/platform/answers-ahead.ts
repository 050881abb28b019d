import type { Router } from './router.ts'

/**
 * Answers what the window is about to ask while it is still loading. They are handed over together
 * and once, and never after anything was written or somebody else sat down.
 */
export function createAnswersAhead(router: Router) {
  const answers = new Map<string, unknown>()
  let making: Promise<void> = Promise.resolve()
  let round = 0

  function forget() {
    round++
    answers.clear()
  }

  async function makeAll(paths: readonly string[]) {
    const own = round
    for (const path of paths) {
      // Calls that come in between go first.
      await new Promise((resolve) => setImmediate(resolve))
      if (round !== own) return
      try {
        answers.set(path, await router.call(path, {}))
      } catch {
        // What the role may not ask is refused again when it is asked.
      }
    }
  }

  return {
    /** Answers questions that take no input, one after the other. */
    make(paths: readonly string[]) {
      forget()
      making = makeAll(paths)
      return making
    },

    /** What is ready, by path, after waiting for what is being made. */
    async take(): Promise<Readonly<Record<string, unknown>>> {
      await making
      const ready = Object.fromEntries(answers)
      answers.clear()
      return ready
    },

    forget,
  }
}
