import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Operation, PushAnswer } from '#shared/sync/sync-protocol.ts'
import { type PortalDatabase, rowsOf } from '../../src-portal/platform/portal-database.ts'
import { aSyncedDesk, fetchFrom, type SyncedDesk } from '../sync/test-desk.ts'
import { aHub, heidi } from '../sync/test-hub.ts'
import { createLossyNetwork, type Network } from './lossy-network.ts'
import { expectedRows, type Taken } from './oracle.ts'
import { type Random, randomFrom } from './random.ts'
import { changeSomething, foundSchool, teacher } from './school-life.ts'

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
  readonly network: Readonly<Record<string, number>>
  /** What must not be; empty when all went well. */
  readonly violations: readonly string[]
}

type SimDesk = { readonly desk: SyncedDesk; readonly network: Network; readonly isOffice: boolean }

/** Life at a school whose desks lose the network, jump in time and crash; then peace, and the reckoning. */
export async function simulate({ seed, steps, desks, database }: SimOptions): Promise<SimResult> {
  const random = randomFrom(seed)
  const hub = await aHub(database, randomUUID())
  const violations: string[] = []
  const all: SimDesk[] = []
  const add = async (joins: string | null, isOffice: boolean) => {
    const { network, fetch } = createLossyNetwork({
      send: fetchFrom(hub.app),
      random,
      onAnswer: (url, bytes) => {
        if (!isOffice && Buffer.from(bytes).includes('SECRET'))
          violations.push(`a secret in ${url}`)
      },
    })
    network.isReliable = true
    const before = joins === null ? foundSchool(hub.schoolId) : undefined
    const desk = await aSyncedDesk({ hub, joins, send: fetch, ...(before && { before }) })
    await desk.sync()
    network.isReliable = false
    all.push({ desk, network, isOffice })
  }
  try {
    await add(null, true)
    for (let n = 1; n < desks; n++) await add(n % 3 === 2 ? teacher : heidi, n % 3 !== 2)
    for (let step = 0; step < steps; step++) await live(random, all, hub, step)
    for (const each of all) {
      each.network.isReliable = true
      each.network.isAway = false
      each.desk.desk.clockOff = 0
    }
    hub.clock.now += 3_600_000
    for (let round = 0; round < 3; round++) {
      for (const { desk } of all) {
        const done = await desk.sync()
        if (!done.ok) violations.push(`after peace a desk was refused: ${done.code}`)
      }
    }
    violations.push(...(await reckon(all, hub)))
    const network: Record<string, number> = {}
    for (const each of all) {
      for (const [what, n] of Object.entries(each.network.counts))
        network[what] = (network[what] ?? 0) + n
    }
    return { seed, steps, operations: await countOperations(hub), network, violations }
  } finally {
    for (const { desk } of all) desk[Symbol.dispose]()
    await hub.app.close()
  }
}

type Hub = Awaited<ReturnType<typeof aHub>>

async function live(random: Random, desks: readonly SimDesk[], hub: Hub, step: number) {
  const each = random.pick(desks)
  const dice = random.below(100)
  hub.clock.now += random.below(120_000)
  if (dice < 55) {
    if (each.isOffice) changeSomething(each.desk, random, step)
  } else if (dice < 85) await each.desk.sync().catch(() => {})
  else if (dice < 90) each.network.isAway = random.happens(0.5)
  else if (dice < 94) each.desk.desk.clockOff = (random.below(7) - 3) * 86_400_000 * random.below(3)
  else if (dice < 98) each.desk.restart()
  else hub.clock.now += random.below(86_400_000)
}

async function countOperations({ database, schoolId }: Hub) {
  const [found] = await database.inSchool(schoolId, (tx) =>
    rowsOf<{ n: number }>(tx, sql`SELECT count(*)::int AS n FROM sync_ops`),
  )
  return found?.n ?? 0
}

async function reckon(desks: readonly SimDesk[], hub: Hub): Promise<string[]> {
  const wrong: string[] = []
  const office = desks.filter(({ isOffice }) => isOffice).map(({ desk }) => desk)
  for (const [index, { desk }] of desks.entries()) {
    if (desk.waiting() !== 0) wrong.push(`desk ${index} still has ${desk.waiting()} operations`)
  }
  const atHub = await hubRows(hub)
  for (const [index, desk] of office.entries()) {
    wrong.push(...differences(`office desk ${index} and the portal`, rowsOfDesk(desk), atHub))
  }
  wrong.push(
    ...differences(
      'the oracle and the portal',
      expectedRows(await takenOperations(desks, hub)),
      withoutNotices(atHub),
    ),
  )
  wrong.push(...(await teacherSees(desks, hub, atHub)))
  wrong.push(...(await noFuture(hub)))
  return wrong.slice(0, 20)
}

const tables = [
  'schools',
  'staff',
  'schoolYears',
  'groups',
  'groupStaff',
  'pupils',
  'memberships',
  'guardians',
  'guardianLinks',
  'phones',
  'syncNotices',
]

function rowsOfDesk(desk: SyncedDesk) {
  const rows = new Map<string, Record<string, unknown>>()
  for (const table of tables) {
    for (const row of desk.rows(table)) {
      const { _seq, _h, _v, _sc, _x, ...fields } = Object(row)
      rows.set(`${table} ${fields.id}`, fields)
    }
  }
  return rows
}

async function hubRows({ database, schoolId }: Hub) {
  const found = await database.inSchool(schoolId, (tx) =>
    rowsOf<{ tbl: string; id: string; fields: Record<string, unknown> }>(
      tx,
      sql`SELECT tbl, id, fields FROM sync_rows WHERE gone IS NULL`,
    ),
  )
  return new Map(found.map(({ tbl, id, fields }) => [`${tbl} ${id}`, fields]))
}

const withoutNotices = (rows: Map<string, Record<string, unknown>>) =>
  new Map([...rows].filter(([key]) => !key.startsWith('syncNotices')))

function differences(
  between: string,
  one: ReadonlyMap<string, Record<string, unknown>>,
  two: ReadonlyMap<string, Record<string, unknown>>,
): string[] {
  const wrong: string[] = []
  for (const key of new Set([...one.keys(), ...two.keys()])) {
    const [a, b] = [one.get(key), two.get(key)]
    if (!a || !b) {
      wrong.push(`${between}: ${key} is ${a ? 'missing in the second' : 'missing in the first'}`)
      continue
    }
    for (const field of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const [x, y] = [a[field] ?? null, b[field] ?? null]
      if (x !== y)
        wrong.push(`${between}: ${key} ${field} is ${JSON.stringify(x)} and ${JSON.stringify(y)}`)
    }
  }
  return wrong
}

/** The operations that took effect or lost, in the portal's order, from the desks' own archives. */
async function takenOperations(desks: readonly SimDesk[], hub: Hub): Promise<Taken[]> {
  const answers = await hub.database.inSchool(hub.schoolId, (tx) =>
    rowsOf<{ op_id: string; outcome: Exclude<PushAnswer['outcomes'][number], 1>; seq: number }>(
      tx,
      sql`SELECT op_id, outcome, seq FROM sync_ops`,
    ),
  )
  const outcomes = new Map(answers.map((each) => [each.op_id, each]))
  const sent: { operation: Operation; seq: number; place: number }[] = []
  for (const { desk } of desks) {
    const archived = desk
      .database()
      .sqlite.prepare('SELECT operations FROM outboxArchive ORDER BY batch')
      .pluck()
      .all()
    for (const text of archived) {
      for (const [place, operation] of (JSON.parse(String(text)) as Operation[]).entries()) {
        const seq = Number(outcomes.get(operation[1])?.seq ?? -1)
        sent.push({ operation, seq, place })
      }
    }
  }
  const ordered = sent.toSorted((a, b) => a.seq - b.seq || a.place - b.place)
  const restamped = new Map<string, string>()
  return ordered.flatMap(({ operation }) => {
    const outcome = outcomes.get(operation[1])?.outcome
    if (
      operation[0] !== 's' ||
      !outcome ||
      outcome.fate === 'rejected' ||
      outcome.fate === 'quarantined'
    )
      return []
    const stamp = outcome.hlc ?? operation[7]
    restamped.set(`${operation[3]} ${operation[4]} ${operation[7]}`, stamp)
    const said = operation[8]
    const base =
      said === null ? null : (restamped.get(`${operation[3]} ${operation[4]} ${said}`) ?? said)
    return [{ operation, stamp, base }]
  })
}

/** A teacher's file holds the pupils of her groups, and no other. */
async function teacherSees(
  desks: readonly SimDesk[],
  hub: Hub,
  rows: Map<string, Record<string, unknown>>,
) {
  const wrong: string[] = []
  const of = (table: string) =>
    [...rows].filter(([key]) => key.startsWith(`${table} `)).map(([, fields]) => fields)
  const groups = of('groupStaff')
    .filter(({ staffId }) => staffId === teacher)
    .map(({ groupId }) => groupId)
  const today = new Date(hub.clock.now).toISOString().slice(0, 10)
  const pupilIds = of('memberships')
    .filter(
      ({ groupId, until }) =>
        groups.includes(groupId) && (until === null || String(until) >= today),
    )
    .map(({ pupilId }) => `pupils ${pupilId}`)
    .filter((key) => rows.has(key))
  const wanted = [...new Set(pupilIds)].toSorted()
  for (const { desk } of desks.filter(({ isOffice }) => !isOffice)) {
    const held = desk
      .rows('pupils')
      .map((row) => `pupils ${Object(row).id}`)
      .toSorted()
    if (held.join() !== wanted.join())
      wrong.push(`a teacher holds ${held.length} pupils instead of ${wanted.length}`)
  }
  return wrong
}

/** No stamp of the portal is ahead of its clock. */
async function noFuture({ database, schoolId, clock }: Hub) {
  const found = await database.inSchool(schoolId, (tx) =>
    rowsOf<{ born: string; stamps: Record<string, string> }>(
      tx,
      sql`SELECT born, stamps FROM sync_rows`,
    ),
  )
  const latest =
    found
      .flatMap(({ born, stamps }) => [born, ...Object.values(stamps)])
      .toSorted()
      .at(-1) ?? ''
  const limit = (clock.now + 2000).toString(16).padStart(12, '0')
  return latest.slice(0, 12) > limit ? [`a stamp of the future: ${latest}`] : []
}
