import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, openSync, readSync, writeFileSync } from 'node:fs'
import { ScriptFailed } from './script-failed.ts'

/** Longer than any form of a key; what is longer is some other file, perhaps a very large one. */
const mostBytes = 200

/**
 * The 32 bytes of a key: as they are, as 64 hexadecimal characters or as base64, with or without a
 * line end. Anything else is refused: a password must never quietly become a key.
 */
export function readKeyFile(path: string): Uint8Array {
  if (!existsSync(path)) throw new ScriptFailed('failure.key-missing', { path }, '--key-file')
  const key = keyOf(readStart(path))
  if (!key) throw new ScriptFailed('failure.key-invalid', { path }, '--key-file')
  return key
}

/** A new key for a new school, readable by its maker alone; never over one that is there by now. */
export function writeKeyFile(path: string, key: Uint8Array) {
  if (existsSync(path)) throw new ScriptFailed('failure.file-appeared', { path }, '--key-file')
  writeFileSync(path, `${Buffer.from(key).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
}

export const newKey = (): Uint8Array => randomBytes(32)

function keyOf(bytes: Buffer): Uint8Array | null {
  if (bytes.length === 32) return bytes
  const text = bytes.toString('latin1').trim()
  if (/^[\da-f]{64}$/i.test(text)) return Buffer.from(text, 'hex')
  if (/^[\w+/-]{43}=?$/.test(text)) return Buffer.from(text, 'base64')
  const [, raw] = /^([\s\S]{32})\r?\n$/.exec(bytes.toString('latin1')) ?? []
  return raw === undefined ? null : Buffer.from(raw, 'latin1')
}

function readStart(path: string): Buffer {
  try {
    const descriptor = openSync(path, 'r')
    const start = Buffer.alloc(mostBytes)
    const length = readSync(descriptor, start, 0, mostBytes, 0)
    closeSync(descriptor)
    return start.subarray(0, length)
  } catch {
    throw new ScriptFailed('failure.input-unreadable', { path }, '--key-file')
  }
}
