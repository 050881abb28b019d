import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { FieldValue } from '#shared/sync/sync-protocol.ts'
import type { SyncState } from './sync-state.ts'

/** One field of one row. */
type Place = { readonly table: string; readonly id: string; readonly field: string }

/** What leaves this desk closed: the portal keeps it for other offices and cannot read it. */
const sealed: Readonly<Record<string, readonly string[]>> = { pupils: ['nationalNumber'] }

export const sealedFieldsOf = (table: string): readonly string[] => sealed[table] ?? []
export const isSealedField = (table: string, field: string) => sealedFieldsOf(table).includes(field)

const mark = 'x1:'
export const isSealed = (value: FieldValue | undefined): value is string =>
  typeof value === 'string' && value.startsWith(mark)

export const makeSchoolKey = () => randomBytes(32).toString('base64')

export type FieldSeal = ReturnType<typeof createFieldSeal>

/**
 * AES-256-GCM with the school's own key, bound to school, row and field. A desk without the key sends
 * no such field and shows none.
 */
export function createFieldSeal(state: SyncState) {
  const key = () => {
    const text = state.get('schoolKey')
    return text ? Buffer.from(text, 'base64') : null
  }
  const bound = ({ table, id, field }: Place) =>
    Buffer.from(`${state.get('schoolId')} ${table} ${id} ${field}`)

  return {
    hasKey: () => state.get('schoolKey') !== null,

    /** What comes back from the archive after a restore is closed already. */
    close(place: Place, value: string): string {
      if (isSealed(value)) return value
      const schoolKey = key()
      if (!schoolKey) throw new Error('Without the key of the school nothing is sealed')
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', schoolKey, nonce).setAAD(bound(place))
      const text = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()])
      return mark + Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url')
    },

    /** Null when it cannot be opened: no key, or not sealed by this school for this place. */
    open(place: Place, value: string): string | null {
      const schoolKey = key()
      if (!schoolKey) return null
      try {
        const bytes = Buffer.from(value.slice(mark.length), 'base64url')
        const decipher = createDecipheriv('aes-256-gcm', schoolKey, bytes.subarray(0, 12))
          .setAAD(bound(place))
          .setAuthTag(bytes.subarray(12, 28))
        return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8')
      } catch {
        return null
      }
    },
  }
}
