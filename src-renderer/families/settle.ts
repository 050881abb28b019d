import type { Gaps } from '#shared/platform/messages.ts'
import type { Result } from '#shared/platform/result.ts'
import { toast } from '../platform/toasts.ts'

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
