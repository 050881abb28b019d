import { z } from 'zod'
import { readPhone } from '#shared/families/phone-number.ts'
import { readPostcode } from '#shared/families/postcode.ts'
import { Day, PartialDay } from '#shared/platform/day.ts'
import type { Country } from '#shared/platform/language.ts'
import type { AskField, AskInput } from './ask-fields.ts'

/** Nothing that could be written at all. */
export type AskProblem = 'ask.empty' | 'ask.too-long' | 'ask.day' | 'ask.choice' | 'ask.list'
/** Could be written, but looks wrong: the portal asks again, the office sees a sign. */
export type AskDoubt = 'doubt.phone' | 'doubt.email' | 'doubt.postcode'

export type AskedValue = {
  /** As it would be written: trimmed, a phone number in E.164, a postcode in the country's way. */
  readonly value: string | null
  readonly problem: AskProblem | null
  readonly doubt: AskDoubt | null
}

/** Reads what a guardian typed, or what arrived, for a field of the declared list. */
export function readAsked(
  field: Pick<AskField, 'input' | 'isRequired'>,
  typed: string | null,
  country: Country,
): AskedValue {
  const text = typed?.trim() || null
  if (text === null) {
    return { value: null, problem: field.isRequired ? 'ask.empty' : null, doubt: null }
  }
  if (text.length > mostOf(field.input)) return { ...plain(text), problem: 'ask.too-long' }
  return read(field.input, text, country)
}

/** Signs that a field of this kind holds; what the records themselves allow. */
export const mostOf = (input: AskInput) => (input === 'text' ? 4000 : 200)

function read(input: AskInput, text: string, country: Country): AskedValue {
  if (typeof input === 'object') {
    return { ...plain(text), problem: input.choices.includes(text) ? null : 'ask.choice' }
  }
  switch (input) {
    case 'phone': {
      const { number, isValid } = readPhone(text, country)
      return { ...plain(number), doubt: isValid ? null : 'doubt.phone' }
    }
    case 'postcode': {
      const { postcode, isValid } = readPostcode(text, country)
      return { ...plain(postcode), doubt: isValid ? null : 'doubt.postcode' }
    }
    case 'email':
      return { ...plain(text), doubt: z.email().safeParse(text).success ? null : 'doubt.email' }
    case 'day':
      return { ...plain(text), problem: Day.safeParse(text).success ? null : 'ask.day' }
    case 'partial-day':
      return { ...plain(text), problem: PartialDay.safeParse(text).success ? null : 'ask.day' }
    case 'yes-no':
      return { ...plain(text), problem: text === '0' || text === '1' ? null : 'ask.choice' }
    case 'order':
      return { ...plain(text), problem: /^[1-9]\d?$/.test(text) ? null : 'ask.choice' }
    case 'languages':
      return readLanguages(text)
    default:
      return plain(text)
  }
}

const plain = (value: string): AskedValue => ({ value, problem: null, doubt: null })

const LanguageList = z.array(z.string().trim().min(2).max(35)).max(8)

function readLanguages(text: string): AskedValue {
  const read = LanguageList.safeParse(parseJson(text))
  return read.success ? plain(JSON.stringify(read.data)) : { ...plain(text), problem: 'ask.list' }
}

/** The value of JSON text, or undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
