import { phoneKinds } from '#shared/families/contact.ts'
import type { Country } from '#shared/platform/language.ts'
import { languages } from '#shared/platform/language.ts'
import { sexes } from '#shared/pupils/pupil.ts'
import type { AskAct, AskTab, AskTable, ChangePart } from '../change-request.ts'

/** How a value is typed and read (`asked-value.ts`). */
export type AskInput =
  | 'line'
  | 'text'
  | 'phone'
  | 'email'
  | 'postcode'
  | 'day'
  | 'partial-day'
  | 'yes-no'
  | 'order'
  | 'languages'
  | { readonly choices: readonly string[] }

/** One thing that a guardian may ask; whatever is not in the list below cannot be asked. */
export type AskField = {
  readonly table: AskTable
  /** The field of `set`; `add` and `end` for whole rows. */
  readonly field: string
  readonly act: AskAct
  /** More than one only for phones, of which the tab says whose they are. */
  readonly tabs: readonly AskTab[]
  readonly input: AskInput
  readonly isRequired: boolean
  /** The office wants to see a document first: names, birth, consent for medication. */
  readonly isRisky: boolean
  /** May be accepted in bulk when nothing is odd about it. */
  readonly isSafe: boolean
  /** Only who has authority over the child may ask it, unless the school says otherwise. */
  readonly needsAuthority: boolean
}

type Traits = Partial<Pick<AskField, 'isRequired' | 'isRisky' | 'isSafe' | 'needsAuthority'>>

const set =
  (table: AskTable, tabs: readonly AskTab[], always: Traits = {}) =>
  (field: string, input: AskInput = 'line', traits: Traits = {}): AskField => ({
    ...{ table, field, act: 'set', tabs, input },
    ...{ isRequired: false, isRisky: false, isSafe: false, needsAuthority: false },
    ...always,
    ...traits,
  })

const whole = (
  table: AskTable,
  act: 'add' | 'end',
  tabs: readonly AskTab[],
  traits: Traits,
): AskField => ({
  ...{ table, field: act, act, tabs, input: 'text' },
  ...{ isRequired: false, isRisky: false, isSafe: false, needsAuthority: false },
  ...traits,
})

const ofPupil = set('pupils', ['personal'], { needsAuthority: true })
const ofHealth = set('medicals', ['medical'], { needsAuthority: true })
const ofHome = set('households', ['address'])
const ofGuardian = set('guardians', ['own'])
const phoneTabs = ['own', 'address', 'contacts', 'personal'] as const
const ofPhone = set('phones', phoneTabs, { isSafe: true })
const ofContact = set('contacts', ['contacts'], { needsAuthority: true })
const ofContactLink = set('contactLinks', ['contacts'], { needsAuthority: true })
const risky = { isRisky: true } as const
const required = { isRequired: true } as const

/**
 * The whole of what a guardian may ask to change (domain.md 36-44, 52). Not in it, and so never: the
 * national number, authority and everything of the tie between guardian and child, protection, who
 * may never collect, enrolment, groups, notes of the office, its short health alert, and the rows of
 * a shared doctor (another doctor is a new contact).
 */
const declared: readonly AskField[] = [
  ofPupil('firstName', 'line', { ...risky, ...required }),
  ofPupil('officialNames', 'line', risky),
  ofPupil('initials', 'line', risky),
  ofPupil('prefix', 'line', risky),
  ofPupil('lastName', 'line', { ...risky, ...required }),
  ofPupil('sex', { choices: sexes }, risky),
  ofPupil('birthDate', 'partial-day', { ...risky, ...required }),
  ofPupil('birthPlace', 'line', risky),
  ofPupil('nationality', 'line', risky),
  ofPupil('homeLanguages', 'languages'),
  ofPupil('email', 'email', { isSafe: true }),
  ofHome('street', 'line', required),
  ofHome('houseNumber'),
  ofHome('houseNumberAddition'),
  ofHome('postcode', 'postcode', required),
  ofHome('town', 'line', required),
  ofHome('addressCountry'),
  ofHome('mailingAddress'),
  ofContact('name', 'line', required),
  ofContact('organisation'),
  ofContact('address'),
  ofContact('email', 'email', { isSafe: true }),
  ofContactLink('contactOrder', 'order', required),
  ofContactLink('relation'),
  ofContactLink('mayCollect', 'yes-no'),
  ofContactLink('validFrom', 'day'),
  ofContactLink('validUntil', 'day'),
  whole('contactLinks', 'add', ['contacts'], { isSafe: true, needsAuthority: true }),
  whole('contactLinks', 'end', ['contacts'], { needsAuthority: true }),
  ofHealth('allergies', 'text'),
  ofHealth('conditions', 'text'),
  ofHealth('medication', 'text'),
  ofHealth('diet', 'text'),
  ofHealth('medicationPermitted', 'yes-no', risky),
  ofHealth('instructions', 'text'),
  ofGuardian('firstName', 'line', required),
  ofGuardian('initials'),
  ofGuardian('prefix'),
  ofGuardian('lastName', 'line', { ...risky, ...required }),
  ofGuardian('email', 'email', { isSafe: true }),
  ofGuardian('language', { choices: languages }, { isSafe: true }),
  ofPhone('number', 'phone', required),
  ofPhone('kind', { choices: phoneKinds }, required),
  ofPhone('mayCallDuringSchool', 'yes-no'),
  whole('phones', 'add', phoneTabs, { isSafe: true }),
  whole('phones', 'end', phoneTabs, {}),
]

/** Fields that only these countries use. */
const onlyIn: Readonly<Record<string, readonly Country[]>> = {
  initials: ['nl'],
  prefix: ['nl', 'be'],
}

/** What may be asked in a country, in the order of its forms. */
export function askFieldsOf(country: Country): readonly AskField[] {
  return declared.filter(({ field }) => onlyIn[field]?.includes(country) ?? true)
}

/** The entry that a part falls under, or undefined when that can never be asked. */
export function askFieldOf(
  { act, tbl, field }: Pick<ChangePart, 'act' | 'tbl' | 'field'>,
  country: Country,
): AskField | undefined {
  if (act === 'set' ? field === null : field !== null) return undefined
  return askFieldsOf(country).find(
    (each) => each.table === tbl && each.act === act && each.field === (field ?? act),
  )
}

/** What names an entry in the rules of a school: `pupils.firstName`, `phones.add`. */
export const askKey = ({ table, field }: Pick<AskField, 'table' | 'field'>) => `${table}.${field}`

/** Every entry of a tab, by country. */
export const askFieldsOn = (tab: AskTab, country: Country) =>
  askFieldsOf(country).filter(({ tabs }) => tabs.includes(tab))
