import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { MeetingRound } from '#shared/meetings/round.ts'
import { placeText } from '#shared/meetings/talk.ts'
import { type Booking, bookTalks } from '../../src-portal/meetings/book-talk.ts'
import type { PortalDatabase } from '../../src-portal/platform/portal-database.ts'
import type { SchoolRows } from '../../src-portal/platform/portal-parts.ts'
import { writeAsPortal } from '../../src-portal/sync/portal-writes.ts'
import { createRowSeal } from '../../src-portal/sync/row-seal.ts'
import { day } from '../builders/school.ts'
import { onOneDatabase } from '../portal/test-databases.ts'
import { fillSchool } from '../sync/school-rows.ts'
import { aHub, schoolId, type TestDesk } from '../sync/test-hub.ts'
import { aSheet, aTalk, els, evening, partyA, partyB, theRound } from './a-round.ts'
import { saveSheet } from './stored-round.ts'

const [talkA, talkB] = [aTalk(1, { with: els, of: partyA }), aTalk(2, { with: els, of: partyB })]

onOneDatabase('booking a talk', (open) => {
  it('gives a place to one of two guardians who ask at the same moment', async () => {
    const { database, parts } = await aRoundAtPortal(await open())
    const ask = (talk: typeof talkA, from: number) =>
      database.inSchool(schoolId, (tx) => bookTalks(tx, parts, booking(talk, from)))

    const answers = await Promise.all([ask(talkA, 970), ask(talkB, 970)])
    const other = await ask(talkB, 980)

    const refused = answers.flatMap((each) => (each.ok ? [] : [each.refusal]))
    assert.deepEqual(refused, ['place.taken'])
    assert.equal(other.ok, true)
  })

  it('is refused for another family, outside the dates, and where the school plans', async () => {
    const { database, parts } = await aRoundAtPortal(await open(), { closesOn: day('2026-11-20') })
    const wrong = { ...booking(talkA, 970), guardianId: partyB }
    const ask = (wanted: Booking) =>
      database.inSchool(schoolId, (tx) => bookTalks(tx, parts, wanted))

    assert.deepEqual(await ask(wrong), { ok: false, refusal: 'talk.not-yours' })
    assert.deepEqual(await ask(booking(talkA, 970)), { ok: false, refusal: 'round.not-open' })
  })

  it('goes back on a desk that put a card where a guardian had booked, and lets a swap through', async () => {
    const { database, parts, desk } = await aRoundAtPortal(await open())
    await desk.pull()
    await database.inSchool(schoolId, (tx) => bookTalks(tx, parts, booking(talkA, 970)))
    const late = await desk.push(put(desk, talkB.id, 970, 100))
    await database.inSchool(schoolId, (tx) => bookTalks(tx, parts, booking(talkB, 980)))
    await desk.pull()

    const swap = [put(desk, talkA.id, 980, 200), put(desk, talkB.id, 970, 201)]
    if (swap[0] && swap[1]) swap[1][2] = swap[0][2]
    const swapped = await desk.push(...swap)

    const [first] = late.outcomes
    assert.equal(first !== 1 && first?.code, 'decided-already')
    assert.deepEqual(swapped.outcomes, [1, 1])
  })
})

const booking = ({ id, partyId }: typeof talkA, from: number): Booking => ({
  ...{ schoolId, guardianId: partyId, roundId: theRound },
  talks: [{ talkId: id, place: { dayId: evening, from }, question: null }],
})

function put(desk: TestDesk, id: string, from: number, later: number) {
  const row = desk.rows.get(`meetingTalks ${id}`)
  const stamps = JSON.parse(String(row?.[4] ?? '{}'))
  const base = String(stamps.place ?? row?.[3])
  const place = placeText({ dayId: evening, from })
  return desk.set('meetingTalks', id, 'place', place, desk.stamp(at + later), base)
}

const at = Date.parse('2026-11-22T08:00:00Z')

async function aRoundAtPortal(database: PortalDatabase, wanted: Partial<MeetingRound> = {}) {
  const hub = await aHub(database)
  const desk = await hub.found()
  await fillSchool(desk, at - 60_000)
  const hubParts = {
    seal: createRowSeal(Buffer.alloc(32, 7)),
    now: () => at,
    today: () => '2026-11-22',
  }
  const parts = {
    now: () => at,
    writeRows: <Answer>(
      tx: Parameters<typeof writeAsPortal>[0],
      school: string,
      work: (rows: SchoolRows) => Promise<Answer>,
    ) => writeAsPortal(tx, hubParts, school, work),
  }
  const sheet = aSheet({ talks: [talkA, talkB] })
  await saveSheet({ database, ...parts }, schoolId, {
    ...sheet,
    round: { ...sheet.round, ...wanted },
  })
  return { database, parts, desk }
}
