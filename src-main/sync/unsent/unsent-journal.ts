import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { z } from 'zod'

/** One operation as the outbox has it, and the school that it is of. */
export const UnsentOperation = z.object({
  schoolId: z.string(),
  opId: z.string(),
  kind: z.string(),
  tbl: z.string().nullable(),
  rowId: z.string().nullable(),
  field: z.string().nullable(),
  value: z.string().nullable(),
  hlc: z.string(),
  base: z.string().nullable(),
  cmd: z.string().nullable(),
  args: z.string().nullable(),
  staffId: z.string(),
  tx: z.number(),
  wall: z.number(),
})
export type UnsentOperation = z.output<typeof UnsentOperation>

export const journalFileOf = (schoolFile: string) => `${schoolFile}.unsent`

const nonceLength = 12
const tagLength = 16
const sizeLength = 4

/** Derived, so that neither file helps to open the other. */
const keyOf = (key: Uint8Array) =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'balie unsent work', 32))

/**
 * A second copy of what the portal has yet to hear, beside the school's file: when that is damaged,
 * work that nobody else has is still there (sync.md 3.3). Each entry is a piece of AES-256-GCM of its
 * own, on the disk before `append` returns. `key` is that of the school's file.
 */
export function openUnsentJournal(file: string, key: Uint8Array) {
  const own = keyOf(key)
  let isEmpty = !existsSync(file)
  return {
    append(operations: readonly UnsentOperation[]) {
      if (operations.length === 0) return
      const descriptor = openSync(file, 'a', 0o600)
      try {
        writeSync(descriptor, Buffer.concat(operations.map((each) => closed(own, each))))
        fsyncSync(descriptor)
      } finally {
        closeSync(descriptor)
      }
      isEmpty = false
    },
    /** Everything was heard. */
    clear() {
      if (isEmpty) return
      rmSync(file, { force: true })
      isEmpty = true
    },
    isEmpty: () => isEmpty,
    end: () => void own.fill(0),
  }
}

/** What a journal holds, the oldest first, as far as it can be read: a torn end is passed over. */
export function readUnsentJournal(file: string, key: Uint8Array): readonly UnsentOperation[] {
  if (!existsSync(file)) return []
  const own = keyOf(key)
  const bytes = readFileSync(file)
  const found: UnsentOperation[] = []
  for (let at = 0; at + sizeLength <= bytes.length; ) {
    const size = bytes.readUInt32BE(at)
    const entry = bytes.subarray(at + sizeLength, at + sizeLength + size)
    if (size < nonceLength + tagLength || entry.length < size) break
    at += sizeLength + size
    const operation = opened(own, entry)
    if (operation) found.push(operation)
  }
  own.fill(0)
  return found
}

function closed(key: Buffer, operation: UnsentOperation): Buffer {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const text = Buffer.concat([cipher.update(JSON.stringify(operation), 'utf8'), cipher.final()])
  const entry = Buffer.concat([nonce, cipher.getAuthTag(), text])
  const size = Buffer.alloc(sizeLength)
  size.writeUInt32BE(entry.length)
  return Buffer.concat([size, entry])
}

/** Null for an entry that was damaged, or is of another file. */
function opened(key: Buffer, entry: Buffer): UnsentOperation | null {
  try {
    const decipher = createDecipheriv(
      'aes-256-gcm',
      key,
      entry.subarray(0, nonceLength),
    ).setAuthTag(entry.subarray(nonceLength, nonceLength + tagLength))
    const text = decipher.update(entry.subarray(nonceLength + tagLength), undefined, 'utf8')
    return UnsentOperation.parse(JSON.parse(text + decipher.final('utf8')))
  } catch {
    return null
  }
}
