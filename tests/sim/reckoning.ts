import { sql } from 'drizzle-orm'
import type { Operation, PushAnswer } from '#shared/sync/sync-protocol.ts'
import { rowsOf } from '../../src-portal/platform/portal-database.ts'
import type { SyncedDesk } from '../sync/test-desk.ts'
import type { aHub } from '../sync/test-hub.ts'
import { expect, type Happening, lostText } from './oracle.ts'
import { piet } from './school-life.ts'
import type { SimDesk, World } from './sim-desk.ts'

type Hub = Awaited<ReturnType<typeof aHub>>
type Fields = Record<string, unknown>

/** What is not as it must be once all is quiet. */
export async function reckon(world: World): Promise<string[]> {
  const { desks, hub } = world
  const wrong: string[] = []
  const present = desks.filter(({ isRevoked }) => !isRevoked)
  for (const [index, { desk }] of present.entries()) {
    if (desk.waiting() !== 0) wrong.push(`desk ${index} still has ${desk.waiting()} operations`)
  }
  const atHub = await hubRows(hub)
  const office = present.filter((each) => isOfficeNow(each, atHub)).map(({ desk }) => desk)
  for (const [index, desk] of office.entries()) {
    wrong.push(
      ...differences(`office desk ${index} and the portal`, rowsOfDesk(desk), withoutOwn(atHub)),
    )
  }
  const expected = expect(await takenOperations(world))
  wrong.push(...differences('the oracle and the portal', expected.rows, withoutNotices(atHub)))
  wrong.push(...(await forgotten(hub, expected.lost)))
  wrong.push(...expected.backwards.map((one) => `a stamp that went back: ${one}`))
  wrong.push(...(await fatesOf(world)))
  wrong.push(...teachersSee(present, hub, atHub))
  wrong.push(...(await noFuture(hub)))
  wrong.push(...(await rightsKept(world)))
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
  'calendarEvents',
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

/** What is somebody's own is at their desks alone. */
const withoutOwn = (rows: Map<string, Fields>) =>
  new Map([...rows].filter(([key]) => !key.startsWith('preferences')))

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
      // Closed with the school's own key, which not every desk of the simulation has.
      if (field === 'nationalNumber') continue
      // Notices of it are open at an office desk and closed at the portal.
      if (key.endsWith(' nationalNumber') && field.endsWith('Value')) continue
      const [x, y] = [a[field] ?? null, b[field] ?? null]
      if (x !== y)
        wrong.push(`${between}: ${key} ${field} is ${JSON.stringify(x)} and ${JSON.stringify(y)}`)
    }
  }
  return wrong
}

/** The operations that took effect or lost, in the portal's order, as they came over the network. */
async function takenOperations({ hub, sent, stale, portalEvents }: World): Promise<Happening[]> {
  const answers = await hub.database.inSchool(hub.schoolId, (tx) =>
    rowsOf<{ op_id: string; outcome: Exclude<PushAnswer['outcomes'][number], 1>; seq: number }>(
      tx,
      sql`SELECT op_id, outcome, seq FROM sync_ops`,
    ),
  )
  const outcomes = new Map(answers.map((each) => [each.op_id, each]))
  const placed = [...sent].map(([op, each]) => ({
    ...each,
    seq: Number(outcomes.get(op)?.seq ?? -1),
  }))
  const ordered = placed.toSorted((a, b) => a.seq - b.seq || a.place - b.place)
  const restamped = new Map<string, string>()
  let batch = 0
  const inBatch = new Map<string, string>()
  const byDesks = ordered.flatMap(({ operation, seq }) => {
    if (seq !== batch) inBatch.clear()
    batch = seq
    const outcome = outcomes.get(operation[1])?.outcome
    if (
      operation[0] !== 's' ||
      !outcome ||
      outcome.fate === 'rejected' ||
      outcome.fate === 'quarantined'
    )
      return []
    const stamp = outcome.hlc ?? operation[7]
    const key = (sentStamp: string) => `${operation[3]} ${operation[4]} ${sentStamp}`
    restamped.set(key(operation[7]), stamp)
    inBatch.set(key(operation[7]), stamp)
    const said = operation[8]
    const given = stale.has(operation[1]) ? inBatch : restamped
    const base = said === null ? null : (given.get(key(said)) ?? said)
    return [{ seq, taken: { operation, stamp, base }, forgotten: [] }]
  })
  // What the portal did at a place in the order came after what desks did there.
  return [...byDesks, ...portalEvents].toSorted((a, b) => a.seq - b.seq)
}

/** Whose role is of the office at the end, by the rows themselves. */
const isOfficeNow = ({ desk }: SimDesk, rows: ReadonlyMap<string, Fields>) =>
  rows.get(`staff ${desk.joined.staffId}`)?.role === 'office'

/** A teacher's file holds the pupils of her groups, and no other. */
function teachersSee(desks: readonly SimDesk[], hub: Hub, rows: ReadonlyMap<string, Fields>) {
  const wrong: string[] = []
  const of = (table: string) =>
    [...rows].filter(([key]) => key.startsWith(`${table} `)).map(([, fields]) => fields)
  const today = new Date(hub.clock.now).toISOString().slice(0, 10)
  for (const each of desks.filter((one) => !isOfficeNow(one, rows))) {
    const { staffId } = each.desk.joined
    const groups = of('groupStaff').flatMap((one) => (one.staffId === staffId ? [one.groupId] : []))
    const wanted = of('memberships')
      .filter(
        ({ groupId, until }) => groups.includes(groupId) && (!until || String(until) >= today),
      )
      .map(({ pupilId }) => String(pupilId))
      .filter((id) => rows.has(`pupils ${id}`))
    const held = each.desk.rows('pupils').map((row) => String(Object(row).id))
    const [one, two] = [new Set(wanted), new Set(held)]
    if ([...one].toSorted().join() !== [...two].toSorted().join())
      wrong.push(`${staffId} holds ${two.size} pupils instead of ${one.size}`)
  }
  return wrong
}

/** Every value that lost its place is in the history, once. */
async function forgotten({ database, schoolId }: Hub, lost: readonly string[]) {
  const found = await database.inSchool(schoolId, (tx) =>
    rowsOf<{ op_id: string; field: string; value: unknown; fate: string; concurrent: boolean }>(
      tx,
      sql`SELECT coalesce(o.op_id::text, 'portal') AS op_id, h.field, h.value, h.fate, h.concurrent
          FROM field_history h LEFT JOIN sync_ops o ON o.op_id = h.op_id`,
    ),
  )
  const isTold = (text: string) => !text.includes(' nationalNumber ')
  const kept = found
    .map(({ op_id, ...one }) => lostText(op_id, one))
    .filter(isTold)
    .toSorted()
  const wanted = lost.filter(isTold).toSorted()
  if (kept.join('\n') === wanted.join('\n')) return []
  const missing = wanted.find((text) => !kept.includes(text))
  const extra = kept.find((text) => !wanted.includes(text))
  return [
    `the history has ${kept.length} values instead of ${wanted.length}; missing ${missing}, extra ${extra}`,
  ]
}

/** Each operation that was sent has one fate at the portal; what was refused is kept at the desk. */
async function fatesOf({ desks, hub, sent, refused: once }: World) {
  const { database, schoolId } = hub
  const wrong: string[] = []
  const found = await database.inSchool(schoolId, (tx) =>
    rowsOf<{ op_id: string; fate: string; waits: boolean }>(
      tx,
      sql`SELECT o.op_id, o.outcome ->> 'fate' AS fate, q.op_id IS NOT NULL AS waits
          FROM sync_ops o LEFT JOIN quarantined_ops q ON q.op_id = o.op_id`,
    ),
  )
  const known = new Map(found.map((each) => [each.op_id, each]))
  // What was under way when a file was lost is lost with it.
  const wanted = [...sent.keys()].filter((op) => known.has(op) || !once.has(op))
  if (wanted.length !== known.size)
    wrong.push(`${wanted.length} operations were sent, the portal has ${known.size}`)
  const refused = new Set<unknown>(
    desks.flatMap(({ desk }) =>
      desk.database().sqlite.prepare('SELECT opId FROM rejections').pluck().all(),
    ),
  )
  for (const [op, { fate, waits }] of known) {
    const isRefused = fate === 'rejected' || fate === 'quarantined'
    if (isRefused !== (refused.has(op) || (isRefused && once.has(op))))
      wrong.push(`${op} was ${fate}, and its desk thinks otherwise`)
    if ((fate === 'quarantined') !== waits)
      wrong.push(`${op} was ${fate}, the office thinks otherwise`)
  }
  return wrong
}

/** Everything that this desk sent and was answered on. */
export const archived = (desk: SyncedDesk): Operation[] =>
  desk
    .database()
    .sqlite.prepare('SELECT operations FROM outboxArchive ORDER BY batch')
    .pluck()
    .all()
    .flatMap((text) => JSON.parse(String(text)))

/** Whoever comes and goes at the office wrote nothing that counts while not there. */
async function rightsKept({ hub: { database, schoolId }, sent }: World) {
  const found = await database.inSchool(schoolId, (tx) =>
    rowsOf<{ op_id: string; fate: string; seq: number; at: number }>(
      tx,
      sql`SELECT op_id, outcome ->> 'fate' AS fate, seq, extract(epoch FROM at)::float8 * 1000 AS at
          FROM sync_ops WHERE outcome ->> 'fate' NOT IN ('rejected', 'quarantined') ORDER BY seq`,
    ),
  )
  const done = found.flatMap(({ op_id, ...rest }) => {
    const operation = sent.get(op_id)?.operation
    return operation?.[0] === 's' ? [{ operation, ...rest }] : []
  })
  const roles = done.flatMap(({ operation, fate, seq, at }) => {
    const [, , , , id, field, value] = operation
    return id === piet && field === 'role' && fate === 'applied' ? [{ seq, at, role: value }] : []
  })
  const roleWhen = (isBefore: (each: (typeof roles)[number]) => boolean) =>
    roles.findLast(isBefore)?.role ?? 'office'
  return done.flatMap(({ operation, seq }) => {
    if (operation[9] !== piet || operation[3] === 'preferences') return []
    const written = Number.parseInt(operation[7].slice(0, 12), 16)
    const roleNow = roleWhen((each) => Number(each.seq) < Number(seq))
    const roleThen = roleWhen((each) => each.at <= written)
    const isFine = roleNow === 'office' || roleThen === 'office'
    return isFine ? [] : [`${operation[1]} counts though its writer had no right to it`]
  })
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
