import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { limits } from './limits.ts'
import { FileRefused, type Problems } from './problems.ts'
import type { SourceFile } from './source-file.ts'

export const isZip = ({ bytes: [a, b, c, d] }: SourceFile) =>
  a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6))

/** The files of a zip, in memory; every entry is judged by its header before a byte is inflated. */
export async function unzipFiles(zip: SourceFile, problems: Problems): Promise<SourceFile[]> {
  try {
    return await unzip(zip, problems)
  } catch (error) {
    if (error instanceof FileRefused) throw error
    const isBadName = error instanceof Error && /relative path|absolute path/.test(error.message)
    return problems.refuse(isBadName ? 'zip-suspicious' : 'zip-damaged', { file: zip.name })
  }
}

async function unzip(zip: SourceFile, problems: Problems): Promise<SourceFile[]> {
  const archive = await yauzl.fromBufferPromise(Buffer.from(zip.bytes), { lazyEntries: true })
  if (archive.entryCount > limits.files) problems.refuse('zip-suspicious', { file: zip.name })
  const entries: Entry[] = []
  for await (const entry of archive.eachEntry()) entries.push(entry)
  judgeEntries(entries, zip, problems)

  const files: SourceFile[] = []
  for (const entry of entries) {
    if (entry.fileName.endsWith('/')) continue
    const file = { name: entry.fileName, bytes: await inflate(archive, entry) }
    if (isZip(file)) problems.refuse('zip-suspicious', { file: zip.name, value: file.name })
    files.push(file)
  }
  return files
}

function judgeEntries(entries: readonly Entry[], zip: SourceFile, problems: Problems) {
  for (const entry of entries) {
    const where = { file: zip.name, value: entry.fileName }
    if (isTrick(entry)) problems.refuse('zip-suspicious', where)
    if (entry.uncompressedSize > limits.fileBytes) problems.refuse('too-large', where)
    if (entry.isEncrypted()) problems.refuse('zip-damaged', where)
  }
  const sum = (size: (entry: Entry) => number) =>
    entries.reduce((all, entry) => all + size(entry), 0)
  if (sum((entry) => entry.uncompressedSize) > limits.totalBytes) {
    problems.refuse('too-large', { file: zip.name })
  }
  // Entries that share their bytes: each looks harmless and together they are a bomb.
  if (sum((entry) => entry.compressedSize) > zip.bytes.length) {
    problems.refuse('zip-suspicious', { file: zip.name })
  }
}

/** Grows beyond belief, or wants to land outside its folder. */
function isTrick({ fileName, uncompressedSize, compressedSize }: Entry) {
  const isBig = uncompressedSize > 1024 * 1024
  if (isBig && uncompressedSize > compressedSize * limits.zipRatio) return true
  return /^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)|\0/i.test(fileName)
}

/** yauzl stops a stream that grows beyond the size that the header promised. */
async function inflate(archive: ZipFile, entry: Entry): Promise<Uint8Array> {
  const stream = await archive.openReadStreamPromise(entry)
  const pieces: Uint8Array[] = []
  for await (const piece of stream) pieces.push(piece)
  return Buffer.concat(pieces)
}
