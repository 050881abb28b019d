import { useMemo } from 'react'
import { consentsMessages } from '#shared/consents/consents-messages.ts'
import { familyFieldsMessages } from '#shared/families/family-fields-messages.ts'
import { groupsMessages } from '#shared/groups/groups-messages.ts'
import { actionMessages } from '#shared/history/action-messages.ts'
import type { ActionRow, ChangeRow } from '#shared/history/history-contract.ts'
import { historyMessages } from '#shared/history/history-messages.ts'
import { Day, PartialDay } from '#shared/platform/day.ts'
import type { Language } from '#shared/platform/language.ts'
import { type Messages, speak } from '#shared/platform/messages.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { pupilFieldMessages } from '#shared/pupils/pupil-field-messages.ts'
import { schoolMessages } from '#shared/school/school-messages.ts'
import { staffMessages } from '#shared/staff/staff-messages.ts'
import { type Formats, useFormats } from '../platform/formats.ts'
import { useLocale } from '../platform/language.tsx'

/** Every feature names its own fields; the history only finds them by table. */
const wordsOfTable: Readonly<Record<string, Messages>> = {
  pupils: pupilFieldMessages,
  enrolments: pupilFieldMessages,
  medicals: pupilFieldMessages,
  guardians: familyFieldsMessages,
  guardianLinks: familyFieldsMessages,
  households: familyFieldsMessages,
  residences: familyFieldsMessages,
  contacts: familyFieldsMessages,
  contactLinks: familyFieldsMessages,
  phones: familyFieldsMessages,
  groups: groupsMessages,
  schoolYears: groupsMessages,
  memberships: groupsMessages,
  groupStaff: groupsMessages,
  consents: consentsMessages,
  schools: schoolMessages,
  staff: staffMessages,
}

/** Values with words of their own stand under another name than their field in some features. */
const kindsOfField: Readonly<Record<string, readonly string[]>> = {
  nationalNumberKind: ['number-kind'],
  protectionLevel: ['protection'],
  informationRight: ['information-right'],
  kind: ['kind', 'phone-kind', 'contact-kind'],
}

export type HistoryWords = ReturnType<typeof createWords>

/** Fields, values and actions of the history in the words of this window. */
export function useHistoryWords(): HistoryWords {
  const { language } = useLocale()
  const formats = useFormats()
  return useMemo(() => createWords(language, formats), [language, formats])
}

function createWords(language: Language, formats: Formats) {
  const say = speak(historyMessages, language)
  const sayAction = speak(actionMessages, language)
  const sayKit = speak(uiMessages, language)

  function wordFor(table: string, key: string) {
    const messages = wordsOfTable[table]
    return messages && Object.hasOwn(messages.nl, key) ? speak(messages, language)(key) : null
  }
  /** `Adres`, `Telefoon`: what kind of thing the row is. */
  function tableName({ table }: Pick<ChangeRow, 'table'>) {
    const known = tableKeys.find((key) => key === `table.${table}`)
    return known ? say(known) : table
  }
  function fieldName({ table, field }: Pick<ChangeRow, 'table' | 'field'>) {
    return field ? (wordFor(table, `field.${field}`) ?? field) : tableName({ table })
  }
  function value({ table, field }: Pick<ChangeRow, 'table' | 'field'>, content: unknown): string {
    if (content === null || content === undefined || content === '') return say('empty')
    if (typeof content === 'boolean') return sayKit(content ? 'yes' : 'no')
    if (Array.isArray(content)) {
      return content.map((each) => value({ table, field }, each)).join(', ') || say('empty')
    }
    const text = String(content)
    // Codes such as `sole` have words; names and streets do not.
    for (const kind of kindsOfField[field ?? ''] ?? [dashed(field ?? '')]) {
      const word = wordFor(table, `${kind}.${text}`)
      if (word) return word
    }
    return readable(text)
  }
  function readable(text: string) {
    if (isId.test(text)) return say('reference')
    if (isMoment.test(text)) return formats.moment(text)
    if (/^\+\d{6,}$/.test(text)) return formats.phone(text)
    return Day.safeParse(text).success && PartialDay.safeParse(text).success
      ? formats.day(text)
      : text
  }
  /** `Leerling gewijzigd`; a method that a newer version knew is simply a change. */
  function action({ path }: Pick<ActionRow, 'path'>) {
    const known = actionPaths.find((key) => key === path)
    return sayAction(known ?? 'other-action')
  }
  /** `Leerling gewijzigd · Anna van den Berg`. */
  function actionLine(row: Pick<ActionRow, 'path' | 'subject'>) {
    const what = action(row)
    return row.subject ? say('clock-subject', { what, subject: row.subject }) : what
  }
  /** What no person did, such as a first filling, was Balie itself; other computers are elsewhere. */
  const who = ({ staffName, path }: Pick<ChangeRow, 'staffName' | 'path'>) =>
    staffName || say(path === 'sync.received' ? 'elsewhere' : 'nobody')
  return { tableName, fieldName, value, action, actionLine, who }
}

const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

const dashed = (field: string) => field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const tableKeys = Object.keys(historyMessages.nl).filter(
  (key): key is Extract<keyof typeof historyMessages.nl, `table.${string}`> =>
    key.startsWith('table.'),
)

const actionPaths = Object.keys(actionMessages.nl).filter(
  (key): key is keyof typeof actionMessages.nl => key !== 'other-action',
)
