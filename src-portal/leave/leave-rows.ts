import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { LeaveKind } from '#shared/leave/leave-kind.ts'
import {
  DocumentState,
  LeaveAnswer,
  type LeaveConsent,
  LeaveDecision,
  LeaveId,
  LeavePart,
  type LeaveRequest,
} from '#shared/leave/leave-request.ts'
import { type LeaveSettingsFields, usualLeaveSettings } from '#shared/leave/leave-settings.ts'
import { Day, dayAt } from '#shared/platform/day.ts'
import { Country } from '#shared/platform/language.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import { rowsOf, type SchoolTx } from '../platform/portal-database.ts'
import { type Fields, isoOf, type PortalParts } from '../platform/portal-parts.ts'

/** The decision is JSON text in the row; nothing for what cannot be read. */
const DecisionText = z.string().transform((text, context) => {
  const read = LeaveDecision.safeParse(JSON.parse(text))
  if (read.success) return read.data
  context.addIssue({ code: 'custom', message: 'unreadable' })
  return z.NEVER
})

const RequestRow = z.object({
  requestId: z.string(),
  pupilId: PupilId,
  kind: LeaveKind,
  from: Day,
  until: Day,
  part: LeavePart,
  reason: z.string(),
  document: DocumentState,
  knownSince: Day.nullish().transform((day) => day ?? null),
  source: z.enum(['guardian', 'office']),
  askedBy: z.string(),
  askedAt: z.string(),
  forwardedOn: Day.nullish().transform((day) => day ?? null),
  decision: DecisionText.nullish().transform((decision) => decision ?? null),
})

type Opening = Pick<PortalParts, 'openRow'>

export function readRequest({ openRow }: Opening, id: string, fields: Fields): LeaveRequest | null {
  const read = RequestRow.safeParse(openRow('leaveRequests', id, fields))
  return read.success ? { ...read.data, id: LeaveId.parse(id) } : null
}

/** The row of a request, as desks have it. */
export function requestFields({ decision, ...request }: LeaveRequest): Fields {
  return { ...request, decision: decision && JSON.stringify(decision) }
}

type Row = { id: string; fields: Fields }

/** Rows of a table about these pupils. */
async function rowsAbout(tx: SchoolTx, tbl: string, pupilIds: readonly string[]) {
  return rowsOf<Row>(
    tx,
    sql`SELECT id, fields FROM sync_rows WHERE tbl = ${tbl} AND gone IS NULL
          AND pupil_id IN (SELECT jsonb_array_elements_text(${JSON.stringify(pupilIds)}::jsonb))`,
  )
}

export async function requestsOf(tx: SchoolTx, parts: Opening, pupilIds: readonly string[]) {
  const rows = await rowsAbout(tx, 'leaveRequests', pupilIds)
  return rows.flatMap(({ id, fields }) => readRequest(parts, id, fields) ?? [])
}

const ConsentRow = z.object({
  id: z.string(),
  leaveId: LeaveId,
  pupilId: PupilId,
  guardianId: z.string(),
  answer: LeaveAnswer,
  recordedBy: z.string(),
  at: z.string(),
})

export async function consentsOf(
  tx: SchoolTx,
  pupilIds: readonly string[],
): Promise<readonly LeaveConsent[]> {
  const rows = await rowsAbout(tx, 'leaveConsents', pupilIds)
  return rows.flatMap(({ id, fields }) => {
    const read = ConsentRow.safeParse({ ...fields, id })
    return read.success ? [read.data] : []
  })
}

/** How the school deals with leave, its country and its clock. */
export type LeaveHouse = {
  readonly settings: LeaveSettingsFields
  readonly country: Country
  readonly today: Day
}

const SettingsRow = z.object({
  guardiansAsk: z.number().transform(Boolean),
  asksEverybody: z.number().transform(Boolean),
  principalDecides: z.number().transform(Boolean),
  rules: z.string(),
})
const SchoolRow = z.object({ country: Country, timeZone: z.string() })

export async function readHouse(tx: SchoolTx, now: number): Promise<LeaveHouse> {
  const rows = await rowsOf<{ tbl: string; fields: Fields }>(
    tx,
    sql`SELECT tbl, fields FROM sync_rows WHERE tbl IN ('leaveSettings', 'schools') AND gone IS NULL`,
  )
  const found = (tbl: string) => rows.find((row) => row.tbl === tbl)?.fields
  const school = SchoolRow.safeParse(found('schools'))
  const { country, timeZone } = school.success
    ? school.data
    : { country: 'nl' as const, timeZone: 'Europe/Amsterdam' }
  const kept = SettingsRow.safeParse(found('leaveSettings'))
  return {
    settings: kept.success ? kept.data : usualLeaveSettings(country),
    country,
    today: dayAt(isoOf(now), timeZone),
  }
}
