import type { Operation } from '#shared/sync/sync-protocol.ts'
import type { Fetch } from '../../src-main/sync/portal-connection.ts'
import { createSyncState } from '../../src-main/sync/sync-state.ts'
import { aSyncedDesk, fetchFrom, type SyncedDesk } from '../sync/test-desk.ts'
import type { aHub } from '../sync/test-hub.ts'
import { createFailpoints, type Failpoints, Killed, watchCommits } from './failpoints.ts'
import { leaksIn } from './leak-watch.ts'
import { createLossyNetwork, type Network } from './lossy-network.ts'
import type { Taken } from './oracle.ts'
import type { PortalCopy } from './portal-copy.ts'
import type { Random } from './random.ts'
import { foundSchool } from './school-life.ts'

/** A desk of the simulation: a real file and engine that can die, and a network that is none too good. */
export type SimDesk = {
  readonly desk: SyncedDesk
  readonly network: Network
  readonly points: Failpoints
  /** Whoever sits here thinks of themselves as the office. */
  readonly isOffice: boolean
  isRevoked: boolean
}

type Hub = Awaited<ReturnType<typeof aHub>>
export type World = {
  readonly hub: Hub
  readonly random: Random
  readonly makeId: () => string
  readonly desks: SimDesk[]
  readonly violations: string[]
  /** The last backup of the portal. */
  copy: { readonly tables: PortalCopy; readonly events: readonly PortalEvent[] } | null
  /** What the portal did by itself, with its place in the order. */
  portalEvents: PortalEvent[]
  /** Every operation that ever reached the portal, with its place in the batch that brought it. */
  readonly sent: Map<string, { readonly operation: Operation; readonly place: number }>
  /** What files knew to be refused that are gone since. */
  readonly refused: Set<string>
  /** What waits in files that were put back: they do not know which stamps the portal gave since. */
  readonly stale: Set<string>
  /** How often each thing happened. */
  readonly happened: Record<string, number>
  /** Newest schema that the portal admits to; it may be updated later than the desks. */
  portalSchema: number
}

export type PortalEvent = {
  readonly seq: number
  readonly taken: Taken | null
  /** Removed rows, as `table id`, that it remembers no more. */
  readonly forgotten: readonly string[]
}

/** 32 bytes with which national numbers are closed before they leave a desk. */
const schoolKey = Buffer.alloc(32, 9).toString('base64')

/** What desks of the first release know; the calendar got more columns later. */
export const oldSchema = 3

type Wanted = {
  readonly joins: string | null
  readonly isOffice: boolean
  readonly isOld?: boolean
}

/** Lets a desk join; its first load already happens over the bad network. */
export async function addDesk(
  world: World,
  { joins, isOffice, isOld = false }: Wanted,
): Promise<SimDesk> {
  const { hub, random, makeId, violations } = world
  const points = createFailpoints()
  let staffId = joins
  const send: Fetch = fetchFrom(hub.app)
  const { network, fetch } = createLossyNetwork({
    send,
    random,
    points,
    schema: () => world.portalSchema,
    onPush(operations) {
      for (const [place, operation] of operations.entries())
        world.sent.set(operation[1], { operation, place })
    },
    async onAnswer(url, bytes) {
      if (url.endsWith('/snapshot')) network.counts.snapshot = (network.counts.snapshot ?? 0) + 1
      if (staffId === null) return
      const leaks = await leaksIn(hub, staffId, Buffer.from(bytes).toString('utf8'))
      if (leaks.length > 0)
        violations.push(`${staffId} got ${leaks.slice(0, 3).join()} from ${url}`)
    },
  })
  network.isReliable = true
  const before = joins === null ? foundSchool(hub.schoolId, makeId) : undefined
  const onOpen = ({ sqlite }: Parameters<NonNullable<typeof before>>[0]) => {
    watchCommits(sqlite, points)
    // Offices hand this key on to each other; here they simply have it.
    if (isOffice)
      sqlite
        .prepare('INSERT OR REPLACE INTO syncState (k, v) VALUES (?, ?)')
        .run('schoolKey', schoolKey)
  }
  const desk = await aSyncedDesk({
    ...{ hub, joins, send: fetch, makeId, onOpen },
    ...(before && { before }),
    ...(isOld && { schema: oldSchema }),
  })
  staffId = desk.joined.staffId
  if (joins === null) await desk.sync()
  network.isReliable = false
  const made = { desk, network, points, isOffice, isRevoked: false }
  world.desks.push(made)
  return made
}

/** Work at a desk that may end in its death; it is then started again. */
export async function atRisk({ desk, points }: SimDesk, work: () => unknown) {
  try {
    await work()
  } catch (error) {
    // The engine tells of a dead network and a dead computer alike; a bug is told as it is.
    if (!(error instanceof Killed) && Object(error).name !== 'PortalAway') throw error
  }
  points.arm(null)
  if (points.takeDeath()) desk.restart()
}

/** As which device the file of this desk sends now. */
export const deviceOf = ({ desk }: SimDesk) =>
  createSyncState(desk.database().sqlite).get('device') ?? ''
