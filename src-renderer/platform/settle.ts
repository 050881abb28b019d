import type { Gaps } from '#shared/platform/messages.ts'
import type { Result } from '#shared/platform/result.ts'
import { toast } from './toasts.ts'

/** Says what was done, with undo; or answers the sentence of the refusal, for beside the field. */
export function settle<Refusal extends string>(
  answer: Result<unknown, Refusal>,
  say: (refusal: Refusal, details?: Gaps) => string,
  done: string,
): string | null {
  if (!answer.ok) return say(answer.refusal, answer.details)
  void toast({ text: done, undo: 'last' })
  return null
}

/** For a button that has no field beside it: the refusal is said in the corner too. */
export function settleLoose<Refusal extends string>(
  answer: Result<unknown, Refusal>,
  say: (refusal: Refusal, details?: Gaps) => string,
  done: string,
) {
  const problem = settle(answer, say, done)
  if (problem) void toast({ text: problem, tone: 'alert' })
}
