import { hostname } from 'node:os'
import { ok, type Result, refuse } from '#shared/platform/result.ts'
import { officeScope, ownScope, pupilsScope, schoolScope } from '#shared/sync/scopes.ts'
import type { JoinRefusal } from '#shared/sync/sync-contract.ts'
import type { Joined } from '#shared/sync/sync-protocol.ts'
import type { ReadDb } from '../platform/database.ts'
import type { SchoolDatabase } from '../platform/open-database.ts'
import { schools } from '../school/school-table.ts'
import { makeSchoolKey } from './field-seal.ts'
import { unseal } from './give-back.ts'
import { askToJoin, holdEverything, keepJoined, makeDeviceKeys } from './join-portal.ts'
import { splitCode } from './key-handover.ts'
import { type Fetch, portalAddress } from './portal-fetch.ts'
import { createSyncState } from './sync-state.ts'

type Asked = { readonly url: string; readonly code: string }
type Answer = Promise<Result<null, JoinRefusal>>

/** By what the office tells this computer from the others. */
export const deviceName = () => hostname().slice(0, 100) || 'Balie'

/** A running job holds the transaction: what is written into it might be taken back with it. */
async function free({ sqlite }: SchoolDatabase) {
  while (sqlite.inTransaction) await new Promise((resolve) => setTimeout(resolve, 20))
}

type Founding = {
  readonly db: ReadDb
  readonly database: SchoolDatabase
  readonly send: Fetch
  readonly staffId: string
}

/** Lifts the school of this file onto a portal. */
export async function foundAtPortal(
  { db, database, send, staffId }: Founding,
  { url, code }: Asked,
): Answer {
  const address = portalAddress(url)
  if (!address) return refuse('sync.address')
  if (createSyncState(database.sqlite).get('portalUrl')) return refuse('sync.has-portal')
  const school = db.select().from(schools).get()
  if (!school) throw new Error('The file holds no school')
  const { id, name, country, language } = school
  const keys = makeDeviceKeys()
  const asked = {
    code: code.trim(),
    school: { id, name, country, language },
    staffId,
    publicKey: keys.publicKey,
    deviceName: deviceName(),
  }
  const joined = await asking(() => askToJoin(send, { url: address, path: 'found' }, asked))
  if (!joined.ok) return joined
  await free(database)
  database.sqlite.transaction(() => {
    keepJoined(database.sqlite, { url: address, keys, joined: joined.value })
    createSyncState(database.sqlite).set('schoolKey', makeSchoolKey())
    const everything = [schoolScope, pupilsScope, officeScope, ownScope(staffId)]
    holdEverything(database.sqlite, everything)
  })()
  return ok(null)
}

/** The file becomes another computer of the portal: what waits keeps its operations and their ids. */
export async function rejoinPortal(database: SchoolDatabase, send: Fetch, code: string): Answer {
  const { sqlite } = database
  const state = createSyncState(sqlite)
  const url = state.get('portalUrl')
  if (!url) return refuse('sync.address')
  const keys = makeDeviceKeys()
  const { portalCode, secret } = splitCode(code)
  const asked = { code: portalCode, publicKey: keys.publicKey, deviceName: deviceName() }
  const joined = await asking(() => askToJoin(send, { url, path: 'enrol' }, asked))
  if (!joined.ok) return joined
  if (joined.value.schoolId !== state.get('schoolId')) return refuse('sync.code')
  await free(database)
  sqlite.transaction(() => {
    const cursor = state.number('cursor')
    unseal(sqlite)
    sqlite.exec('DELETE FROM outboxArchive')
    keepJoined(sqlite, { url, keys, joined: joined.value, secret })
    state.set('cursor', cursor)
    state.forget('stopped')
  })()
  return ok(null)
}

/** A code that is no good is told apart from a portal that does not answer. */
export async function asking(
  ask: () => Promise<Joined | null>,
): Promise<Result<Joined, JoinRefusal>> {
  try {
    const joined = await ask()
    return joined ? ok(joined) : refuse('sync.code')
  } catch {
    return refuse('sync.away')
  }
}
