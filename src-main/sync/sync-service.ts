import { eq } from 'drizzle-orm'
import { ok, type Result, refuse } from '#shared/platform/result.ts'
import type { StaffId } from '#shared/staff/staff.ts'
import type { PortalRefusal, SyncContract } from '#shared/sync/sync-contract.ts'
import type { ReadDb, Service, WriteDb } from '../platform/database.ts'
import type { SchoolDatabase } from '../platform/open-database.ts'
import { staff } from '../staff/staff-table.ts'
import { foundAtPortal, rejoinPortal } from './join-service.ts'
import { closeKey, makeSecret, wholeCode } from './key-handover.ts'
import { type PortalConnection, PortalRefused } from './portal-connection.ts'
import { type Fetch, isThisComputer } from './portal-fetch.ts'
import { staffNames } from './staff-names.ts'
import { listRejections, openNotices } from './sync-lists.ts'
import { syncNotices } from './sync-notices-table.ts'
import type { SyncRunner } from './sync-runner.ts'
import { createSyncState } from './sync-state.ts'
import { syncStatus } from './sync-status.ts'

type Parts = {
  readonly database: () => SchoolDatabase
  /** Whether the open school is invented. */
  readonly isPractice: () => boolean
  readonly runner: SyncRunner
  readonly send: Fetch
  readonly onStatus: () => void
}

/** What screens may ask about the portal. */
export function createSync({
  database,
  isPractice,
  runner,
  send,
  onStatus,
}: Parts): Service<SyncContract> {
  /** Asks the portal as this desk; no answer is a refusal like any other. */
  async function asDesk<Value>(
    ask: (connection: PortalConnection) => Promise<Value>,
  ): Promise<Result<Value, PortalRefusal>> {
    const connection = runner.running()?.connection
    if (!connection) return refuse('sync.no-portal')
    try {
      return ok(await ask(connection))
    } catch (error) {
      return refuse(error instanceof PortalRefused ? 'sync.refused' : 'sync.away')
    }
  }

  function begun<Answer extends Result<null, string>>(answer: Answer): Answer {
    if (answer.ok) runner.begin(0)
    onStatus()
    return answer
  }

  return {
    status: () => syncStatus(database().sqlite, runner.running()?.run.state() ?? null),
    log: () => runner.running()?.run.state().log ?? [],
    async now() {
      runner.now()
      return null
    },

    notices: (db) => openNotices(db, database()),
    restore: (db, { id }, { now }) => restoreLost(db, database(), { id, now }),
    leave(db, { id }, { now }) {
      const notice = db.select().from(syncNotices).where(eq(syncNotices.id, id)).get()
      if (!notice || notice.settledAt) return refuse('sync.notice-gone')
      db.save(syncNotices, { ...notice, settledAt: now })
      return ok(null)
    },

    rejections: () => listRejections(database()),
    async seen(_db, { id }) {
      database().sqlite.prepare('UPDATE rejections SET isSeen = 1 WHERE opId = ?').run(id)
      onStatus()
      return null
    },
    async letGo() {
      const state = createSyncState(database().sqlite)
      if (state.get('stopped') === 'emptied') state.set('stopped', 'emptying')
      runner.now()
      return null
    },

    async devices(db) {
      const found = await asDesk((connection) => connection.devices())
      if (!found.ok) return found
      const nameOf = staffNames(db)
      return ok(found.value.map((each) => ({ ...each, staffName: nameOf(each.staffId) ?? '' })))
    },
    async addDevice(db, { staffId }) {
      const state = createSyncState(database().sqlite)
      const schoolKey = mayHaveKey(db, staffId) ? state.get('schoolKey') : null
      const secret = makeSecret()
      const closing = { secret, schoolId: state.get('schoolId') ?? '' }
      const sealedKey = schoolKey && closeKey(schoolKey, closing)
      const code = await asDesk((connection) => connection.deviceCode({ staffId, sealedKey }))
      if (!code.ok) return code
      return ok(
        sealedKey
          ? { code: wholeCode(code.value, secret), handsKeyOver: true }
          : { code: code.value, handsKeyOver: false },
      )
    },
    async blockDevice(_db, asked) {
      const done = await asDesk((connection) => connection.revokeDevice(asked))
      return done.ok ? ok(null) : done
    },

    found: async (db, asked, { staffId }) => {
      // Invented children never come among real ones.
      if (isPractice() && !isThisComputer(asked.url)) return refuse('sync.practice')
      return begun(await foundAtPortal({ db, database: database(), send, staffId }, asked))
    },
    rejoin: async (_db, { code }) => begun(await rejoinPortal(database(), send, code)),
  }
}

/** National numbers are the office's: no other desk gets the key to them. */
function mayHaveKey(db: ReadDb, staffId: StaffId) {
  const person = db.select().from(staff).where(eq(staff.id, staffId)).get()
  return person?.role === 'office' || person?.role === 'principal'
}

type Wanted = { readonly id: string; readonly now: string }

/** Writes the value that lost again, as a change of whoever asks. */
function restoreLost(db: WriteDb, { sqlite }: SchoolDatabase, { id, now }: Wanted) {
  const notice = db.select().from(syncNotices).where(eq(syncNotices.id, id)).get()
  if (!notice || notice.settledAt) return refuse('sync.notice-gone')
  const { tbl, rowId, field, lostValue } = notice
  const isHere = sqlite.prepare(`SELECT 1 FROM "${tbl}" WHERE id = ?`).get(rowId)
  if (!isHere) return refuse('sync.row-gone')
  db.putBack({ n: 0, actionId: '', tbl, rowId, field, old: lostValue, new: null, hlc: '' })
  db.save(syncNotices, { ...notice, settledAt: now })
  return ok(null)
}
