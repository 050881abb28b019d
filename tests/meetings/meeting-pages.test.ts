import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'drizzle-orm'
import { GuardianId } from '#shared/families/guardian.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import { rowsOf } from '../../src-portal/platform/portal-database.ts'
import { aSeparatedFamily, type Separated } from '../portal/change-requests/separated-family.ts'
import { aBrowser, type TestBrowser } from '../portal/test-browser.ts'
import { openTestPglite } from '../portal/test-databases.ts'
import { aParty, aSheet, aTalk, els, evening, partyA, partyB, piet, theRound } from './a-round.ts'
import { saveSheet } from './stored-round.ts'

describe('the pages of parent meetings', () => {
  let school: Separated
  let anna: TestBrowser
  let bram: TestBrowser
  const url = `/meetings/${theRound}`
  const [emma, noor, bramsEmma] = [
    aTalk(1, { with: els, of: partyA }),
    aTalk(2, { with: piet, of: partyA }),
    aTalk(3, { with: els, of: partyB }),
  ]

  before(async () => {
    school = await aSeparatedFamily(await openTestPglite())
    const { ids } = school
    const pupil = (id: string) => ({ pupilId: PupilId.parse(id) })
    const guardian = (id: string) => ({ guardianIds: [GuardianId.parse(id)] })
    await saveSheet(
      school.parts,
      school.id,
      aSheet({
        parties: [aParty(partyA, guardian(ids.anna)), aParty(partyB, guardian(ids.bram))],
        talks: [
          { ...emma, ...pupil(ids.emma) },
          { ...noor, ...pupil(ids.noor) },
          { ...bramsEmma, ...pupil(ids.emma) },
        ],
      }),
    )
    anna = await school.guardian('anna', ['emma', 'noor'])
    bram = await school.guardian('bram', ['emma'])
  })
  after(() => school.database.close())

  it('offer a visit for all children of a home, and book it at once', async () => {
    const page = await anna.visit(url)
    const value = /name="visit" checked="" value="([^"]+)"|value="([^"]+)" checked=""/.exec(
      page.body,
    )
    const visit =
      value?.[1] ?? value?.[2] ?? /name="visit"[^>]*value="([^"]+)"/.exec(page.body)?.[1] ?? ''

    const booked = await anna.fill(`${url}/together`, { visit })

    assert.equal(visit.split(',').length, 2)
    assert.match(booked.body, /Booked\. The time is below/)
    assert.equal(booked.body.match(/You confirmed this time/g)?.length, 2)
  })

  it('show the other guardian nothing of that, and no time that is taken', async () => {
    const page = await bram.visit(url)

    assert.doesNotMatch(page.body, /Noor|Anna/)
    assert.doesNotMatch(page.body, new RegExp(`value="${evening} 960"`))
    assert.match(page.body, new RegExp(`value="${evening} 980"`))
  })

  it('say so when somebody was before, keep to one’s own talks, and give a place back', async () => {
    await bram.visit(url)
    const late = await bram.fill(`${url}/talks/${bramsEmma.id}`, { place: `${evening} 960` })
    const stolen = await bram.fill(`${url}/talks/${emma.id}`, { place: `${evening} 1000` })
    const fine = await bram.fill(`${url}/talks/${bramsEmma.id}`, {
      place: `${evening} 980`,
      question: '<i>Reading</i>',
    })
    const file = await bram.get(`${url}/talks/${bramsEmma.id}.ics`)
    const back = await bram.fill(`${url}/talks/${bramsEmma.id}/give-back`, {})

    assert.match(late.body, /Somebody else was just before you|other meeting/)
    assert.match(stolen.body, /This meeting is not yours/)
    assert.match(fine.body, /&lt;i&gt;Reading/)
    // Who opens the form again moves nothing by pressing its button.
    assert.match(fine.body, new RegExp(`value="${evening} 980" selected`))
    assert.match(file.body, /DTSTART:20261130T152000Z/)
    assert.doesNotMatch(file.body, /Emma/)
    assert.match(back.body, /The time was given back/)
  })

  it('are not there for a round of others, nor for who is not signed in', async () => {
    const stranger = aBrowser(school.app)

    assert.equal((await bram.get('/meetings/0197c000-0000-7000-8000-00000000ffff')).statusCode, 404)
    assert.equal((await stranger.get(url)).statusCode, 303)
  })

  it('ask when a family can come, where the school plans', async () => {
    await school.database.inSchool(school.id, (tx) =>
      school.parts.writeRows(tx, school.id, (rows) =>
        rows.save('meetingRounds', theRound, { mode: 'wishes' }),
      ),
    )
    await bram.visit(url)
    const hours = (level: string) => ({
      [`hour-${evening}-960`]: level,
      [`hour-${evening}-990`]: level,
    })

    const nothing = await bram.fill(`${url}/wishes`, hours('never'))
    const told = await bram.fill(`${url}/wishes`, { ...hours('preferred'), interpreter: 'ar' })
    const party = await school.told('meetingParties', partyB)

    assert.match(nothing.body, /at least one hour/)
    assert.match(told.body, /Thank you/)
    assert.deepEqual(JSON.parse(String(party?.wishes)), {
      preferred: [{ dayId: evening, from: 960, until: 1020 }],
      possible: [],
    })
    assert.equal(party?.interpreter, 'ar')
  })

  it('follow from mails: once when the plan is there, and again to whose talk was moved', async () => {
    await school.mails()
    await school.change('meetingRounds', theRound, { state: 'planned' })
    await school.change('meetingRounds', theRound, { introduction: 'Welkom' })
    const planned = await school.mails()
    const [stored] = await school.database.inSchool(school.id, (tx) =>
      rowsOf<{ base: string }>(
        tx,
        sql`SELECT coalesce(stamps ->> 'place', born) AS base FROM sync_rows WHERE id = ${bramsEmma.id}`,
      ),
    )
    const place = `${evening} 1040`
    const { id } = bramsEmma
    await school.desk.push(
      school.desk.set('meetingTalks', id, 'place', place, school.stamp(), stored?.base),
    )
    const moved = await school.mails()

    assert.deepEqual(planned.map(({ to }) => to).toSorted(), [
      'anna.kanarie@example.org',
      'bram@example.org',
    ])
    assert.deepEqual(
      moved.map(({ to }) => to),
      ['bram@example.org'],
    )
    assert.doesNotMatch(JSON.stringify([planned, moved]), /Emma|Noor|Bakker/)
  })
})
