import assert from 'node:assert/strict'
import { readSource } from '../../src-main/import-readers/readers.ts'
import type { Files } from './importing-school.ts'

const asFiles = (files: Files) =>
  Object.entries(files).map(([name, content]) => ({ name, bytes: Buffer.from(content) }))

/** What the reader makes of files that it is expected to take. */
export async function read(files: Files) {
  const reading = await readSource(asFiles(files))
  assert(reading.ok, JSON.stringify(reading.problems[0]))
  return reading
}

/** Why the reader refuses files that it is expected to refuse. */
export async function refusalOf(files: Files) {
  const reading = await readSource(asFiles(files))
  assert(!reading.ok, 'taken')
  return reading.problems[0]
}
