import {
  closeSync,
  existsSync,
  linkSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'
import { cliMessages, type FailureCode } from '#shared/cli/cli-messages.ts'
import { type Country, languageOfCountry } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'
import { connect } from '../platform/connection.ts'
import { fileTroubleOf } from '../platform/file-trouble.ts'
import { newKey, readKeyFile, writeKeyFile } from './key-file.ts'
import { ScriptFailed } from './script-failed.ts'
import { type House, openScriptSchool, type ScriptSchool } from './script-school.ts'
import type { Wanted } from './wanted.ts'

/** A school's file that is open, or one in the making that is not there until it is kept. */
export type SchoolFile = {
  readonly school: ScriptSchool
  readonly isNew: boolean
  /** Says what was made besides: the file, its key. A file in the making is thrown away otherwise. */
  readonly keep: () => readonly {
    readonly says: 'key-made' | 'school-made'
    readonly path: string
  }[]
  readonly [Symbol.dispose]: () => void
}

type Place = Pick<Wanted, 'db' | 'keyFile'>

/** The school that is there. */
export function openSchoolFile({ db, keyFile }: Place, house: House): SchoolFile {
  if (!existsSync(db)) throw new ScriptFailed('failure.file-missing', { path: db }, '--db')
  const key = readKeyFile(keyFile)
  refusePlainFile(db)
  const school = opening(db, () => {
    // Two writers would not harm the file, but a window that is open would go on showing what was.
    connect({ file: db, key, alone: true }).close()
    return openScriptSchool(house, db, key)
  })
  return { school, isNew: false, keep: () => [], [Symbol.dispose]: school.close }
}

/** A new school, made beside its place and put there when it is kept, so that none is ever half made. */
export function makeSchoolFile({ db, keyFile }: Place, country: Country, house: House): SchoolFile {
  const file = resolve(db)
  refuseBadPlace(file, db)
  const isKeyNew = !existsSync(keyFile)
  const key = isKeyNew ? newKey() : readKeyFile(keyFile)
  const unfinished = `${file}.${process.pid}.unfinished`
  const throwAway = () => {
    for (const rest of ['', '-wal', '-shm']) rmSync(`${unfinished}${rest}`, { force: true })
  }
  throwAway()
  const school = opening(db, () => openScriptSchool(house, unfinished, key))
  // Somebody who stops the command leaves nothing of it behind.
  process.once('exit', throwAway)
  school.found(country, speak(cliMessages, languageOfCountry[country])('new-school'))
  let isOpen = true
  const close = () => {
    if (isOpen) school.close()
    isOpen = false
  }
  return {
    school,
    isNew: true,
    keep() {
      opening(db, school.settle)
      close()
      if (isKeyNew) withNewKey({ db, keyFile }, key, () => putInPlace(unfinished, file, db))
      else putInPlace(unfinished, file, db)
      const made = { says: 'school-made', path: db } as const
      return isKeyNew ? [{ says: 'key-made', path: keyFile } as const, made] : [made]
    },
    [Symbol.dispose]() {
      close()
      throwAway()
      process.off('exit', throwAway)
    },
  }
}

/** The key first: a school without its key is lost, a key without a school is not. */
function withNewKey({ keyFile }: Place, key: Uint8Array, work: () => void) {
  opening(keyFile, () => writeKeyFile(keyFile, key))
  try {
    work()
  } catch (error) {
    rmSync(keyFile, { force: true })
    throw error
  }
}

function refuseBadPlace(file: string, db: string) {
  if (!existsSync(dirname(file))) {
    throw new ScriptFailed('failure.file-folder-missing', { path: db }, '--db')
  }
  // SQLite would play the log of a lost file into the new one.
  const log = `${file}-wal`
  if (existsSync(log)) throw new ScriptFailed('failure.file-left-over', { path: log }, '--db')
}

/** A link never replaces what somebody else put there meanwhile; not every file system has links. */
function putInPlace(unfinished: string, file: string, db: string) {
  try {
    linkSync(unfinished, file)
  } catch {
    if (existsSync(file)) throw new ScriptFailed('failure.file-appeared', { path: db }, '--db')
    renameSync(unfinished, file)
  }
}

/** Also an empty file: SQLite would take it for a new one, while it may be what is left of a school. */
function refusePlainFile(db: string) {
  const isFile = statSync(db).isFile()
  const head = isFile ? startOf(db) : ''
  if (head === '' || head === 'SQLite format 3') {
    throw new ScriptFailed('failure.file-not-school', { path: db }, '--db')
  }
}

function startOf(path: string) {
  return opening(path, () => {
    const head = Buffer.alloc('SQLite format 3'.length)
    const descriptor = openSync(path, 'r')
    const length = readSync(descriptor, head, 0, head.length, 0)
    closeSync(descriptor)
    return head.toString('latin1', 0, length)
  })
}

/** Troubles of file and disk become sentences; everything else is a bug and goes on. */
function opening<Answer>(path: string, work: () => Answer): Answer {
  try {
    return work()
  } catch (error) {
    throw troubleOf(error, path) ?? error
  }
}

/** What went wrong with the file of the school, at opening or later; null for a bug of ours. */
export function troubleOf(error: unknown, path: string): ScriptFailed | null {
  const isNoDatabase = error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB'
  if (isNoDatabase) return new ScriptFailed('failure.key-wrong', { path }, '--key-file')
  const trouble = fileTroubleOf(error)
  if (!trouble) return null
  const codes: Readonly<Record<string, FailureCode>> = {
    'file-in-use': 'failure.file-in-use',
    'file-damaged': 'failure.file-damaged',
    'file-newer': 'failure.file-newer',
    'file-read-only': 'failure.file-read-only',
    'disk-full': 'failure.disk-full',
  }
  return new ScriptFailed(codes[trouble] ?? 'failure.file-damaged', { path }, '--db')
}
