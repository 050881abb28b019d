import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { getTableName } from 'drizzle-orm'
import type { Country } from '#shared/platform/language.ts'
import { syncedTables } from '../../src-main/synced-tables.ts'
import { aSchool, numbered } from '../builders/school.ts'

export type Files = Readonly<Record<string, string | Uint8Array>>

export type ImportingSchool = ReturnType<typeof anImportingSchool>

/** A school that receives files; each call of `preview` is an upload of its own. */
export function anImportingSchool({ country = 'nl' }: { readonly country?: Country } = {}) {
  const school = aSchool({ country })
  let uploads = 0

  async function upload(files: Files) {
    const id = numbered(900_000_000 + uploads++)
    for (const [file, content] of Object.entries(files)) {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
      for (let start = 0; start === 0 || start < bytes.length; start += 1_048_576) {
        const piece = bytes.subarray(start, start + 1_048_576)
        await school.imports.receive({ upload: id, file, bytes: new Uint8Array(piece) })
      }
    }
    return id
  }

  return Object.assign(school, {
    async preview(files: Files) {
      return school.imports.preview({ upload: await upload(files) })
    },

    /** Preview and apply in one go; the file is expected to be taken. */
    async import(files: Files, decisions: Readonly<Record<string, string>> = {}) {
      const id = await upload(files)
      const preview = await school.imports.preview({ upload: id })
      assert(preview.ok, `refused: ${JSON.stringify(preview)}`)
      const applied = await school.imports.apply({ upload: id, leaveOut: [], decisions })
      assert(applied.ok, `refused: ${JSON.stringify(applied)}`)
      return { preview: preview.value, report: applied.value }
    },

    /** Every row of every table, by table; reports of imports are not the school's data. */
    rows() {
      return Object.fromEntries(
        syncedTables
          .filter((table) => getTableName(table) !== 'importReports')
          .map((table) => [
            getTableName(table),
            school.database.read.select().from(table).all().toSorted(byText),
          ]),
      )
    },
  })
}

/** Takes an import back as the office does. */
export async function undo(school: ImportingSchool, actionId: string) {
  const answer = await school.history.undo({ actionId })
  assert(answer.ok, JSON.stringify(answer))
}

const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)

export const sharedData = join(import.meta.dirname, '../../../shared/data')

/** Real files by other makers lie beside the project and are not part of it. */
export const noSharedData =
  statSync(sharedData, { throwIfNoEntry: false }) === undefined &&
  `the sample files of other makers are not here: ${sharedData}`

/** A file or a whole folder of the sample files, under the names a chosen folder gives them. */
export function sample(path: string): Files {
  const full = join(sharedData, path)
  if (!statSync(full).isDirectory()) return { [path.split('/').at(-1) ?? path]: readFileSync(full) }
  const names = readdirSync(full, { recursive: true, encoding: 'utf8' })
  return Object.fromEntries(
    names
      .filter((name) => statSync(join(full, name)).isFile())
      .map((name) => [
        relative(join(full, '..'), join(full, name)),
        readFileSync(join(full, name)),
      ]),
  )
}
