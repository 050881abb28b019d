import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ImportPreset } from '#shared/imports/table-mapping.ts'
import { runCli } from '../../src-main/cli/run-cli.ts'
import { openScriptSchool } from '../../src-main/cli/script-school.ts'
import { connect } from '../../src-main/platform/connection.ts'
import { serveSchool } from '../../src-main/serve-school.ts'
import { syncedTables } from '../../src-main/synced-tables.ts'
import { migrationsFolder, testKey } from '../builders/test-file.ts'

export type CliJson = {
  readonly format: string | null
  readonly problems: readonly {
    readonly severity: string
    readonly file: string
    readonly line: number | null
    readonly field: string | null
    readonly code: string
    readonly message: string
  }[]
  readonly [kind: string]: unknown
}

/** A folder with a key file, in which commands are given as a script gives them. */
export function aScriptDesk() {
  const folder = mkdtempSync(join(tmpdir(), 'balie-cli-'))
  const inFolder = (name: string) => join(folder, name)
  writeFileSync(inFolder('key'), testKey)
  const house = { tables: syncedTables, serve: serveSchool, migrationsFolder }

  async function run(...argv: readonly string[]) {
    const out: string[] = []
    const err: string[] = []
    const exitCode = await runCli({
      argv,
      house,
      out: (text) => out.push(text),
      err: (text) => err.push(text),
    })
    return { exitCode, out, err: err.join('\n') }
  }

  const school = () => ['--db', inFolder('school.db'), '--key-file', inFolder('key')]

  return {
    folder,
    inFolder,
    run,
    school,
    write(name: string, content: string | Uint8Array) {
      writeFileSync(inFolder(name), content)
      return inFolder(name)
    },
    exists: (name: string) => existsSync(inFolder(name)),
    bytes: (name: string) => readFileSync(inFolder(name)),
    /** The one object that stands on stdout. */
    async json(...argv: readonly string[]) {
      const { exitCode, out, err } = await run(...argv, '--json')
      const json: CliJson = JSON.parse(out.join('\n'))
      return { exitCode, json, err, codes: json.problems.map(({ code }) => code) }
    },
    /** What the window keeps when somebody saves how a table is read. */
    keepPreset(preset: ImportPreset) {
      const school = openScriptSchool(house, inFolder('school.db'), testKey)
      return school.imports.savePreset(preset).finally(school.close)
    },
    /** Rows of a table as they lie in the file. */
    rows(query: string): unknown[] {
      const sqlite = connect({ file: inFolder('school.db'), key: testKey, readonly: true })
      try {
        return sqlite.prepare(query).all()
      } finally {
        sqlite.close()
      }
    },
    [Symbol.dispose]() {
      rmSync(folder, { recursive: true })
    },
  }
}
