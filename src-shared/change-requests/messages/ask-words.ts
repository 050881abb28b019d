import { PhoneKind } from '#shared/families/contact.ts'
import { familyFieldsMessages } from '#shared/families/family-fields-messages.ts'
import { Language } from '#shared/platform/language.ts'
import { type MessageKey, type Messages, speak } from '#shared/platform/messages.ts'
import { Sex } from '#shared/pupils/pupil.ts'
import { pupilFieldMessages } from '#shared/pupils/pupil-field-messages.ts'
import type { ChangePart } from '../change-request.ts'
import type { AskInput } from '../rules/ask-fields.ts'
import { parseJson } from '../rules/asked-value.ts'
import { NewContact, NewPhone } from '../rules/new-rows.ts'
import { askWordsMessages } from './ask-words-messages.ts'

/** How a place writes days and phone numbers. */
type Formats = {
  readonly day: (text: string) => string
  readonly phone: (number: string) => string
}

type Valued = Pick<ChangePart, 'act' | 'tbl' | 'field'> & { readonly input: AskInput }

/** What parts are called and how their values read, on screen and on paper. */
export function askWords(language: Language, formats: Formats) {
  const sayPupil = speak(pupilFieldMessages, language)
  const sayFamily = speak(familyFieldsMessages, language)
  const say = speak(askWordsMessages, language)

  const phoneText = ({ kind, number, mayCallDuringSchool }: NewPhone) =>
    [
      `${formats.phone(number)} (${sayFamily(`phone-kind.${kind}`)}`,
      mayCallDuringSchool && say('calls-at-school'),
    ]
      .filter(Boolean)
      .join(', ')
      .concat(')')

  const contactText = (contact: NewContact) =>
    [
      contact.name,
      sayFamily(`contact-kind.${contact.kind}`),
      contact.relation,
      contact.organisation,
      contact.address,
      contact.email,
      contact.mayCollect && say('collects'),
      ...contact.phones.map(phoneText),
    ]
      .filter(Boolean)
      .join(' · ')

  function choice(text: string): string {
    const sex = Sex.safeParse(text)
    if (sex.success) return sayPupil(`sex.${sex.data}`)
    const phone = PhoneKind.safeParse(text)
    if (phone.success) return sayFamily(`phone-kind.${phone.data}`)
    const tongue = Language.safeParse(text)
    return tongue.success ? say(`language.${tongue.data}`) : text
  }

  function ofRow(tbl: ChangePart['tbl'], text: string): string {
    const typed = parseJson(text)
    const phone = tbl === 'phones' ? NewPhone.safeParse(typed) : null
    if (phone?.success) return phoneText(phone.data)
    const contact = NewContact.safeParse(typed)
    return contact.success ? contactText(contact.data) : text
  }

  function languageNames(text: string): string {
    const codes = parseJson(text)
    if (!Array.isArray(codes)) return text
    const names = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' })
    return codes.map((code) => nameOf(names, String(code))).join(', ')
  }

  return {
    /** `households.street`, `phones.add`; what is not known is named by nothing. */
    label(subject: string): string {
      const [table = '', field = ''] = subject.split('.')
      if (has(askWordsMessages, subject)) return say(subject)
      const key = `field.${field}`
      if (table === 'pupils' || table === 'medicals') {
        return has(pupilFieldMessages, key) ? sayPupil(key) : ''
      }
      return has(familyFieldsMessages, key) ? sayFamily(key) : ''
    },
    tab: (tab: 'personal' | 'address' | 'contacts' | 'medical' | 'own') => say(`tab.${tab}`),
    /** A value as people read it; null for nothing. */
    value({ act, tbl, input }: Valued, text: string | null): string | null {
      if (text === null) return null
      if (act === 'add') return ofRow(tbl, text)
      if (act === 'end') return tbl === 'phones' ? formats.phone(text) : text
      if (typeof input === 'object') return choice(text)
      if (input === 'yes-no') return say(text === '1' ? 'yes' : 'no')
      if (input === 'phone') return formats.phone(text)
      if (input === 'day' || input === 'partial-day') return formats.day(text)
      return input === 'languages' ? languageNames(text) : text
    },
  }
}

/** A code that is none in BCP 47 is shown as it stands. */
function nameOf(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}

function has<M extends Messages>(messages: M, key: string): key is MessageKey<M> & string {
  return key in messages.nl
}
