import type { AskField } from '#shared/change-requests/rules/ask-fields.ts'
import { parseJson } from '#shared/change-requests/rules/asked-value.ts'
import { NewContact, NewPhone } from '#shared/change-requests/rules/new-rows.ts'
import { askingMessages } from '#shared/children/asking-messages.ts'
import { familyFieldsMessages } from '#shared/families/family-fields-messages.ts'
import { showPhone } from '#shared/families/phone-display.ts'
import type { Country, Language } from '#shared/platform/language.ts'
import { type MessageKey, type Messages, speak } from '#shared/platform/messages.ts'
import { pupilFieldMessages } from '#shared/pupils/pupil-field-messages.ts'
import type { PartRow } from '../file/asking-rows.ts'

export type Reader = { readonly language: Language; readonly country: Country }

const ownLanguageNames: Readonly<Record<string, string>> = {
  nl: 'Nederlands',
  'nl-BE': 'Nederlands (Vlaanderen)',
  sv: 'Svenska',
  en: 'English',
} satisfies Record<Language, string>

/** What a field is called. */
export function labelOf({ table, field }: Pick<AskField, 'table' | 'field'>, language: Language) {
  const key = `field.${field}`
  return table === 'pupils' || table === 'medicals'
    ? sayIf(pupilFieldMessages, key, language)
    : sayIf(familyFieldsMessages, key, language)
}

/** What a choice is called: `sex.female`, `phone-kind.mobile`. */
export function choiceName(
  { field, table }: Pick<AskField, 'field' | 'table'>,
  choice: string,
  language: Language,
) {
  if (field === 'language') return ownLanguageNames[choice] ?? choice
  if (field === 'sex') return sayIf(pupilFieldMessages, `sex.${choice}`, language)
  const kind = table === 'phones' ? 'phone-kind' : 'contact-kind'
  return sayIf(familyFieldsMessages, `${kind}.${choice}`, language)
}

function sayIf<T extends Readonly<Record<string, string>>>(
  messages: Messages<T>,
  key: string,
  language: Language,
): string {
  const isKnown = (text: string): text is MessageKey<Messages<T>> & string => text in messages.nl
  return isKnown(key) ? speak(messages, language)(key) : key
}

/** A value as people read it; null when nothing stands there. */
export function showValue(
  field: Pick<AskField, 'input' | 'field' | 'table'>,
  value: string | null,
  reader: Reader,
): string | null {
  if (value === null) return null
  const { input } = field
  if (typeof input === 'object') return choiceName(field, value, reader.language)
  switch (input) {
    case 'phone':
      return showPhone(value, reader.country)
    case 'yes-no':
      return speak(askingMessages, reader.language)(value === '1' ? 'yes' : 'no')
    case 'day':
    case 'partial-day':
      return showDay(value, reader.language)
    case 'languages':
      return languagesIn(value)
        .map((code) => languageName(code, reader.language))
        .join(', ')
    default:
      return value
  }
}

/** English of this side of the ocean: the day comes first. */
export const localeOf = (language: Language) => (language === 'en' ? 'en-GB' : language)

/** `14 mei 2018`; a birth date of which only the year is known stays as it is. */
export function showDay(day: string, language: Language) {
  const date = new Date(`${day}T00:00:00Z`)
  if (day.length < 10 || Number.isNaN(date.getTime())) return day
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
    date,
  )
}

export function languagesIn(value: string | null): readonly string[] {
  const list = parseJson(value ?? '[]')
  return Array.isArray(list) ? list.map(String) : []
}

export function languageName(code: string, language: Language) {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}

/** A new phone or contact in one line. */
export function showNewRow({ asked, tbl }: Pick<PartRow, 'asked' | 'tbl'>, reader: Reader): string {
  const typed = parseJson(asked ?? '')
  if (tbl === 'phones') {
    const { data } = NewPhone.safeParse(typed)
    return data ? showPhone(data.number, reader.country) : ''
  }
  const { data } = NewContact.safeParse(typed)
  if (!data) return ''
  const kind = sayIf(familyFieldsMessages, `contact-kind.${data.kind}`, reader.language)
  const phones = data.phones.map(({ number }) => showPhone(number, reader.country))
  return [`${data.name} (${kind})`, ...phones].join(', ')
}

/** Languages that are spoken at home most in the three countries; the child's own are added. */
const usual =
  'nl sv en ar tr pl uk ru de fr es pt it ro bg hu el sq bs hr sr so ti am fa ku ps ur hi bn zh vi th tl id rif fi da no fy pap'.split(
    ' ',
  )

export function languageChoices(present: readonly string[], language: Language) {
  return [...new Set([...usual, ...present])]
    .map((code) => ({ code, name: languageName(code, language) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, language))
}
