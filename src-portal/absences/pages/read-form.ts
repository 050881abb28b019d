import type { FastifyRequest } from 'fastify'
import { ReportFields } from '#shared/absences/absence-report.ts'
import { typed } from '../../platform/page-routes.ts'

/** What somebody filled in, as typed. */
export type TypedReport = {
  readonly links: readonly string[]
  readonly code: string
  readonly from: string
  readonly until: string
  readonly untilNotice: boolean
  readonly part: string
  readonly fromTime: string
  readonly untilTime: string
  readonly note: string
  readonly instead: string
}

export function readTyped(request: FastifyRequest): TypedReport {
  const linked: unknown = Object(request.body).child
  const all = Array.isArray(linked) ? linked : [linked]
  return {
    links: all.filter((each) => typeof each === 'string').slice(0, 20),
    code: typed(request, 'code'),
    from: typed(request, 'from'),
    until: typed(request, 'until'),
    untilNotice: typed(request, 'notice') === '1',
    part: typed(request, 'part'),
    fromTime: typed(request, 'from-time').trim(),
    untilTime: typed(request, 'until-time').trim(),
    note: typed(request, 'note').slice(0, 500),
    instead: typed(request, 'instead'),
  }
}

const sentences = [
  'absence.ends-before-it-starts',
  'absence.too-long',
  'absence.needs-a-time',
] as const
export type FormTrouble = (typeof sentences)[number] | 'not-a-day' | 'absence.reason-unknown'

/** The report in it, or which sentence says what is wrong. */
export function fieldsOf(given: TypedReport): ReportFields | FormTrouble {
  const isTimed = given.part === 'times'
  const parsed = ReportFields.safeParse({
    from: given.from,
    until: given.untilNotice ? null : given.until || given.from,
    part: given.part,
    fromTime: (isTimed && given.fromTime) || null,
    untilTime: (isTimed && given.untilTime) || null,
    weekdays: [],
    everyWeeks: 1,
    code: given.code,
    evidence: null,
    note: given.note,
  })
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const known = sentences.find((each) => each === issue?.message)
  if (known) return known
  if (issue?.path[0] === 'code') return 'absence.reason-unknown'
  return issue?.path[0] === 'fromTime' || issue?.path[0] === 'untilTime'
    ? 'absence.needs-a-time'
    : 'not-a-day'
}
