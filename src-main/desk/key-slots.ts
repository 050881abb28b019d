import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  randomUUID,
  timingSafeEqual,
} from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

/**
 * The key of the file, wrapped for whoever may open it. Now one slot: the recovery sheet; the
 * shape holds a slot per account, which comes later (security.md 3).
 */
const Slot = z.object({
  kind: z.enum(['recovery', 'user', 'escrow']),
  userId: z.string().nullable(),
  salt: z.string(),
  nonce: z.string(),
  sealed: z.string(),
})

const KeySlots = z.object({
  version: z.literal(1),
  /** Names the file's entry in the keychain. */
  fileId: z.uuid(),
  schoolName: z.string(),
  /** Tells a wrong key from a damaged file; says nothing about the key. */
  keyCheck: z.string(),
  slots: z.array(Slot),
})
export type KeySlots = z.output<typeof KeySlots>

const keyLength = 32

export function newKeySlots(schoolName: string, key: Uint8Array, recoverySecret: string): KeySlots {
  const fileId = randomUUID()
  return {
    version: 1,
    fileId,
    schoolName,
    keyCheck: checkOf(key),
    slots: [seal(fileId, key, recoverySecret)],
  }
}

/** Of a computer that joined: what it holds the portal has too, so no sheet was printed for it. */
export const joinedKeySlots = (key: Uint8Array): KeySlots => ({
  version: 1,
  fileId: randomUUID(),
  schoolName: '',
  keyCheck: checkOf(key),
  slots: [],
})

export function fitsKey({ keyCheck }: KeySlots, key: Uint8Array) {
  return timingSafeEqual(Buffer.from(keyCheck, 'hex'), Buffer.from(checkOf(key), 'hex'))
}

/** The key of the file, or null when the code does not fit any slot. */
export function openWithRecovery({ fileId, slots }: KeySlots, secret: string): Uint8Array | null {
  for (const slot of slots.filter(({ kind }) => kind === 'recovery')) {
    const key = unseal(fileId, slot, secret)
    if (key) return key
  }
  return null
}

export const hasRecoverySlot = ({ slots }: KeySlots) =>
  slots.some(({ kind }) => kind === 'recovery')

/** Null when there is no slot file; its copy is read when the file itself is damaged. */
export function readKeySlots(file: string): KeySlots | null {
  for (const each of [file, `${file}.bak`]) {
    if (!existsSync(each)) continue
    try {
      return KeySlots.parse(JSON.parse(readFileSync(each, 'utf8')))
    } catch {
      // The copy beside it is tried next; a damaged pair means the recovery screen.
    }
  }
  return null
}

/** Written beside and renamed, with a copy, so that no crash leaves half a slot file. */
export function writeKeySlots(file: string, slots: KeySlots) {
  for (const each of [`${file}.bak`, file]) {
    writeDurably(`${each}.new`, JSON.stringify(slots, null, 2))
    renameSync(`${each}.new`, each)
  }
  syncFolder(dirname(file))
}

function writeDurably(file: string, text: string) {
  const descriptor = openSync(file, 'w', 0o600)
  writeSync(descriptor, text)
  fsyncSync(descriptor)
  closeSync(descriptor)
}

function syncFolder(folder: string) {
  // Windows has no handle of a folder to sync.
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

const checkOf = (key: Uint8Array) =>
  createHmac('sha256', key).update('balie key check').digest('hex')

function wrappingKey(fileId: string, salt: Buffer, secret: string) {
  return Buffer.from(hkdfSync('sha256', secret, salt, `balie recovery ${fileId}`, keyLength))
}

function seal(fileId: string, key: Uint8Array, secret: string): z.output<typeof Slot> {
  const salt = randomBytes(16)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', wrappingKey(fileId, salt, secret), nonce)
  cipher.setAAD(Buffer.from(`${fileId}|recovery`))
  const sealed = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()])
  return {
    kind: 'recovery',
    userId: null,
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    sealed: sealed.toString('base64'),
  }
}

function unseal(fileId: string, slot: z.output<typeof Slot>, secret: string): Uint8Array | null {
  const sealed = Buffer.from(slot.sealed, 'base64')
  const salt = Buffer.from(slot.salt, 'base64')
  const nonce = Buffer.from(slot.nonce, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey(fileId, salt, secret), nonce)
  decipher.setAAD(Buffer.from(`${fileId}|${slot.kind}`))
  decipher.setAuthTag(sealed.subarray(keyLength))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, keyLength)), decipher.final()])
  } catch {
    return null
  }
}
