import { z } from 'zod'
import { Day } from '#shared/platform/day.ts'
import type { Country } from '#shared/platform/language.ts'
import { type SpellKind, spellKinds } from './absence-mark.ts'
import { codesOfCountry } from './codes-of-countries.ts'

/** What a code means, whatever a country calls it: rules and counters go by this. */
export const codeNatures = [
  'illness',
  'medical',
  'treatment',
  'leave',
  'holiday',
  'religion',
  'closure',
  'suspension',
  'agreed',
  'not-compulsory',
  'unauthorised',
  'to-judge',
] as const
export const CodeNature = z.enum(codeNatures)
export type CodeNature = z.output<typeof CodeNature>

/** A reason for an absence as registers show it. */
export const AbsenceCode = z.object({
  /** What rows hold; never changed once used. Flanders: the letter that goes to Discimus. */
  code: z.string().min(1).max(40),
  nature: CodeNature,
  /** Null: told, and still to be judged by the office. */
  isAuthorised: z.boolean().nullable(),
  spells: z.array(z.enum(spellKinds)).readonly(),
  /** A guardian may choose it in a report. */
  isForGuardians: z.boolean(),
  /** First and last day that the code may be used for; null is open. */
  from: Day.nullable(),
  until: Day.nullable(),
  /** The school's own words; null is the country's. */
  label: z.string().trim().min(1).max(60).nullable(),
})
export type AbsenceCode = z.output<typeof AbsenceCode>

/** What a school changed: codes of its own, other words, a code that ended or is not offered. */
export const OwnCodes = z.array(AbsenceCode).max(60)
export type OwnCodes = z.output<typeof OwnCodes>

/** The codes of a school, several versions of one code beside each other. */
export type CodeBook = {
  readonly country: Country
  readonly versionsByCode: ReadonlyMap<string, readonly AbsenceCode[]>
}

const tellsIllness: readonly CodeNature[] = ['illness', 'medical', 'treatment']

/**
 * A school's own version of a code stands instead of the country's that began on the same day. With
 * `hidesIllness` nobody can choose a code that tells of illness: valid is all that is written down.
 */
export function codeBook(country: Country, own: OwnCodes = [], hidesIllness = false): CodeBook {
  const key = ({ code, from }: AbsenceCode) => `${code} ${from ?? ''}`
  const offered = codesOfCountry[country].map((each) =>
    hidesIllness ? withoutIllness(each) : each,
  )
  const versions = new Map(offered.map((each) => [key(each), each]))
  for (const each of own) versions.set(key(each), each)
  const inOrder = [...versions.values()].toSorted((a, b) =>
    (a.from ?? '').localeCompare(b.from ?? ''),
  )
  return { country, versionsByCode: Map.groupBy(inOrder, ({ code }) => code) }
}

function withoutIllness(code: AbsenceCode): AbsenceCode {
  // What was written down before stays readable, so the code is there but fits nothing.
  if (tellsIllness.includes(code.nature)) return { ...code, spells: [], isForGuardians: false }
  return code.nature === 'agreed' ? { ...code, isForGuardians: true } : code
}

/** The version of a code that holds on a day; null when there is none. */
export function codeOn({ versionsByCode }: CodeBook, code: string, day: Day): AbsenceCode | null {
  const versions = versionsByCode.get(code) ?? []
  return (
    versions.findLast(
      ({ from, until }) => (from === null || from <= day) && (until === null || until >= day),
    ) ?? null
  )
}

/** The codes that may be chosen on a day, in the order of the country. */
export function codesOn(book: CodeBook, day: Day, spell?: SpellKind): readonly AbsenceCode[] {
  return [...book.versionsByCode.keys()].flatMap((code) => {
    const version = codeOn(book, code, day)
    const fits = spell ? version?.spells.includes(spell) : (version?.spells.length ?? 0) > 0
    return version && fits ? [version] : []
  })
}

/**
 * Whether a spell is authorised. Without a reason an absence is not judged yet, and a late arrival is
 * not authorised, which is how Dutch attendance officers count it (domain.md 3.1).
 */
export function isAuthorisedBy(
  book: CodeBook,
  code: string | null,
  day: Day,
  kind: SpellKind = 'absent',
): boolean | null {
  if (code === null) return kind === 'late' ? false : null
  return codeOn(book, code, day)?.isAuthorised ?? null
}

export const natureOf = (book: CodeBook, code: string, day: Day): CodeNature | null =>
  codeOn(book, code, day)?.nature ?? null
