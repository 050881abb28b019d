import { existsSync, renameSync, rmSync } from 'node:fs'
import type { Progress } from '#shared/platform/contract.ts'
import { ok, type Result, refuse } from '#shared/platform/result.ts'
import { StaffId } from '#shared/staff/staff.ts'
import type { JoinRefusal } from '#shared/sync/sync-contract.ts'
import { appliedMigrations } from '../platform/migrate.ts'
import type { SchoolDatabase } from '../platform/open-database.ts'
import { schools } from '../school/school-table.ts'
import { keepPassword } from '../staff/credentials-table.ts'
import { staff } from '../staff/staff-table.ts'
import { askToJoin, keepJoined, makeDeviceKeys } from './join-portal.ts'
import { asking, deviceName } from './join-service.ts'
import { splitCode } from './key-handover.ts'
import { createPortalConnection } from './portal-connection.ts'
import { type Fetch, portalAddress } from './portal-fetch.ts'
import { createSyncEngine } from './sync-engine.ts'
import { createSyncState } from './sync-state.ts'
import { takeBackUnsent } from './unsent/take-back-unsent.ts'
import { journalFileOf, readUnsentJournal } from './unsent/unsent-journal.ts'

type Parts = {
  readonly file: string
  readonly key: Uint8Array
  /** Key of the file that lay here before; null when there was none. */
  readonly oldKey: Uint8Array | null
  readonly url: string
  readonly code: string
  readonly password: string
  readonly open: (file: string, key: Uint8Array) => void
  readonly close: () => void
  readonly database: () => SchoolDatabase
  readonly send: Fetch
  readonly now: () => string
  readonly onProgress: (progress: Progress) => void
}

export type JoinedSchool = { readonly schoolName: string; readonly userName: string }

/** The code is used up by then, so a network that falters is given time. */
const patience = [500, 1000, 2000, 4000, 8000]

/**
 * Makes this computer's file of a school that has a portal: empty, and usable as soon as the school
 * itself has come; the rest follows while somebody works. Under another name until it is whole, so that
 * a crash halfway leaves no school that is no school.
 */
export async function joinSchoolFile(parts: Parts): Promise<Result<JoinedSchool, JoinRefusal>> {
  const { file, key, open, close, database } = parts
  const address = portalAddress(parts.url)
  if (!address) return refuse('sync.address')
  if (existsSync(file)) throw new Error('There is a school already')
  const keys = makeDeviceKeys()
  const { portalCode, secret } = splitCode(parts.code)
  const asked = { code: portalCode, publicKey: keys.publicKey, deviceName: deviceName() }
  const joined = await asking(() => askToJoin(parts.send, { url: address, path: 'enrol' }, asked))
  if (!joined.ok) return joined

  const unfinished = `${file}.unfinished`
  const clear = () => {
    for (const rest of ['', '-wal', '-shm']) rmSync(`${unfinished}${rest}`, { force: true })
  }
  clear()
  open(unfinished, key)
  keepJoined(database().sqlite, { url: address, keys, joined: joined.value, secret })
  const journal = journalFileOf(file)
  const unsent = parts.oldKey ? readUnsentJournal(journal, parts.oldKey) : []
  takeBackUnsent(database().sqlite, joined.value.schoolId, unsent)
  await loadFirst(parts)
  const school = database().read.select().from(schools).get()
  const staffId = StaffId.parse(joined.value.staffId)
  const person = database()
    .read.select()
    .from(staff)
    .all()
    .find(({ id }) => id === staffId)
  if (!school || !person) {
    close()
    clear()
    return refuse('sync.away')
  }
  await keepPassword(database().sqlite, staffId, parts.password)
  // Everything into the one file, so that it can be renamed without its log.
  database().sqlite.pragma('wal_checkpoint(TRUNCATE)')
  close()
  renameSync(unfinished, file)
  // What was in it is in the new file; the key of the old one is gone.
  rmSync(journal, { force: true })
  return ok({ schoolName: school.name, userName: person.userName })
}

/** The school itself, its staff and groups: what the window cannot open without. */
async function loadFirst({ database, send, now, onProgress }: Parts) {
  const { sqlite } = database()
  const state = createSyncState(sqlite)
  const engine = createSyncEngine({
    sqlite,
    state,
    connection: createPortalConnection(send, {
      url: state.get('portalUrl') ?? '',
      device: state.get('device') ?? '',
      privateKey: state.get('deviceKey') ?? '',
    }),
    schema: appliedMigrations(sqlite),
    now,
    onSaved: () => {},
    onProgress: ({ received }) => onProgress({ done: received, total: 0 }),
  })
  for (const pause of patience) {
    const round = await engine.round({ onlyFirst: true }).catch(() => null)
    if (round) return
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}
