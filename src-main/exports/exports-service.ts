import { desc } from 'drizzle-orm'
import type {
  ExportedFile,
  ExportRefusal,
  ExportRequest,
  ExportsContract,
} from '#shared/exports/exports-contract.ts'
import { ok, type Result, refuse } from '#shared/platform/result.ts'
import type { Context, ReadDb, Service, WriteDb } from '../platform/database.ts'
import type { SchoolDatabase } from '../platform/open-database.ts'
import { staff } from '../staff/staff-table.ts'
import { exportLog } from './exports-table.ts'
import { prepareExport } from './prepare-export.ts'

type Database = () => Pick<SchoolDatabase, 'sqlite'>

/** What leaves the house: an outline beforehand, a file, and a log that nobody can take back. */
export function createExports(database: Database): Service<ExportsContract> {
  return {
    outline(db, request, caller) {
      const { exported, along, writer, refusal } = atOnce(
        prepareExport(db, database(), request, caller),
      )
      return {
        pupils: exported.pupils.length,
        guardians: exported.guardians.length,
        staff: exported.staff.length,
        groups: exported.groups.length,
        protectedLeftOut: along.protectedLeftOut,
        notHereLeftOut: along.notHereLeftOut,
        refusal,
        losses: writer.losses(exported.school),
      }
    },

    *make(db, request, caller) {
      const prepared = yield* prepareExport(db, database(), request, caller)
      if (prepared.refusal) return refuse(prepared.refusal)
      const { exported, along, writer } = prepared
      const file = yield* writer.write(exported, { now: caller.now })
      const pupils = exported.pupils.length
      const protectedTaken = exported.pupils.filter((each) => each.protectionLevel > 0).length
      const counts = { pupils, protectedTaken, protectedLeftOut: along.protectedLeftOut }
      writeLog(db, request, caller, counts)
      db.describe(file.name)
      return ok(file) satisfies Result<ExportedFile, ExportRefusal>
    },

    log: (db) => readLog(db),
  }
}

/** A question is answered in one go. */
function atOnce<Answer>(steps: Generator<unknown, Answer, void>): Answer {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

type Counts = {
  readonly pupils: number
  readonly protectedLeftOut: number
  readonly protectedTaken: number
}

function writeLog(
  db: WriteDb,
  { format, purpose, withNationalNumbers }: ExportRequest,
  { newId, now, staffId }: Context,
  counts: Counts,
) {
  const id = newId()
  db.save(exportLog, { id, at: now, staffId, format, purpose, withNationalNumbers, ...counts })
}

function readLog(db: ReadDb) {
  const people = db.select().from(staff).all()
  const names = new Map<string, string>(
    people.map(({ id, firstName, prefix, lastName }) => [
      id,
      [firstName, prefix, lastName].filter(Boolean).join(' '),
    ]),
  )
  const entries = db.select().from(exportLog).orderBy(desc(exportLog.at), desc(exportLog.id)).all()
  return entries.map(({ staffId, ...entry }) => ({ ...entry, staffName: names.get(staffId) ?? '' }))
}
