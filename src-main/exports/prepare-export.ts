import { desc, inArray } from 'drizzle-orm'
import type { ExportRefusal, ExportRequest } from '#shared/exports/exports-contract.ts'
import type { Progress } from '#shared/platform/contract.ts'
import type { Moment } from '#shared/platform/day.ts'
import type { Context, ReadDb } from '../platform/database.ts'
import type { SchoolDatabase } from '../platform/open-database.ts'
import type { ExportedSchool } from './exported-school.ts'
import { exportLog } from './exports-table.ts'
import { changesSince } from './reading/changes-since.ts'
import { readDelta } from './reading/read-delta.ts'
import { readSchool } from './reading/read-school.ts'
import { readRows } from './reading/school-rows.ts'
import { type Along, whoGoesAlong } from './reading/who-goes-along.ts'
import { type Writer, writerOf } from './writers.ts'

type Request = Omit<ExportRequest, 'purpose'>

export type Prepared = {
  readonly writer: Writer
  readonly along: Along
  readonly exported: ExportedSchool
  readonly refusal: ExportRefusal | null
}

/** Everything of an export but the file itself, in steps between which others have the thread. */
export function* prepareExport(
  db: ReadDb,
  database: Pick<SchoolDatabase, 'sqlite'>,
  request: Request,
  caller: Context,
): Generator<Progress, Prepared, void> {
  const writer = writerOf(request.format)
  const rows = readRows(db)
  yield unknown
  const withProtected = request.withProtected && writer.takesProtected
  const withNationalNumbers = request.withNationalNumbers && writer.hasNationalNumbers
  const { groupIds } = request
  const along = whoGoesAlong(rows, { groupIds, withProtected, today: caller.today })
  const bulk = readSchool(rows, along, { caller, withNationalNumbers })
  yield unknown
  const since = request.format === 'oneroster-delta' ? (request.since ?? lastExport(db)) : null
  const changes = since && changesSince(database, since)
  yield unknown
  const delta = since && changes ? readDelta(rows, bulk, { since, now: caller.now, changes }) : null
  const exported = { ...bulk, delta }
  const mayNotHaveNumbers =
    request.withNationalNumbers && !(withNationalNumbers && bulk.school.keepsNationalNumber)
  const isNobody = bulk.pupils.length === 0 && (delta?.gone ?? []).length === 0
  const refusal = mayNotHaveNumbers
    ? 'export.not-allowed'
    : isNobody
      ? 'export.nobody'
      : writer.refuses(exported)
  return { writer, along, exported, refusal }
}

/** How far a job is while nobody can say. */
const unknown: Progress = { done: 0, total: 0 }

/** Whoever never had anything gets everything: a change of nothing. */
const everything: Moment = '1970-01-01T00:00:00.000Z'

function lastExport(db: ReadDb): Moment {
  const last = db
    .select({ at: exportLog.at })
    .from(exportLog)
    .where(inArray(exportLog.format, ['oneroster', 'oneroster-delta']))
    .orderBy(desc(exportLog.at))
    .get()
  return last?.at ?? everything
}
