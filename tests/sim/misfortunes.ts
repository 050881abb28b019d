import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import type { Operation } from '#shared/sync/sync-protocol.ts'
import { createSyncState } from '../../src-main/sync/sync-state.ts'
import { rowsOf } from '../../src-portal/platform/portal-database.ts'
import { forgetOld } from '../../src-portal/sync/forget-old.ts'
import { writeAsPortal } from '../../src-portal/sync/portal-writes.ts'
import { refreshForToday } from '../../src-portal/sync/refresh-for-today.ts'
import { createRowSeal } from '../../src-portal/sync/row-seal.ts'
import { copyPortal, restorePortal } from './portal-copy.ts'
import { token } from './school-life.ts'
import type { SimDesk, World } from './sim-desk.ts'

// What happens to a school once in years, and to the simulated one all the time.

const day = 86_400_000

/** The nightly backup; one that does not know a desk could not serve it, so it is made anew for each. */
export async function keepPortalCopy(world: World) {
  const events = [...world.portalEvents]
  world.copy = { tables: await copyPortal(world.hub), events }
}

/** The portal's disk died: what was written since the last backup is there no more. */
export async function loseThePortal(world: World) {
  const { copy, hub } = world
  if (!copy) return
  await restorePortal(hub, copy.tables)
  // Desks give back what they sent; what the portal itself wrote has nobody to give it back.
  world.portalEvents = [...copy.events]
  world.happened.restored = (world.happened.restored ?? 0) + 1
}

/** Somebody puts back a copy of a desk's file that is days old, or keeps one for later. */
export async function exchangeFile(world: World, each: SimDesk) {
  const { desk } = each
  if (each.isRevoked) return
  const aside = `${desk.file}.aside`
  if (!existsSync(aside)) {
    desk.restart(() => copyFileSync(desk.file, aside))
    return
  }
  for (const op of refusedHere(each)) world.refused.add(String(op))
  desk.restart(() => {
    for (const end of ['-wal', '-shm']) rmSync(`${desk.file}${end}`, { force: true })
    copyFileSync(aside, desk.file)
    rmSync(aside)
  })
  const waiting = desk.database().sqlite.prepare('SELECT opId FROM outbox').pluck().all()
  for (const op of waiting) world.stale.add(String(op))
  // What only the lost file knew cannot come back when the portal is lost too.
  await keepPortalCopy(world)
  world.happened['file put back'] = (world.happened['file put back'] ?? 0) + 1
}

/** What this file knows, or would have heard, to be refused. */
function refusedHere({ desk }: SimDesk) {
  const { sqlite } = desk.database()
  return sqlite.prepare('SELECT opId FROM rejections UNION SELECT opId FROM outbox').pluck().all()
}

/** A file that turns out to be a copy becomes another desk of the same person, with what waits in it. */
export async function rejoin(world: World, each: SimDesk) {
  if (createSyncState(each.desk.database().sqlite).get('stopped') !== 'fork') return
  for (const op of refusedHere(each)) world.refused.add(String(op))
  const { isReliable, isAway } = each.network
  Object.assign(each.network, { isReliable: true, isAway: false })
  await each.desk.rejoin()
  Object.assign(each.network, { isReliable, isAway })
  world.happened.rejoined = (world.happened.rejoined ?? 0) + 1
  await keepPortalCopy(world)
}

/** A guardian writes at the portal itself: what the portal says stands at once. */
export async function writeAtPortal(world: World, step: number) {
  const { hub, random } = world
  const { database, schoolId, clock } = hub
  const today = () => new Date(clock.now).toISOString().slice(0, 10)
  const parts = { seal: createRowSeal(Buffer.alloc(32, 3)), now: () => clock.now, today }
  await database.inSchool(schoolId, async (tx) => {
    const found = await rowsOf<{ id: string }>(
      tx,
      sql`SELECT id FROM sync_rows WHERE tbl = 'pupils' AND gone IS NULL ORDER BY id LIMIT 4`,
    )
    if (found.length === 0) return
    const { id } = random.pick(found)
    const field = random.pick(['note', 'email'])
    const value = token(id, field, step)
    const stamp = async () => {
      const [row] = await rowsOf<{ stamp: string }>(
        tx,
        sql`SELECT coalesce(stamps ->> ${field}, born) AS stamp FROM sync_rows
            WHERE tbl = 'pupils' AND id = ${id}`,
      )
      return row?.stamp ?? ''
    }
    const base = await stamp()
    await writeAsPortal(tx, parts, schoolId, (rows) => rows.save('pupils', id, { [field]: value }))
    const after = await stamp()
    const [clockNow] = await rowsOf<{ seq: number }>(tx, sql`SELECT seq FROM sync_clocks`)
    const operation = ['s', 'portal', 0, 'pupils', id, field, value, after, base, '']
    const taken = { operation: operation as unknown as Operation, stamp: after, base }
    world.portalEvents.push({ seq: Number(clockNow?.seq), taken, forgotten: [] })
  })
  world.happened['portal wrote'] = (world.happened['portal wrote'] ?? 0) + 1
}

/** Half a year goes by: what was removed is forgotten, and who was away so long must load anew. */
export async function liveOn(world: World) {
  const { hub } = world
  if (world.happened['half a year']) return
  world.happened['half a year'] = 1
  hub.clock.now += 185 * day
  const before = await removedRows(world)
  const today = () => new Date(hub.clock.now).toISOString().slice(0, 10)
  await forgetOld(hub.parts, hub.schoolId)
  await refreshForToday({ ...hub.parts, today }, hub.schoolId)
  const after = new Set(await removedRows(world))
  const forgotten = before.filter((key) => !after.has(key))
  world.portalEvents.push({ seq: await seqOf(world), taken: null, forgotten })
  // Desks keep what they sent for a month.
  await keepPortalCopy(world)
}

async function removedRows({ hub: { database, schoolId } }: World) {
  const found = await database.inSchool(schoolId, (tx) =>
    rowsOf<{ key: string }>(
      tx,
      sql`SELECT tbl || ' ' || id AS key FROM sync_rows WHERE gone IS NOT NULL`,
    ),
  )
  return found.map(({ key }) => key)
}

async function seqOf({ hub: { database, schoolId } }: World) {
  const [found] = await database.inSchool(schoolId, (tx) =>
    rowsOf<{ seq: number }>(tx, sql`SELECT seq FROM sync_clocks`),
  )
  return Number(found?.seq ?? 0)
}

/** An old desk gets its update, or another portal says for a while that it is older than the desks. */
export function update(each: SimDesk) {
  if (each.desk.desk.schema === Number.POSITIVE_INFINITY) return
  each.desk.desk.schema = Number.POSITIVE_INFINITY
  each.desk.restart()
}
