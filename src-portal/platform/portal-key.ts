import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The key that seals health data and second factors: `PORTAL_KEY` in base64, or one that is made once
 * beside the data when the portal keeps them itself. 32 bytes.
 */
export function readPortalKey(said: string | undefined, folder: string): Buffer {
  const key = said === undefined ? keyOfFolder(folder) : Buffer.from(said, 'base64')
  if (key.length !== 32) throw new Error('PORTAL_KEY is not 32 bytes in base64.')
  return key
}

function keyOfFolder(folder: string): Buffer {
  const file = join(folder, 'portal.key')
  if (existsSync(file)) return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
  mkdirSync(folder, { recursive: true })
  const key = randomBytes(32)
  writeFileSync(file, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  return key
}
