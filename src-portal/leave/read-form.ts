import type { FastifyRequest } from 'fastify'
import { LeaveFields } from '#shared/leave/leave-request.ts'
import { typed } from '../platform/page-routes.ts'

/** What somebody filled in, as typed. */
export type TypedLeave = {
  readonly links: readonly string[]
  readonly kind: string
  readonly from: string
  readonly until: string
  readonly part: string
  readonly reason: string
  readonly hasDocument: boolean
  readonly knownSince: string
}

export const emptyLeave: TypedLeave = {
  links: [],
  kind: '',
  from: '',
  until: '',
  part: 'day',
  reason: '',
  hasDocument: false,
  knownSince: '',
}

export function readTyped(request: FastifyRequest): TypedLeave {
  const linked: unknown = Object(request.body).child
  const all = Array.isArray(linked) ? linked : [linked]
  return {
    links: all.filter((each) => typeof each === 'string').slice(0, 20),
    kind: typed(request, 'kind'),
    from: typed(request, 'from'),
    until: typed(request, 'until'),
    part: typed(request, 'part'),
    reason: typed(request, 'reason').slice(0, 1000),
    hasDocument: typed(request, 'document') === '1',
    knownSince: typed(request, 'known-since'),
  }
}

export type FormTrouble =
  | 'ask.not-a-day'
  | 'ask.needs-reason'
  | 'ask.ends-before'
  | 'ask.half-day'
  | 'ask.kind-unknown'

const troubleOfField: Readonly<Record<string, FormTrouble>> = {
  kind: 'ask.kind-unknown',
  reason: 'ask.needs-reason',
  until: 'ask.ends-before',
  part: 'ask.half-day',
}

/** The request in it, or which sentence says what is wrong. */
export function fieldsOf(given: TypedLeave): LeaveFields | FormTrouble {
  const read = LeaveFields.safeParse({
    kind: given.kind,
    from: given.from,
    until: given.until || given.from,
    part: given.part,
    reason: given.reason,
    document: given.hasDocument ? 'promised' : 'none',
    knownSince: given.knownSince || null,
  })
  if (read.success) return read.data
  const field = String(read.error.issues[0]?.path[0] ?? '')
  return field !== 'from' ? (troubleOfField[field] ?? 'ask.not-a-day') : 'ask.not-a-day'
}
