import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { RowFields } from '#shared/sync/sync-protocol.ts'
import { FieldValue } from '#shared/sync/sync-protocol.ts'

/** Closes what must not lie open in the portal's database, and opens it for who is entitled. */
export type RowSeal = {
  close(tbl: string, id: string, fields: RowFields): RowFields
  open(tbl: string, id: string, fields: RowFields): RowFields
}

/** Tables whose fields are closed as a whole; security.md 6.2. */
const closedTables = new Set(['medicals', 'accessRequests', 'changeParts'])
/** Fields that are closed in rows that lie open for the rest: what a guardian wrote of an illness. */
const closedFields: Readonly<Record<string, readonly string[]>> = {
  absenceReports: ['note'],
  leaveRequests: ['reason'],
}
const mark = '*'
const Fields = z.record(z.string(), FieldValue)

/**
 * AES-256-GCM with a key that is not in the database, bound to table and row so that nobody can move
 * one child's text to another. `key` is 32 bytes.
 */
export function createRowSeal(key: Buffer): RowSeal {
  return {
    close(tbl, id, fields) {
      const secret = secretOf(tbl, fields)
      if (!secret) return fields
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(`${tbl} ${id}`))
      const text = Buffer.concat([cipher.update(JSON.stringify(secret), 'utf8'), cipher.final()])
      const closed = Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64')
      return { ...without(fields, secret), id, [mark]: closed }
    },
    open(tbl, id, fields) {
      const closed = fields[mark]
      if (typeof closed !== 'string') return fields
      const bytes = Buffer.from(closed, 'base64')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
        .setAAD(Buffer.from(`${tbl} ${id}`))
        .setAuthTag(bytes.subarray(12, 28))
      const text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
      const { [mark]: _, ...open } = fields
      return { ...open, ...Fields.parse(JSON.parse(text.toString('utf8'))) }
    },
  }
}

/** What of a row is closed; null for a row that lies open. */
function secretOf(tbl: string, fields: RowFields): RowFields | null {
  if (closedTables.has(tbl)) return fields
  const named = (closedFields[tbl] ?? []).filter((field) => (fields[field] ?? null) !== null)
  return named.length > 0
    ? Object.fromEntries(named.map((field) => [field, fields[field] ?? null]))
    : null
}

const without = (fields: RowFields, secret: RowFields): RowFields =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => !Object.hasOwn(secret, field)))
