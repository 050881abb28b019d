import type { Router } from './router.ts'

type Question = readonly [path: string, input: unknown]

const keyOf = (path: string, input: unknown) => `${path} ${JSON.stringify(input)}`

/**
 * Answers what the window is about to ask while it is still loading. An answer is given once, and
 * never after anything was written or somebody else sat down.
 */
export function createAnswersAhead(router: Router) {
  const answers = new Map<string, Promise<unknown>>()
  let round = 0

  function forget() {
    round++
    answers.clear()
  }

  return {
    /** Answers the questions one after the other; calls that come in between go first. */
    async make(questions: readonly Question[]) {
      forget()
      const own = round
      for (const [path, input] of questions) {
        await new Promise((resolve) => setImmediate(resolve))
        if (round !== own) return
        const answer = router.call(path, input)
        // What the role may not ask is refused again when it is asked.
        answer.catch(() => answers.delete(keyOf(path, input)))
        answers.set(keyOf(path, input), answer)
      }
    },

    take(path: string, input: unknown): Promise<unknown> | undefined {
      const key = keyOf(path, input)
      const answer = answers.get(key)
      answers.delete(key)
      return answer
    },

    forget,
  }
}
