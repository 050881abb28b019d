import { accountRefusalMessages } from '#shared/accounts/account-refusal-messages.ts'
import type { Language } from '#shared/platform/language.ts'
import { type MessageKey, speak } from '#shared/platform/messages.ts'

export type AccountRefusal = MessageKey<typeof accountRefusalMessages>

/** The sentence of a refusal. Each refusal of this folder has one, or it does not compile. */
export const sayRefusal = (language: Language, refusal: AccountRefusal) =>
  speak(accountRefusalMessages, language)(refusal)

/** The sentence when the refusal is about this field, so that it stands beside it. */
export function troubleWith(
  language: Language,
  refusal: AccountRefusal | null,
  field: 'email' | 'code' | 'password' | 'second',
): string | undefined {
  const isCurrent = refusal === 'password.not-yours'
  return refusal?.startsWith(`${field}.`) && !isCurrent ? sayRefusal(language, refusal) : undefined
}
