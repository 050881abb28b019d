import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { createTransport } from 'nodemailer'
import { tellGuardians } from '../../src-portal/absences/tell-guardians.ts'
import { sendWaitingMails } from '../../src-portal/platform/mail-sender.ts'
import {
  aSeparatedFamily,
  rows,
  type Separated,
} from '../portal/change-requests/separated-family.ts'
import type { TestBrowser } from '../portal/test-browser.ts'
import { openTestPglite } from '../portal/test-databases.ts'

const hour = 3_600_000

describe('absence on the portal', () => {
  let school: Separated
  let anna: TestBrowser
  let bram: TestBrowser
  let emmaOfAnna: string
  let noorOfAnna: string
  /** Nine o’clock in Amsterdam; this school takes reports until ten past. */
  let morning: number
  let today: string

  before(async () => {
    school = await aSeparatedFamily(await openTestPglite())
    morning = school.clock.now
    today = new Date(morning).toISOString().slice(0, 10)
    await school.desk.push(settingsOf({ cutOff: '09:10' }))
    anna = await school.guardian('anna', ['emma', 'noor'])
    bram = await school.guardian('bram', ['emma'])
    emmaOfAnna = school.linkTo('anna', 'emma')
    noorOfAnna = school.linkTo('anna', 'noor')
  })
  after(() => school.database.close())

  const settingsOf = (given: object) =>
    school.row('absenceSettings', {
      ...{ id: 's1', guardiansReport: 1, cutOff: '08:45', callFrom: '09:00', escalateMinutes: 45 },
      ...{ hidesIllness: 0, ownCodes: '[]', noticeTexts: '{}', ...given },
    })
  const reports = async () =>
    (await school.all('absenceReports')).toSorted((a, b) =>
      String(a.reportedAt).localeCompare(String(b.reportedAt)),
    )
  async function fillIn(browser: TestBrowser, fields: Record<string, string>) {
    await browser.visit('/absences')
    return browser.fill('/absences', { code: 'ill', from: today, part: 'day', ...fields })
  }

  it('is reported with a reason and a note, which only the office can read', async () => {
    const answer = await fillIn(anna, { child: emmaOfAnna, note: 'Koorts <b>39</b>' })
    const [report] = await reports()
    const page = await school.database.inSchool(school.id, (tx) =>
      tx.execute(`SELECT fields::text AS text FROM sync_rows WHERE tbl = 'absenceReports'`),
    )

    assert.match(answer.body, /The school has your report/)
    assert.deepEqual(
      [report?.pupilId, report?.source, report?.code, report?.from, report?.until, report?.note],
      [school.ids.emma, 'guardian', 'ill', today, today, 'Koorts <b>39</b>'],
    )
    assert.doesNotMatch(JSON.stringify(Object(page).rows), /Koorts/)
  })

  it('is not reported twice, for a stranger’s child, in the past, or without a child', async () => {
    const twice = await fillIn(anna, { child: emmaOfAnna })
    const strange = await fillIn(bram, { child: noorOfAnna })
    const past = await fillIn(anna, { child: noorOfAnna, from: '2020-01-06' })
    const secret = await fillIn(anna, { child: noorOfAnna, code: 'suspended' })

    assert.match(twice.body, /a report for these days already/)
    assert.match(strange.body, /Choose for whom/)
    assert.match(past.body, /The first day is over/)
    assert.match(secret.body, /Choose a reason/)
    assert.equal((await reports()).length, 1)
  })

  it('is changed and withdrawn until the cut-off, by who reported it', async () => {
    const [first] = await reports()
    const id = String(first?.id)
    await bram.visit('/absences')
    const byBram = await bram.fill('/absences/withdraw', { report: id })
    const form = await anna.visit(`/absences?change=${id}`)
    const changed = await anna.fill('/absences', {
      ...{ instead: id, child: emmaOfAnna, code: 'doctor', from: today },
      ...{ part: 'times', 'until-time': '10:15' },
    })
    const all = await reports()
    await anna.fill('/absences/withdraw', { report: String(all[1]?.id) })

    assert.match(byBram.body, /This report has begun/)
    assert.match(form.body, /Keep the change/)
    assert.match(changed.body, /The report is changed/)
    assert.deepEqual(
      all.map(({ code, withdrawnAt, untilTime }) => [code, withdrawnAt !== null, untilTime]),
      [
        ['ill', true, null],
        ['doctor', false, '10:15'],
      ],
    )
    assert.equal((await reports()).filter(({ withdrawnAt }) => withdrawnAt === null).length, 0)
  })

  it('of today is too late after the cut-off, but not for what has yet to begin', async () => {
    school.clock.now = morning + 15 * 60_000
    const late = await fillIn(anna, { child: emmaOfAnna })
    const afternoon = await fillIn(anna, { child: emmaOfAnna, part: 'afternoon' })

    assert.match(late.body, /no longer possible here/)
    assert.match(afternoon.body, /The school has your report/)
  })

  it('lasts until further notice, and until the child is back', async () => {
    school.clock.now = morning
    await fillIn(anna, { child: noorOfAnna, notice: '1' })
    const open = (await reports()).find(({ pupilId }) => pupilId === school.ids.noor)
    await anna.visit('/absences')
    const back = await anna.fill('/absences/back', { report: String(open?.id), when: 'tomorrow' })
    const ended = (await reports()).find(({ id }) => id === open?.id)

    assert.equal(open?.until ?? null, null)
    assert.match(back.body, /comes back/)
    assert.deepEqual([ended?.backOn, ended?.backPart], [dayAfter(today), 'morning'])
  })

  it('shows what registers say only when they are finished', async () => {
    // The Friday before.
    const yesterday = dayAfter(today, -2)
    const observation = JSON.stringify({
      ...{ kind: 'present', code: null, by: 'juf', at: `${yesterday}T07:40:00.000Z` },
      spells: [{ kind: 'late', minutes: 12, from: null, until: null, code: null }],
    })
    const register = { id: 'r1', groupId: rows.group, day: yesterday, part: 'morning' }
    await school.desk.push(
      school.row('schoolYears', {
        ...{ id: 'y1', name: 'now', startsOn: dayAfter(today, -90), endsOn: dayAfter(today, 90) },
      }),
      school.row('absenceMarks', {
        ...{ id: 'm1', pupilId: school.ids.emma, day: yesterday, part: 'morning', observation },
      }),
      school.row('registers', {
        ...{ ...register, closedAt: null, closedBy: null, remindedAt: null, remindedBy: null },
      }),
    )
    const before = await anna.visit('/absences')
    await school.change('registers', 'r1', { closedAt: `${yesterday}T08:00:00.000Z` })
    const after = await anna.visit('/absences')

    assert.doesNotMatch(before.body, /12 minutes/)
    assert.match(after.body, /Late · 12 minutes/)
  })

  it('is told to a guardian by mail when a desk asks, and the desk hears what became of it', async () => {
    const asked = (guardianId: string) => ({
      ...{ id: randomUUID(), pupilId: school.ids.emma, day: today, part: 'morning', guardianId },
      ...{ channel: 'mail', askedBy: 'heidi', askedAt: 'x', state: 'asked', stateAt: 'x' },
    })
    const toBram = asked(school.ids.bram)
    const toKoen = asked(rows.koen)
    await school.desk.push(
      school.row('absenceNotices', toBram),
      school.row('absenceNotices', toKoen),
    )

    const letters = await school.mails()
    const states = (await school.all('absenceNotices')).map(({ id, state }) => [id, state])

    assert.deepEqual(
      letters.map(({ to }) => to),
      ['bram@example.org'],
    )
    assert.match(letters[0]?.text ?? '', /Emma.* is absent on/)
    assert.deepEqual(
      new Map(states.map(([id, state]) => [id, state])),
      new Map([
        [toBram.id, 'queued'],
        [toKoen.id, 'no-address'],
      ]),
    )
  })

  it('is told by text to the mobile number of the office, by the gateway and no mail server', async () => {
    const sent: string[] = []
    const sms = { send: async (to: string, text: string) => void sent.push(`${to} ${text}`) }
    const notice = {
      ...{ id: 'sms1', pupilId: school.ids.emma, day: today, part: 'morning' },
      ...{ guardianId: school.ids.bram, channel: 'sms', state: 'asked' },
    }
    const parts = { ...school.parts, sms }
    await school.database.inSchool(school.id, (tx) =>
      tellGuardians(tx, parts, school.id, [{ id: 'sms1', fields: notice, gone: null }]),
    )
    const transport = createTransport({ jsonTransport: true })

    assert.equal(await sendWaitingMails(parts, transport, 'school@example.org'), 1)
    assert.match(sent.join(), /^\+31622220002 .*Emma.* is absent on/s)
  })

  it('is gone from the portal when the school switches it off', async () => {
    await anna.visit('/absences')
    await school.change('absenceSettings', 's1', { guardiansReport: 0 })
    const before = (await reports()).length

    const answer = await anna.fill('/absences', {
      ...{ child: emmaOfAnna, code: 'ill', from: dayAfter(today, 14), part: 'day' },
    })

    assert.equal(answer.statusCode, 404)
    assert.equal((await anna.get('/absences')).statusCode, 404)
    assert.equal((await reports()).length, before)
  })
})

function dayAfter(text: string, days = 1) {
  return new Date(Date.parse(text) + days * 24 * hour).toISOString().slice(0, 10)
}
