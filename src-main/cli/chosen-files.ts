import { closeSync, lstatSync, opendirSync, openSync, readSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { ScriptFailed } from './script-failed.ts'

export type ChosenFile = {
  /** As a window names it: with the chosen folder before it, and forward slashes. */
  readonly name: string
  readonly path: string
}

/** Bytes of one piece, as `imports.receive` takes them. */
const pieceBytes = 1_048_576

/** More than any reader takes, so that it is the reader who says that it is too much. */
const most = { files: 2000, folders: 500, bytes: 66 * 1024 * 1024 }

/** The files of a path. Links within a folder are left alone: they may lead anywhere. */
export function findChosenFiles(path: string): readonly ChosenFile[] {
  const full = resolve(path)
  const stat = lookAt(path)
  if (stat.isFile()) return [{ name: nameOf(basename(full)), path: full }]
  if (!stat.isDirectory()) throw new ScriptFailed('failure.input-no-file', { path })
  try {
    return filesUnder(full).map((file) => ({
      name: nameOf(relative(dirname(full), file)),
      path: file,
    }))
  } catch {
    throw new ScriptFailed('failure.input-unreadable', { path })
  }
}

/**
 * The pieces of the files, one at a time; no more than the reader would take is ever read, whatever
 * the size of the files.
 */
export function* readPieces(files: readonly ChosenFile[]) {
  let bytes = 0
  for (const { name, path } of files) {
    for (const piece of piecesOf(path)) {
      yield { file: name, bytes: piece }
      bytes += piece.length
      if (bytes > most.bytes) return
    }
  }
}

function* piecesOf(path: string): Generator<Uint8Array<ArrayBuffer>, void> {
  const descriptor = openOrFail(path)
  try {
    for (let isFirst = true; ; isFirst = false) {
      const piece = Buffer.alloc(pieceBytes)
      const length = readSync(descriptor, piece, 0, pieceBytes, null)
      // An empty file is sent too: it was chosen.
      if (length > 0 || isFirst) yield new Uint8Array(piece.subarray(0, length))
      if (length === 0) return
    }
  } finally {
    closeSync(descriptor)
  }
}

function openOrFail(path: string) {
  try {
    return openSync(path, 'r')
  } catch {
    throw new ScriptFailed('failure.input-unreadable', { path })
  }
}

function lookAt(path: string) {
  try {
    return statSync(path)
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new ScriptFailed(isAbsent ? 'failure.input-missing' : 'failure.input-unreadable', {
      path,
    })
  }
}

function filesUnder(folder: string): string[] {
  const files: string[] = []
  const folders = [folder]
  for (const each of folders) {
    if (folders.length > most.folders) break
    const listing = opendirSync(each)
    try {
      for (let entry = listing.readSync(); entry; entry = listing.readSync()) {
        const path = join(each, entry.name)
        const stat = lstatSync(path)
        if (stat.isDirectory()) folders.push(path)
        else if (stat.isFile()) files.push(path)
        if (files.length > most.files) return files
      }
    } finally {
      listing.closeSync()
    }
  }
  return files.toSorted()
}

/** At most what `imports.receive` takes; the end of a long path is what tells files apart. */
const nameOf = (path: string) => path.replaceAll('\\', '/').slice(-300)
