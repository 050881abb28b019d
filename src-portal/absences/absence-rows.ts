import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { type CodeBook, codeBook, OwnCodes } from '#shared/absences/absence-codes.ts'
import { DayPart, Decision, EvidenceKind, Observation } from '#shared/absences/absence-mark.ts'
import {
  type AbsenceReport,
  AbsenceReportId,
  ReportPart,
  ReportSource,
} from '#shared/absences/absence-report.ts'
import { type AbsenceSettingsFields, usualSettings } from '#shared/absences/absence-settings.ts'
import { clockTimeAt } from '#shared/absences/clock-time.ts'
import { Day, dayAt } from '#shared/platform/day.ts'
import { Country } from '#shared/platform/language.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import { rowsOf, type SchoolTx } from '../platform/portal-database.ts'
import { type Fields, isoOf, type PortalParts } from '../platform/portal-parts.ts'

/** JSON text of a row, as a schema reads it; nothing for what cannot be read. */
const json = <Schema extends z.ZodType>(schema: Schema) =>
  z.string().transform((text, context) => {
    const read = schema.safeParse(JSON.parse(text))
    if (read.success) return read.data
    context.addIssue({ code: 'custom', message: 'unreadable' })
    return z.NEVER
  })

const ReportRow = z.object({
  id: AbsenceReportId,
  pupilId: PupilId,
  source: ReportSource,
  from: Day,
  until: Day.nullable(),
  part: ReportPart,
  fromTime: z.string().nullable(),
  untilTime: z.string().nullable(),
  weekdays: json(z.array(z.number())),
  everyWeeks: z.union([z.literal(1), z.literal(2)]),
  code: z.string(),
  evidence: EvidenceKind.nullable(),
  note: z.string().nullable().default(null),
  reportedBy: z.string(),
  reportedAt: z.string(),
  backOn: Day.nullable(),
  backPart: DayPart.nullable(),
  withdrawnAt: z.string().nullable(),
  withdrawnBy: z.string().nullable(),
  causeId: z.string().nullable(),
})

/** A field that is empty may be left out of a row. */
const withEmpty = (fields: Fields): Fields => ({
  ...Object.fromEntries(Object.keys(ReportRow.shape).map((name) => [name, null])),
  ...fields,
})

export function readReport(
  parts: Pick<PortalParts, 'openRow'>,
  id: string,
  fields: Fields,
): AbsenceReport | null {
  const read = ReportRow.safeParse(withEmpty(parts.openRow('absenceReports', id, fields)))
  return read.success ? read.data : null
}

/** The row of a report, as desks have it. */
export const reportFields = (report: AbsenceReport): Fields => ({
  ...report,
  weekdays: JSON.stringify(report.weekdays),
})

type Row = { id: string; fields: Fields }

export async function reportsOf(
  tx: SchoolTx,
  parts: Pick<PortalParts, 'openRow'>,
  pupilIds: readonly string[],
): Promise<readonly AbsenceReport[]> {
  const rows = await rowsOf<Row>(
    tx,
    sql`SELECT id, fields FROM sync_rows WHERE tbl = 'absenceReports' AND gone IS NULL
          AND pupil_id IN (SELECT jsonb_array_elements_text(${JSON.stringify(pupilIds)}::jsonb))`,
  )
  return rows.flatMap(({ id, fields }) => readReport(parts, id, fields) ?? [])
}

const MarkRow = z.object({
  pupilId: PupilId,
  day: Day,
  part: DayPart,
  observation: json(Observation).nullish(),
  decision: json(Decision).nullish(),
})
export type SaidMark = z.output<typeof MarkRow>

/** What was seen, or decided, of these pupils since a day. */
export async function marksSince(
  tx: SchoolTx,
  tbl: 'absenceMarks' | 'absenceDecisions',
  pupilIds: readonly string[],
  since: Day,
): Promise<readonly SaidMark[]> {
  const rows = await rowsOf<Row>(
    tx,
    sql`SELECT id, fields FROM sync_rows WHERE tbl = ${tbl} AND gone IS NULL
          AND pupil_id IN (SELECT jsonb_array_elements_text(${JSON.stringify(pupilIds)}::jsonb))
          AND fields ->> 'day' >= ${since}`,
  )
  return rows.flatMap(({ fields }) => {
    const read = MarkRow.safeParse(fields)
    return read.success ? [read.data] : []
  })
}

export type ClosedRegister = { readonly groupId: string; readonly day: Day; readonly part: DayPart }

/** Registers of these groups that are finished: others are nobody's business yet. */
export async function closedRegisters(
  tx: SchoolTx,
  groupIds: readonly string[],
  since: Day,
): Promise<readonly ClosedRegister[]> {
  const rows = await rowsOf<Row>(
    tx,
    sql`SELECT id, fields FROM sync_rows WHERE tbl = 'registers' AND gone IS NULL
          AND fields ->> 'day' >= ${since} AND fields ->> 'closedAt' IS NOT NULL
          AND fields ->> 'groupId' IN (SELECT jsonb_array_elements_text(${JSON.stringify(groupIds)}::jsonb))`,
  )
  const Closed = z.object({ groupId: z.string(), day: Day, part: DayPart })
  return rows.flatMap(({ fields }) => {
    const read = Closed.safeParse(fields)
    return read.success ? [read.data] : []
  })
}

/** How the school registers, its clock, and its codes. */
export type AbsenceHouse = {
  readonly settings: AbsenceSettingsFields
  readonly codes: CodeBook
  readonly country: Country
  readonly timeZone: string
  readonly today: Day
  readonly nowTime: string
}

const SettingsRow = z.object({
  guardiansReport: z.number().transform(Boolean),
  cutOff: z.string(),
  hidesIllness: z.number().transform(Boolean),
  ownCodes: json(OwnCodes),
})
const SchoolRow = z.object({ country: Country, timeZone: z.string() })

export async function readHouse(tx: SchoolTx, now: number): Promise<AbsenceHouse> {
  const rows = await rowsOf<{ tbl: string; fields: Fields }>(
    tx,
    sql`SELECT tbl, fields FROM sync_rows WHERE tbl IN ('absenceSettings', 'schools') AND gone IS NULL`,
  )
  const found = (tbl: string) => rows.find((row) => row.tbl === tbl)?.fields
  const kept = SettingsRow.safeParse(found('absenceSettings'))
  const settings = { ...usualSettings(), ...(kept.success ? kept.data : {}) }
  const school = SchoolRow.safeParse(found('schools'))
  const { country, timeZone } = school.success
    ? school.data
    : { country: 'nl' as const, timeZone: 'Europe/Amsterdam' }
  return {
    settings,
    codes: codeBook(country, settings.ownCodes, settings.hidesIllness),
    country,
    timeZone,
    today: dayAt(isoOf(now), timeZone),
    nowTime: clockTimeAt(isoOf(now), timeZone),
  }
}
