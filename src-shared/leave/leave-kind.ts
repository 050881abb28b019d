import { z } from 'zod'
import type { Country } from '#shared/platform/language.ts'

/**
 * Reasons for which leave is asked (domain.md 3.1 to 3.3). The Netherlands: Leerplichtwet art. 11f
 * (religion), 11g (weighty circumstances) and 13a (holiday because of a parent's profession).
 * Flanders: what gives code R by law and what gives P when the principal agrees. Sweden: 7 kap. 18 §.
 */
export const leaveKinds = [
  'religion',
  'profession-holiday',
  'moving',
  'wedding',
  'funeral',
  'jubilee',
  'family-illness',
  'legal-duty',
  'sport-or-culture',
  'time-out',
  'private',
  'journey',
  'other',
] as const
export const LeaveKind = z.enum(leaveKinds)
export type LeaveKind = z.output<typeof LeaveKind>

/**
 * Who decides: nobody, since a notice is enough; the school; the principal in person; or the
 * attendance officer of the municipality, to whom the school forwards the file.
 */
export type LeaveDecider = 'notice' | 'school' | 'principal' | 'officer'

export type LeaveRule = {
  readonly kind: LeaveKind
  /** The article or paragraph that it rests on; a name of a law, the same in every language. */
  readonly article: string
  /** Counts to the days that the law leaves to the school in a year. */
  readonly countsToLimit: boolean
  /** A notice: the school must not refuse it. */
  readonly isNotice: boolean
  /** School days that are usual; a guideline and no law. Null where it is talked over. */
  readonly usualDays: number | null
  /** Something on paper belongs to it: a card, a statement of the employer. */
  readonly needsDocument: boolean
  /** What the granted days are called in the register. */
  readonly code: string
}

const rule = (given: Pick<LeaveRule, 'kind' | 'article' | 'code'> & Partial<LeaveRule>) => ({
  countsToLimit: true,
  isNotice: false,
  usualDays: null,
  needsDocument: false,
  ...given,
})

const weighty = { article: 'Leerplichtwet 11g, 14', code: 'leave' } as const
const dutch: readonly LeaveRule[] = [
  rule({
    kind: 'religion',
    article: 'Leerplichtwet 11e, 13',
    code: 'religion',
    countsToLimit: false,
    isNotice: true,
    usualDays: 1,
  }),
  rule({
    kind: 'profession-holiday',
    article: 'Leerplichtwet 11f, 13a',
    code: 'leave',
    countsToLimit: false,
    needsDocument: true,
  }),
  rule({ kind: 'moving', ...weighty, usualDays: 1 }),
  rule({ kind: 'wedding', ...weighty, usualDays: 2, needsDocument: true }),
  rule({ kind: 'funeral', ...weighty, usualDays: 4 }),
  rule({ kind: 'jubilee', ...weighty, usualDays: 1 }),
  rule({ kind: 'family-illness', ...weighty }),
  rule({ kind: 'legal-duty', ...weighty }),
  rule({ kind: 'other', ...weighty }),
]

const byLaw = { article: 'Omzendbrief BaO: code R', code: 'R', countsToLimit: false } as const
const agreed = { article: 'Omzendbrief BaO: code P', code: 'P', countsToLimit: false } as const
const flemish: readonly LeaveRule[] = [
  rule({ kind: 'religion', ...byLaw, usualDays: 1 }),
  rule({ kind: 'wedding', ...byLaw, needsDocument: true }),
  rule({ kind: 'funeral', ...byLaw, needsDocument: true }),
  rule({ kind: 'legal-duty', ...byLaw, needsDocument: true }),
  rule({ kind: 'family-illness', ...agreed }),
  rule({ kind: 'sport-or-culture', ...agreed, needsDocument: true }),
  rule({ kind: 'time-out', ...agreed, needsDocument: true }),
  rule({ kind: 'other', ...agreed }),
]

const swedishArticle = { article: 'Skollagen 7 kap. 18 §', code: 'leave' } as const
const swedish: readonly LeaveRule[] = [
  rule({ kind: 'private', ...swedishArticle }),
  rule({ kind: 'religion', ...swedishArticle }),
  rule({ kind: 'sport-or-culture', ...swedishArticle }),
  rule({ kind: 'journey', ...swedishArticle }),
  rule({ kind: 'funeral', ...swedishArticle }),
  rule({ kind: 'other', ...swedishArticle }),
]

export const leaveRules: Readonly<Record<Country, readonly LeaveRule[]>> = {
  nl: dutch,
  be: flemish,
  se: swedish,
}

/** The rule of a kind; null when the country has no such leave. */
export const ruleOf = (country: Country, kind: LeaveKind): LeaveRule | null =>
  leaveRules[country].find((each) => each.kind === kind) ?? null
