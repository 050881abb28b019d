import type { FigureOf } from '#shared/counters/figures.ts'
import { addDays, type Day } from '#shared/platform/day.ts'
import type { Country } from '#shared/platform/language.ts'
import { dayNumber } from '#shared/school-days/day-number.ts'
import type { ConsentState } from './leave-consent.ts'
import { type LeaveDecider, type LeaveRule, ruleOf } from './leave-kind.ts'
import type { LeaveFields } from './leave-request.ts'

/** What a decision on one child's leave is weighed by (rule NL-LEAVE and SE-10 of domain.md 3.5). */
export type LeaveFacts = {
  readonly country: Country
  readonly fields: LeaveFields
  /** The day on which it was asked. */
  readonly askedOn: Day
  /** School days within the request; a half day is a half. */
  readonly schoolDays: number
  /** School days granted before in this school year that count to the limit of the country. */
  readonly daysThisYear: number
  /** How often holiday leave (13a) was granted before in this school year. */
  readonly holidaysThisYear: number
  /** The first school day after the summer holiday. */
  readonly yearBegins: Day
  readonly consent: ConsentState
  readonly figureOf: FigureOf
}

/** `never` forbids granting; `wrong` goes against a rule; `look` is something to weigh. */
export type FindingWeight = 'never' | 'wrong' | 'look'
export const findingKeys = [
  'no-such-leave',
  'no-school-days',
  'not-first-two-weeks',
  'once-a-year',
  'over-holiday-limit',
  'officer-decides',
  'principal-decides',
  'asked-too-late',
  'more-than-usual',
  'needs-document',
  'consent-waiting',
  'consent-objected',
] as const
export type FindingKey = (typeof findingKeys)[number]
export type LeaveFinding = {
  readonly key: FindingKey
  readonly weight: FindingWeight
  /** The figure in its sentence: days, weeks. */
  readonly figure: number | null
}

export type LeaveCheck = {
  readonly rule: LeaveRule | null
  readonly decider: LeaveDecider
  readonly findings: readonly LeaveFinding[]
}

const finding = (key: FindingKey, weight: FindingWeight, figure: number | null = null) => ({
  key,
  weight,
  figure,
})

/** Everything that a decision must know of the rules, the gravest first. */
export function checkLeave(facts: LeaveFacts): LeaveCheck {
  const rule = ruleOf(facts.country, facts.fields.kind)
  if (!rule) return { rule, decider: 'school', findings: [finding('no-such-leave', 'never')] }
  const decider = deciderOf(facts, rule)
  const findings = [
    ...(facts.schoolDays === 0 ? [finding('no-school-days', 'wrong')] : []),
    ...holidayFindings(facts),
    ...deciderFindings(facts, decider),
    ...noticeFindings(facts, rule),
    ...usualFindings(facts, rule),
    ...consentFindings(facts),
  ]
  const order = ['never', 'wrong', 'look']
  return {
    rule,
    decider,
    findings: findings.toSorted((a, b) => order.indexOf(a.weight) - order.indexOf(b.weight)),
  }
}

/**
 * NL: more than ten days of weighty circumstances in a school year go to the attendance officer,
 * those granted before included. SE: leave of more than ten days is the principal's own, by request
 * or in the whole year, the stricter of two readings (domain.md 7.4).
 */
function deciderOf(facts: LeaveFacts, rule: LeaveRule): LeaveDecider {
  const { country, figureOf, daysThisYear, schoolDays } = facts
  if (rule.isNotice) return 'notice'
  if (!rule.countsToLimit) return 'school'
  const days = daysThisYear + schoolDays
  if (country === 'nl' && days > figureOf('nl.leave-days')) return 'officer'
  if (country === 'se' && days > figureOf('se.leave-days')) return 'principal'
  return 'school'
}

function deciderFindings({ country, figureOf }: LeaveFacts, decider: LeaveDecider) {
  if (decider === 'officer') {
    return [finding('officer-decides', 'never', figureOf('nl.leave-days'))]
  }
  const days = country === 'se' ? figureOf('se.leave-days') : null
  return decider === 'principal' ? [finding('principal-decides', 'wrong', days)] : []
}

/** Leerplichtwet 13a: once a year, at most ten days, and never in the first two weeks. */
function holidayFindings(facts: LeaveFacts): readonly LeaveFinding[] {
  const { fields, figureOf, holidaysThisYear, schoolDays, yearBegins } = facts
  if (fields.kind !== 'profession-holiday') return []
  const weeks = figureOf('nl.holiday-blocked-weeks')
  const free = addDays(yearBegins, weeks * 7)
  const limit = figureOf('nl.holiday-leave-days')
  return [
    ...(fields.until >= yearBegins && fields.from < free
      ? [finding('not-first-two-weeks', 'never', weeks)]
      : []),
    ...(holidaysThisYear > 0 ? [finding('once-a-year', 'never')] : []),
    ...(schoolDays > limit ? [finding('over-holiday-limit', 'never', limit)] : []),
  ]
}

function noticeFindings({ country, fields, askedOn, figureOf }: LeaveFacts, rule: LeaveRule) {
  if (country !== 'nl') {
    return askedOn > fields.from ? [finding('asked-too-late', 'look', 0)] : []
  }
  if (fields.kind === 'profession-holiday') {
    const weeks = figureOf('nl.holiday-notice-weeks')
    const isLate = dayNumber(fields.from) - dayNumber(askedOn) < weeks * 7
    return isLate ? [finding('asked-too-late', 'look', weeks * 7)] : []
  }
  if (rule.isNotice) {
    const days = figureOf('nl.religion-notice-days')
    const isLate = dayNumber(fields.from) - dayNumber(askedOn) < days
    return isLate ? [finding('asked-too-late', 'wrong', days)] : []
  }
  // Before, or within two days after what stood in the way of asking.
  const last = addDays(fields.knownSince ?? fields.from, figureOf('nl.obstacle-days'))
  const isLate = askedOn > fields.from && askedOn > last
  return isLate ? [finding('asked-too-late', 'wrong', figureOf('nl.obstacle-days'))] : []
}

function usualFindings({ fields, schoolDays }: LeaveFacts, rule: LeaveRule) {
  const { usualDays, needsDocument } = rule
  return [
    ...(usualDays !== null && schoolDays > usualDays
      ? [finding('more-than-usual', 'look', usualDays)]
      : []),
    ...(needsDocument && fields.document !== 'seen' ? [finding('needs-document', 'look')] : []),
  ]
}

function consentFindings({ consent }: LeaveFacts): readonly LeaveFinding[] {
  if (consent === 'objected') return [finding('consent-objected', 'wrong')]
  return consent === 'waiting' ? [finding('consent-waiting', 'wrong')] : []
}
