import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Audience, EventKind } from '#shared/calendar/calendar-event.ts'
import { concerns, isForGuardians } from '#shared/calendar/visible-events.ts'
import { Day } from '#shared/platform/day.ts'
import { Country, Language } from '#shared/platform/language.ts'
import { timeZoneOfCountry } from '#shared/school/school.ts'
import { ExceptionKind, isDayOff } from '#shared/school-days/day-exception.ts'
import { rowsOf, type SchoolTx } from '../platform/portal-database.ts'

/** A list that lies in a field as JSON text. */
const Ids = z
  .string()
  .nullable()
  .transform((text) => (text === null ? null : z.array(z.string()).parse(JSON.parse(text))))

/** Rows that came from a desk before a field was known do not have it. */
const absent = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null)

const EventRow = z.object({
  id: z.string(),
  key: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  location: z.string().nullable(),
  startsAt: z.string(),
  endsAt: z.string(),
  timeZone: z.string().nullable(),
  recurrence: z.string().nullable(),
  exceptions: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
  isCancelled: z.number().transform((value) => value === 1),
  kind: absent(EventKind),
  audience: absent(Audience),
  groupIds: z.string().nullable().default(null).pipe(Ids),
  isPublished: absent(z.number()).transform((value) => value === 1),
})

const DaysRow = z.object({
  id: z.string(),
  kind: ExceptionKind,
  name: z.string(),
  startsOn: Day,
  endsOn: Day,
  groupIds: z.string().nullable().default(null).pipe(Ids),
})

const TermRow = z.object({ id: z.string(), name: z.string(), startsOn: Day, endsOn: Day })

export type PortalEvent = z.output<typeof EventRow> & { readonly changedAt: string }
export type PortalDaysOff = z.output<typeof DaysRow> & { readonly changedAt: string }

export type PortalCalendar = {
  readonly name: string
  readonly language: Language
  readonly timeZone: string
  readonly events: readonly PortalEvent[]
  readonly daysOff: readonly PortalDaysOff[]
  readonly terms: readonly z.output<typeof TermRow>[]
}

type Stored = { tbl: string; fields: unknown; born: string; stamps: Record<string, string> }

/** What guardians of these groups may see of the office's calendar, as it is now. */
export async function readCalendar(
  tx: SchoolTx,
  groupIds: ReadonlySet<string>,
): Promise<PortalCalendar> {
  const rows = await rowsOf<Stored>(
    tx,
    sql`SELECT tbl, fields, born, stamps FROM sync_rows
        WHERE tbl IN ('schools', 'calendarEvents', 'dayExceptions', 'terms') AND gone IS NULL
        ORDER BY id`,
  )
  const of = <Schema extends z.ZodType>(tbl: string, schema: Schema) =>
    rows.flatMap((row) => {
      // A row of a newer desk that this portal cannot read is left out; the rest stands.
      const parsed = row.tbl === tbl ? schema.safeParse(row.fields) : null
      return parsed?.success ? [{ ...Object(parsed.data), changedAt: changedAt(row) }] : []
    })
  const events: PortalEvent[] = of('calendarEvents', EventRow)
  const daysOff: PortalDaysOff[] = of('dayExceptions', DaysRow)
  const terms: z.output<typeof TermRow>[] = of('terms', TermRow)
  return {
    ...readSchool(rows),
    events: events.filter((event) => isForGuardians(event, groupIds)),
    daysOff: daysOff
      .filter((each) => isDayOff(each.kind) && concerns(each, groupIds))
      .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1)),
    terms: terms.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1)),
  }
}

function readSchool(rows: readonly Stored[]) {
  const fields = Object(rows.find(({ tbl }) => tbl === 'schools')?.fields)
  const country = Country.catch('nl').parse(fields.country)
  return {
    name: typeof fields.name === 'string' ? fields.name : '',
    language: Language.catch('nl').parse(fields.language),
    timeZone: typeof fields.timeZone === 'string' ? fields.timeZone : timeZoneOfCountry[country],
  }
}

/** The latest stamp of a row begins with its milliseconds in hex. */
function changedAt({ born, stamps }: Stored): string {
  const latest = [born, ...Object.values(stamps)].toSorted().at(-1) ?? born
  return new Date(Number.parseInt(latest.slice(0, 12), 16)).toISOString()
}
