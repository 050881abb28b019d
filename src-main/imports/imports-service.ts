import { asc, desc } from 'drizzle-orm'
import type { ImportReport, ImportsContract } from '#shared/imports/imports-contract.ts'
import type { Day } from '#shared/platform/day.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import type { TableAsked } from '../import-readers/table/table-reader.ts'
import type { ReadDb, Service } from '../platform/database.ts'
import { schools } from '../school/school-table.ts'
import { staff } from '../staff/staff-table.ts'
import { applyPlan } from './apply-plan.ts'
import { importPresets, importReports } from './imports-table.ts'
import { readSnapshot } from './match/school-snapshot.ts'
import { noChoices, planImport } from './plan/plan-import.ts'
import type { Turns } from './plan/planning.ts'
import { type Reading, readFiles } from './read-files.ts'
import { createUploads, filesOf, type Upload } from './uploads.ts'

export type ImportsService = Service<ImportsContract> & {
  /** At sign-out and when the school is closed: what was chosen is let go. */
  readonly forgetAll: () => void
}

/** Files come in by pieces, are read in their own thread, compared, and then applied in one action. */
export function createImportsService(): ImportsService {
  const uploads = createUploads()

  return {
    forgetAll: uploads.forgetAll,

    async receive(_db, { upload, file, bytes }) {
      uploads.receive(upload, file, bytes)
      return null
    },

    async preview(db, { upload: id, mapping = null, format: said = null }, { today, newId }) {
      const upload = uploads.find(id)
      if (!upload) return { ok: false, refusal: 'import.gone', problems: [], table: null }
      if (!upload.reading || (mapping && upload.reading.table)) {
        upload.reading = null
        upload.previewed = null
        const reading = await readUpload(upload, {
          ...tableAsked(db, today),
          mapping,
          format: said,
        })
        if (!reading.ok) {
          const { problems, table } = reading
          const refusal = table ? 'import.mapping' : 'import.refused'
          return { ok: false, refusal, problems, table }
        }
        upload.reading = reading
        // A table may be read once more under another mapping.
        if (!reading.table) upload.pieces.clear()
      }
      const { source, problems, table } = upload.reading
      const school = readSnapshot(db)
      const plan = await inTurns(
        planImport({ school, source, problems, choices: noChoices, today, newId }),
      )
      upload.previewed = new Map(plan.lines.map(({ line, found }) => [line.key, found]))
      const { format, version, schoolName, schoolYear, isDelta } = source
      return ok({
        upload: id,
        ...{ format, version, schoolName, schoolYear, isDelta },
        table,
        counts: plan.counts,
        lines: plan.lines.map(({ line }) => line),
        problems: plan.problems,
      })
    },

    *apply(db, { upload: id, leaveOut, decisions }, context) {
      const upload = uploads.find(id)
      if (!upload) return refuse('import.gone')
      if (!upload.reading || !upload.previewed) return refuse('import.busy')
      const answer = yield* applyPlan(db, {
        reading: upload.reading,
        previewed: upload.previewed,
        fileNames: [...upload.fileNames],
        choices: { leaveOut: new Set(leaveOut), decisions: new Map(Object.entries(decisions)) },
        context,
      })
      if (answer.ok) uploads.forget(id)
      return answer
    },

    async forget(_db, { upload }) {
      uploads.forget(upload)
      return null
    },

    presets(db) {
      return db.select().from(importPresets).orderBy(asc(importPresets.name)).all()
    },

    savePreset(db, preset) {
      db.describe(preset.name)
      db.save(importPresets, preset)
      return null
    },

    removePreset(db, { id }) {
      db.remove(importPresets, id)
      return null
    },

    reports(db) {
      const namesById = new Map(
        db
          .select()
          .from(staff)
          .all()
          .map((each) => [String(each.id), displayName(each)]),
      )
      return db
        .select()
        .from(importReports)
        .orderBy(desc(importReports.at))
        .all()
        .map(
          ({ staffId, ...report }): ImportReport => ({
            ...report,
            staffName: namesById.get(staffId) ?? '',
          }),
        )
    },

    removeReport(db, { id }) {
      db.remove(importReports, id)
      return null
    },
  }
}

/** What a table cannot say itself: the school's presets and country, and what the office answered. */
function tableAsked(db: ReadDb, today: Day): Omit<TableAsked, 'mapping' | 'format'> {
  const school = db.select().from(schools).get()
  const presets = db.select().from(importPresets).orderBy(asc(importPresets.name)).all()
  return { presets, country: school?.country ?? 'nl', today }
}

async function readUpload(upload: Upload, asked: TableAsked): Promise<Reading> {
  const files = filesOf(upload)
  if ('code' in files) return { ok: false, problems: [files], table: null }
  return readFiles(files, undefined, asked)
}

/** Half a frame: so long the thread may plan before those who wait have their turn. */
const turn = 8

async function inTurns<Answer>(turns: Turns<Answer>): Promise<Answer> {
  let since = performance.now()
  for (;;) {
    const step = turns.next()
    if (step.done) return step.value
    if (performance.now() - since < turn) continue
    await new Promise((resolve) => setImmediate(resolve))
    since = performance.now()
  }
}
