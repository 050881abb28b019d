import { eq } from 'drizzle-orm'
import { ok, refuse } from '#shared/platform/result.ts'
import { maskOf, shownName } from '#shared/pupils/mask.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import type { Context, ReadDb, WriteDb } from '../platform/database.ts'
import { findPupil, findVisiblePupil } from './find-pupil.ts'
import { photos } from './pupils-table.ts'
import { isMasked } from './reveals-table.ts'

const mostBytes = 300_000

export function readPhoto(db: ReadDb, id: PupilId, caller: Context) {
  const pupil = findVisiblePupil(db, id, caller)
  if (!pupil || maskOf(caller, pupil).address) return null
  return db.select().from(photos).where(eq(photos.id, id)).get()?.dataUrl ?? null
}

export function setPhoto(db: WriteDb, id: PupilId, dataUrl: string | null, caller: Context) {
  const pupil = findPupil(db, id)
  if (!pupil) return refuse('pupil.not-found')
  if (isMasked(db, pupil, caller)) return refuse('pupil.protected')

  db.describe(shownName(pupil))
  if (dataUrl === null) {
    db.remove(photos, id)
    return ok(null)
  }
  const bytes = bytesOf(dataUrl)
  if (!bytes) return refuse('photo.unreadable')
  if (bytes.length > mostBytes) {
    return refuse('photo.too-large', { size: Math.ceil(bytes.length / 1000) })
  }
  db.save(photos, { id, dataUrl })
  return ok(null)
}

const firstBytes = { jpeg: 'ffd8ff', png: '89504e470d0a1a0a' } as const

/**
 * The bytes of a JPEG or PNG, else null. The first bytes are looked at as well as the name: what
 * is stored here ends up in prints, where a drawing with a script in it must never come.
 */
function bytesOf(dataUrl: string) {
  const [, kind, base64] = /^data:image\/(jpeg|png);base64,([A-Za-z0-9+/]+=*)$/.exec(dataUrl) ?? []
  if (!base64) return null
  const bytes = Buffer.from(base64, 'base64')
  const wanted = kind === 'png' ? firstBytes.png : firstBytes.jpeg
  return bytes.subarray(0, wanted.length / 2).toString('hex') === wanted ? bytes : null
}
