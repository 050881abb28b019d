import type { Language } from '#shared/platform/language.ts'
import { type MessageKey, speak } from '#shared/platform/messages.ts'
import type { AbsenceCode } from '../absence-codes.ts'
import { absencesMessages } from './absences-messages.ts'

/** What a code is called: the school's own words, else the country's; the code itself in the end. */
export function codeWord(
  code: string,
  codes: readonly Pick<AbsenceCode, 'code' | 'label'>[],
  language: Language,
): string {
  const label = codes.find((each) => each.code === code)?.label
  if (label) return label
  const key = `code.${code}`
  return isKey(key) ? speak(absencesMessages, language)(key) : code
}

const isKey = (key: string): key is MessageKey<typeof absencesMessages> =>
  Object.hasOwn(absencesMessages.nl, key)
