import assert from 'node:assert/strict'
import { it } from 'node:test'
import { getTableName } from 'drizzle-orm'
import {
  type AskTable,
  askActs,
  askTables,
  askTabs,
} from '#shared/change-requests/change-request.ts'
import { askFieldsOf } from '#shared/change-requests/rules/ask-fields.ts'
import { syncedFields } from '#shared/sync/synced-fields.ts'
import { linkId } from '../../src-main/platform/ids.ts'
import { syncedTables } from '../../src-main/synced-tables.ts'
import {
  anna,
  kerkstraat,
  molenweg,
  noor,
  noorsMother,
  pieter,
  saar,
  tim,
  yusuf,
} from '../builders/families.ts'
import {
  aSchoolThatIsAsked,
  ask,
  contactLinkOf,
  doctor,
  grandmother,
  neighbour,
  read,
  type School,
  stranger,
} from './asking.ts'

// What Anna may ever reach, written out once more and apart from the rules that are tried here.
const hers: Readonly<Record<string, readonly string[]>> = {
  pupils: [
    'firstName',
    'officialNames',
    'initials',
    'prefix',
    'lastName',
    'sex',
    'birthDate',
  ].concat(['birthPlace', 'nationality', 'homeLanguages', 'email']),
  medicals: ['id', 'allergies', 'conditions', 'medication', 'diet', 'medicationPermitted'].concat([
    'instructions',
    'alert',
  ]),
  households: ['street', 'houseNumber', 'houseNumberAddition', 'postcode', 'town'].concat([
    'addressCountry',
    'mailingAddress',
  ]),
  guardians: ['firstName', 'initials', 'prefix', 'lastName', 'email', 'language'],
}

/** A generator that gives the same numbers every time: a failure names its seed and comes back. */
function dice(seed: number) {
  let state = Math.imul(seed, 2_654_435_761) >>> 0
  const roll = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return <Item>(items: readonly Item[]): Item => {
    const found = items[Math.floor(roll() * items.length)]
    if (found === undefined) throw new Error('Nothing to choose from.')
    return found
  }
}

const contact = (name: string) =>
  JSON.stringify({
    ...{ kind: 'collector', name, organisation: null, address: null, email: null },
    ...{ relation: null, mayCollect: true, phones: [] },
  })
const phone = JSON.stringify({ kind: 'mobile', number: '0612345679', mayCallDuringSchool: false })
const rows = [phone, contact('Oma Nieuw'), contact('Oom Kwaad'), '{}']
const texts = ['x', 'y', 'nieuw@example.org', '1', '0', '2019-01-02', '["sv"]', '', phone]

const phoneOf = (guardian: string) => linkId('phones', guardian)

/** Rows of each table, Anna's and those of others. */
const near: Readonly<Record<AskTable, readonly string[]>> = {
  pupils: [saar, tim, yusuf, noor],
  medicals: [saar, tim, yusuf, noor],
  households: [molenweg, kerkstraat],
  guardians: [anna, pieter, noorsMother],
  phones: [phoneOf(anna), phoneOf(pieter), anna, pieter, saar, molenweg, kerkstraat, grandmother],
  contacts: [grandmother, neighbour, doctor, stranger],
  contactLinks: [
    ...[contactLinkOf(saar, grandmother), contactLinkOf(saar, stranger)],
    ...[contactLinkOf(yusuf, neighbour), saar, yusuf],
  ],
}

/** What might be asked, with something wrong about most of it. */
function hostileRequest(pick: ReturnType<typeof dice>, everyField: readonly string[]) {
  const entry = pick(askFieldsOf('nl'))
  const isWild = pick([true, false, false])
  const tab = isWild ? pick(askTabs) : pick(entry.tabs)
  const act = isWild ? pick(askActs) : entry.act
  const tbl = isWild ? pick(askTables) : entry.table
  const wildField = pick([...Object.keys(syncedFields[tbl] ?? {}), pick(everyField)])
  const rowId = pick([pick(near[tbl]), pick(near[tbl]), pick(near[pick(askTables)])])
  return {
    tab,
    isMedical: tab === 'medical',
    pupilIds: pick([[saar, tim], [saar, tim], [saar, tim], [saar], [saar, yusuf], [noor], []]),
    parts: [
      {
        ...{
          act,
          tbl,
          rowId,
          asked: entry.act === 'add' ? pick(rows) : pick(texts),
          isMedical: tab === 'medical' || pick([false, false, false, false, true]),
        },
        field: act === 'set' ? (isWild ? wildField : entry.field) : null,
      },
    ],
  }
}

it('a request changes nothing but declared fields of the guardian’s own rows, whatever it says', async () => {
  using school = aSchoolThatIsAsked()
  const everyField = [...new Set(Object.values(syncedFields).flatMap((each) => Object.keys(each)))]
  let before = everyRow(school, null)
  let written = 0
  for (let seed = 1; seed <= 300; seed++) {
    const pick = dice(seed)
    const id = ask(school, hostileRequest(pick, everyField))
    school.announced.length = 0
    const { parts, isLocked } = await read(school, id)
    if (isLocked) continue
    const movers = pick([null, null, { pupilIds: [saar, yusuf], guardianIds: [anna] }])
    const answer = await school.changeRequests.decide({
      ...{ id, movers },
      parts: parts.map((part) => ({
        ...{ id: part.id, choice: 'accept', value: part.asked, now: part.now },
        ...{ reason: null, document: null },
      })),
    })
    const tables = new Set(school.announced.flat())
    const others = [...before].filter(([key]) => !tables.has(key.split(' ')[0] ?? ''))
    const after = new Map([...others, ...everyRow(school, tables)])
    const changes = difference(before, after)
    if (!answer.ok) assert.deepEqual(changes, [], `seed ${seed}: refused and yet written`)
    written += changes.length
    const strays = changes.filter((change) => !isHers(change, before))
    assert.deepEqual(strays, [], `seed ${seed}`)
    before = after
  }
  // The test would be worth nothing if everything were refused.
  assert(written > 12, `only ${written} changes`)
})

type Row = Readonly<Record<string, unknown>>
type Rows = ReadonlyMap<string, Row>

/** Rows of these tables, or of all; requests themselves are what is decided. */
function everyRow(school: School, tables: ReadonlySet<string> | null): Rows {
  const rows = syncedTables.flatMap((table) => {
    const name = getTableName(table)
    if (name === 'changeRequests' || name === 'changeParts' || tables?.has(name) === false)
      return []
    const found: readonly Row[] = school.database.read.select().from(table).all()
    return found.map((row) => [`${name} ${row.id}`, row] as const)
  })
  return new Map(rows)
}

type Change = {
  readonly table: string
  readonly id: string
  readonly field: string
  readonly row: Row
}

function difference(before: Rows, after: Rows): Change[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [table = '', id = ''] = key.split(' ')
    const [old, now] = [before.get(key), after.get(key)]
    const row = now ?? old ?? {}
    if (!old || !now) return [{ table, id, field: old ? '(gone)' : '(new)', row }]
    return Object.keys(now)
      .filter((field) => JSON.stringify(now[field]) !== JSON.stringify(old[field]))
      .map((field) => ({ table, id, field, row }))
  })
}

const children: readonly unknown[] = [saar, tim]

function isHers({ table, id, field, row }: Change, before: Rows): boolean {
  if (table === 'guardians')
    return id === anna && [...(hers.guardians ?? []), 'householdId'].includes(field)
  if (table === 'pupils' || table === 'medicals') {
    return children.includes(id) && (field === '(new)' || (hers[table]?.includes(field) ?? false))
  }
  if (table === 'households') {
    // A home of her own that is not Pieter's or Yusuf's.
    const own = id !== kerkstraat && row.town !== undefined
    return own && (field === '(new)' || (hers.households?.includes(field) ?? false))
  }
  if (table === 'residences') return children.includes(row.pupilId)
  if (table === 'phones')
    return row.ownerId !== pieter && row.ownerId !== yusuf && row.ownerId !== neighbour
  if (table === 'contacts')
    return field === '(new)' || (id !== neighbour && id !== doctor && id !== stranger)
  if (table !== 'contactLinks') return false
  const wasForbidden = before.get(`contactLinks ${id}`)?.collectingForbidden === true
  const isFree = !wasForbidden || field === 'contactOrder' || field === 'relation'
  return children.includes(row.pupilId) && isFree && field !== 'collectingForbidden'
}
