import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { protocolLimits, protocolVersion } from '#shared/sync/sync-protocol.ts'
import { createPortalConnection } from '../../src-main/sync/portal-connection.ts'
import { createSyncState } from '../../src-main/sync/sync-state.ts'
import { type PortalDatabase, rowsOf } from '../../src-portal/platform/portal-database.ts'
import { revokeDevice } from '../../src-portal/sync/devices.ts'
import { contentHash } from '../../src-portal/sync/sealed-batches.ts'
import { fetchFrom, url } from '../sync/test-desk.ts'
import { aHub, heidi } from '../sync/test-hub.ts'
import { createFailpoints, type Failpoints, watchPortal } from './failpoints.ts'
import {
  exchangeFile,
  keepPortalCopy,
  liveOn,
  loseThePortal,
  rejoin,
  update,
  writeAtPortal,
} from './misfortunes.ts'
import { type Random, randomFrom } from './random.ts'
import { archived, reckon } from './reckoning.ts'
import {
  changePreference,
  changeRole,
  changeSomething,
  editPupil,
  piet,
  teacher,
} from './school-life.ts'
import { seededIds } from './seeded-ids.ts'
import { addDesk, atRisk, deviceOf, oldSchema, type SimDesk, type World } from './sim-desk.ts'

export type SimOptions = {
  readonly seed: number
  readonly steps: number
  readonly desks: number
  readonly database: PortalDatabase
}
export type SimResult = {
  readonly seed: number
  readonly steps: number
  readonly operations: number
  /** What the network did, where processes died, what happened at school. */
  readonly troubles: Readonly<Record<string, number>>
  /** What must not be; empty when all went well. */
  readonly violations: readonly string[]
}

/** Who sits at the desks, in the order in which they are added. */
const staff = [heidi, teacher, heidi, piet]

/** Life at a school whose desks lose the network, jump in time and crash; then peace, and the reckoning. */
export async function simulate({ seed, steps, desks, database }: SimOptions): Promise<SimResult> {
  const random = randomFrom(seed)
  const portal = createFailpoints()
  const hub = await aHub(watchPortal(database, portal), randomUUID())
  const world: World = {
    ...{ hub, random, makeId: seededIds(random), desks: [], violations: [] },
    ...{
      copy: null,
      portalEvents: [],
      sent: new Map(),
      refused: new Set(),
      stale: new Set(),
      happened: {},
    },
    portalSchema: Number.POSITIVE_INFINITY,
  }
  try {
    await addDesk(world, { joins: null, isOffice: true })
    for (let n = 1; n < desks; n++) {
      const joins = staff[n % staff.length] ?? heidi
      await addDesk(world, { joins, isOffice: joins !== teacher, isOld: random.happens(0.3) })
    }
    await keepPortalCopy(world)
    for (let step = 0; step < steps; step++) await live(world, portal, step)
    await sendAgain(world)
    await findPeace(world)
    const violations = [...world.violations, ...(await reckon(world))]
    violations.push(...(await countOnce(world)))
    const troubles = countTroubles(world, portal)
    const operations = await countOperations(world)
    return { seed, steps, operations, troubles, violations: violations.slice(0, 20) }
  } finally {
    for (const { desk } of world.desks) desk[Symbol.dispose]()
    await hub.app.close()
  }
}

async function live(world: World, portal: Failpoints, step: number) {
  const { hub, random, desks, makeId } = world
  const each = random.pick(desks)
  const { desk, network, isOffice } = each
  const dice = random.below(100)
  hub.clock.now += random.below(60_000)
  await rejoin(world, each)
  if (dice < 38) {
    await atRisk(each, () => {
      if (isOffice) changeSomething({ desk, random, makeId, step })
      else changePreference(desk, random, step)
    })
  } else if (dice < 62) await sync(each, portal, random)
  else if (dice < 72) await seeThenChange(world, each, step)
  else if (dice < 76) network.isAway = random.happens(0.5)
  else if (dice < 82) setClock(each, random)
  else if (dice < 85) desk.restart()
  else if (dice < 87) hub.clock.now += random.below(86_400_000)
  else if (dice < 89 && desk.joined.staffId === heidi) await atRisk(each, () => changeRole(desk))
  else if (dice < 92 && !isOffice)
    await atRisk(each, () => desk.write((db) => editPupil(db, random, step)))
  else if (dice < 93) await revoke(world, each)
  else if (dice < 95) await writeAtPortal(world, step + 1000)
  else if (dice < 97) await rareMisfortune(world, each)
  else await sync(each, portal, random)
}

/** What happens once in years. */
async function rareMisfortune(world: World, each: SimDesk) {
  const { random } = world
  const dice = random.below(10)
  if (dice < 2) await keepPortalCopy(world)
  else if (dice < 4) await loseThePortal(world)
  else if (dice < 6) await exchangeFile(world, each)
  else if (dice < 7) update(each)
  else if (dice < 9) world.portalSchema = random.pick([oldSchema, Number.POSITIVE_INFINITY])
  else await liveOn(world)
}

/** One round that may die anywhere, here or at the portal. */
async function sync(each: SimDesk, portal: Failpoints, random: Random) {
  if (random.happens(0.25)) each.points.arm(random.below(16))
  else if (random.happens(0.2)) portal.arm(random.below(6))
  await atRisk(each, () => each.desk.sync())
  portal.arm(null)
}

/** Most computers are a little off, some are days behind, and a few run ahead. */
function setClock({ desk }: SimDesk, random: Random) {
  const hour = 3_600_000
  desk.desk.clockOff = random.pick([0, -2 * hour, -50 * hour, -120 * hour, hour / 4, 3 * hour])
}

/** Somebody sees the newest and writes over it, on a computer whose clock was set in between. */
async function seeThenChange({ random }: World, each: SimDesk, step: number) {
  if (!each.isOffice || each.network.isAway) return
  each.network.isReliable = true
  await atRisk(each, () => each.desk.sync())
  each.network.isReliable = false
  setClock(each, random)
  await atRisk(each, () => each.desk.write((db) => editPupil(db, random, step)))
}

/** A laptop is lost: it gets nothing any more, and its owner another one. */
async function revoke(world: World, each: SimDesk) {
  const { hub, desks, violations } = world
  // What it had not sent, or would have to send again, is lost with it.
  const state = createSyncState(each.desk.database().sqlite)
  if (state.get('epoch') !== (await epochOf(hub))) return
  if (desks.indexOf(each) === 0 || each.desk.waiting() !== 0 || each.isRevoked) return
  const at = new Date(hub.clock.now).toISOString()
  await hub.database.inSchool(hub.schoolId, (tx) => revokeDevice(tx, deviceOf(each), { at }))
  each.network.isReliable = true
  each.network.isAway = false
  const said = await each.desk.sync()
  if (said.ok || said.code !== 'revoked') violations.push('a revoked desk was served')
  each.isRevoked = true
  const { isOffice } = each
  await addDesk(world, { joins: each.desk.joined.staffId, isOffice })
  await keepPortalCopy(world)
}

/** Everybody finds the network and the right time again. */
async function findPeace(world: World) {
  const { hub, desks, violations } = world
  world.portalSchema = Number.POSITIVE_INFINITY
  const present = desks.filter(({ isRevoked }) => !isRevoked)
  for (const each of present) {
    each.network.isReliable = true
    each.network.isAway = false
    each.desk.desk.clockOff = 0
    update(each)
  }
  hub.clock.now += 3_600_000
  for (const each of present) {
    await each.desk.sync()
    await rejoin(world, each)
  }
  for (let round = 0; round < 3; round++) {
    for (const { desk } of present) {
      const done = await desk.sync()
      if (!done.ok) violations.push(`after peace a desk was refused: ${done.code}`)
    }
  }
}

/** What somebody sends again from the archive, in a batch of another number, does nothing twice. */
async function sendAgain({ hub, desks, random }: World) {
  const { desk, isRevoked } = random.pick(desks)
  if (isRevoked) return
  const { sqlite } = desk.database()
  const state = createSyncState(sqlite)
  const sealed = sqlite.prepare('SELECT 1 FROM sealedBatches').get()
  if (state.get('epoch') !== (await epochOf(hub))) return
  const operations = archived(desk).slice(0, protocolLimits.operations)
  if (sealed || operations.length === 0) return
  const identity = {
    url,
    device: state.get('device') ?? '',
    privateKey: state.get('deviceKey') ?? '',
  }
  const batch = state.number('lastBatch') + 1
  await createPortalConnection(fetchFrom(hub.app), identity).push({
    ...{ protocol: protocolVersion, schema: 8, device: state.get('device') ?? '' },
    ...{ epoch: state.get('epoch') ?? '', batch, acknowledged: batch - 1, operations },
    sha: contentHash(operations),
  })
  state.set('lastBatch', batch)
}

async function epochOf({ database, schoolId }: World['hub']) {
  const [found] = await database.inSchool(schoolId, (tx) =>
    rowsOf<{ epoch: string }>(tx, sql`SELECT epoch FROM sync_clocks`),
  )
  return found?.epoch
}

/** The sums of both sides agree, so that nothing has to be healed. */
async function countOnce({ desks }: World) {
  const wrong: string[] = []
  for (const { desk, isRevoked } of desks) {
    if (isRevoked) continue
    await desk.sync({ wantsSums: true })
    if (createSyncState(desk.database().sqlite).number('healed') > 0) wrong.push('sums that differ')
  }
  return wrong
}

function countTroubles({ desks, happened }: World, portal: Failpoints) {
  const all = [
    happened,
    portal.deaths,
    ...desks.flatMap(({ network, points }) => [network.counts, points.deaths]),
  ]
  const troubles: Record<string, number> = { revoked: desks.filter((one) => one.isRevoked).length }
  for (const [what, n] of all.flatMap((one) => Object.entries(one)))
    troubles[what] = (troubles[what] ?? 0) + n
  return troubles
}

async function countOperations({ hub: { database, schoolId } }: World) {
  const [found] = await database.inSchool(schoolId, (tx) =>
    rowsOf<{ n: number }>(tx, sql`SELECT count(*)::int AS n FROM sync_ops`),
  )
  return found?.n ?? 0
}
