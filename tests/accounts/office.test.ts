import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readLinkCode } from '#shared/accounts/link-code.ts'
import { AccessRequestId, matchOf } from '#shared/accounts/office/access-request.ts'
import type { AccountRow } from '#shared/accounts/office/accounts-contract.ts'
import {
  accessRequests,
  guardianAccounts,
  linkCodes,
} from '../../src-main/accounts/accounts-table.ts'
import { letterCode } from '../../src-main/accounts/code-signs.ts'
import {
  anna,
  aSchoolWithFamilies,
  linkOf,
  noor,
  noorsMother,
  noorsSecrets,
  pieter,
  saar,
  tim,
} from '../builders/families.ts'
import { day, heidi, numbered } from '../builders/school.ts'

type School = ReturnType<typeof aSchoolWithFamilies>

const rowOf = (rows: readonly AccountRow[], linkId: string) =>
  rows.find((row) => row.linkId === linkId)

const standingOf = async ({ accounts }: School, linkId: string) =>
  rowOf(await accounts.list({}), linkId)?.standing

const annaSaar = linkOf(saar, anna)
const annaTim = linkOf(tim, anna)
const pieterSaar = linkOf(saar, pieter)

/** As the portal tells it. */
function tell(school: School, fields: Partial<typeof guardianAccounts.$inferInsert> = {}) {
  school.database.write({ staffId: heidi, path: 'test.tell' }, (db) =>
    db.save(guardianAccounts, {
      id: anna,
      state: 'active',
      email: 'anna@example.org',
      isConfirmed: true,
      isLocked: false,
      signedInOn: day('2026-11-20'),
      ...fields,
    }),
  )
}

function waitingCommands({ database }: School) {
  return database.sqlite
    .prepare(`SELECT cmd, args FROM outbox WHERE kind = 'c' ORDER BY n`)
    .all()
    .map((row) => [Object(row).cmd, JSON.parse(Object(row).args)])
}

describe('link codes at the office', () => {
  it('are one for each guardian and child, and a new one ends the old', async () => {
    using school = aSchoolWithFamilies()
    const first = await school.accounts.makeCodes({
      linkIds: [annaSaar, pieterSaar],
      way: 'letter',
    })
    school.clock.advance(1000)
    const before = rowOf(await school.accounts.list({}), annaSaar)
    await school.accounts.makeCodes({ linkIds: [annaSaar], way: 'letter' })

    const file = await school.accounts.file({ linkId: annaSaar })

    assert.deepEqual(first, { ok: true, value: { count: 2, skipped: 0 } })
    assert.equal(before?.standing, 'made')
    assert.equal(before?.endsOn, '2026-12-23')
    assert.deepEqual(
      file?.codes.map(({ state }) => state),
      ['made', 'revoked'],
    )
    assert.equal(await standingOf(school, pieterSaar), 'made')
  })

  it('stand in no table: the row has a hash, and the letter is made anew from the key', async () => {
    using school = aSchoolWithFamilies()
    await school.accounts.makeCodes({ linkIds: [annaSaar], way: 'letter' })
    const key = Buffer.from('the practice school has no secrets')
    const row = school.database.read.select().from(linkCodes).get()
    const code = letterCode(key, row?.id ?? '')

    const stored = JSON.stringify(
      ['linkCodes', 'outbox', 'changes'].map((table) =>
        school.database.sqlite.prepare(`SELECT * FROM ${table}`).all(),
      ),
    )

    assert.equal(code, letterCode(key, row?.id ?? ''))
    assert.notEqual(readLinkCode(code), null)
    assert.notEqual(code, letterCode(Buffer.from('another key'), row?.id ?? ''))
    assert.ok(!stored.includes(code) && !stored.includes(readLinkCode(code) ?? ''))
  })

  it('go from made over printed to expired, and count again when they are extended', async () => {
    using school = aSchoolWithFamilies()
    await school.accounts.setSettings({ codeDays: 5, needsCapitalAndDigit: false })
    await school.accounts.makeCodes({ linkIds: [annaSaar], way: 'letter' })
    const made = rowOf(await school.accounts.list({}), annaSaar)
    const codeIds = [made?.codeId].filter((id) => id != null)
    await school.accounts.markPrinted({ codeIds })
    const printed = await standingOf(school, annaSaar)
    const tooEarly = await school.accounts.extendCodes({ codeIds, endsOn: day('2026-11-22') })
    await school.accounts.extendCodes({ codeIds, endsOn: day('2026-12-31') })
    const later = rowOf(await school.accounts.list({}), annaSaar)
    await school.accounts.revokeCodes({ codeIds })

    assert.deepEqual([made?.endsOn, made?.expiresSoon], ['2026-11-28', true])
    assert.equal(printed, 'printed')
    assert.deepEqual(tooEarly, { ok: false, refusal: 'accounts.ends-before-today' })
    assert.deepEqual([later?.endsOn, later?.expiresSoon], ['2026-12-31', false])
    assert.equal(await standingOf(school, annaSaar), 'revoked')
  })

  it('are for nobody whom the portal would not let in, and by mail only where an address is known', async () => {
    using school = aSchoolWithFamilies()
    await school.families.changeLink({ id: pieterSaar, fields: { portalAccess: false } })
    const closed = await school.accounts.makeCodes({ linkIds: [pieterSaar], way: 'letter' })
    await school.families.changeGuardian({ id: anna, fields: { email: null } })
    const nowhere = await school.accounts.makeCodes({ linkIds: [annaSaar], way: 'mail' })
    const row = rowOf(await school.accounts.list({}), pieterSaar)

    assert.deepEqual(closed, { ok: false, refusal: 'accounts.nothing-to-do' })
    assert.deepEqual(nowhere, { ok: false, refusal: 'accounts.nothing-to-do' })
    assert.deepEqual([row?.standing, row?.closed], ['closed', 'no-access'])
  })

  it('are taken back like everything else', async () => {
    using school = aSchoolWithFamilies()
    await school.accounts.makeCodes({ linkIds: [annaSaar, annaTim], way: 'letter' })

    await school.history.undo({ actionId: null })

    assert.equal(await standingOf(school, annaSaar), 'none')
  })
})

describe('accounts of guardians at the office', () => {
  it('say where each stands, and who can see a child', async () => {
    using school = aSchoolWithFamilies()
    await school.accounts.makeCodes({ linkIds: [annaSaar], way: 'letter' })
    const code = school.database.read.select().from(linkCodes).get()
    if (!code) throw new Error('No code')
    school.database.write({ staffId: heidi, path: 'test.tell' }, (db) =>
      db.save(linkCodes, { ...code, usedAt: '2026-11-23T09:00:00.000Z' }),
    )
    tell(school)
    const file = await school.accounts.file({ linkId: annaSaar })

    assert.equal(file?.row.standing, 'active')
    assert.equal(await standingOf(school, annaTim), 'none')
    assert.deepEqual(
      file?.onlookers.map(({ name, standing }) => [name, standing]),
      [
        ['Anna Jansen', 'active'],
        ['Pieter de Vries', 'none'],
      ],
    )
    assert.deepEqual(
      file?.siblings.map(({ name }) => name.split(' ')[0]),
      ['Tim'],
    )
  })

  it('are locked with a reason and opened again; a reset needs that the office saw who asks', async () => {
    using school = aSchoolWithFamilies()
    const none = await school.accounts.lock({ guardianId: anna, reason: 'x' })
    tell(school)
    await school.accounts.lock({ guardianId: anna, reason: 'Telefoon gestolen' })
    const locked = await standingOf(school, annaSaar)
    await school.accounts.unlock({ guardianId: anna })
    await school.accounts.resetAccess({ guardianId: anna, isKnown: true })

    assert.deepEqual(none, { ok: false, refusal: 'accounts.no-account' })
    assert.equal(locked, 'locked')
    assert.equal(await standingOf(school, annaSaar), 'none')
    assert.deepEqual(waitingCommands(school), [
      ['accounts.resetAccess', { guardianId: anna, isKnown: true }],
    ])
    await assert.rejects(
      school.call('accounts.resetAccess', { guardianId: anna, isKnown: false }),
      /Not understood/,
    )
  })

  it('remind only who has not confirmed the address', async () => {
    using school = aSchoolWithFamilies()
    tell(school, { state: 'waiting', isConfirmed: false, signedInOn: null })
    const answer = await school.accounts.remind({ guardianIds: [anna, pieter] })

    assert.deepEqual(answer, { ok: true, value: { count: 1, skipped: 1 } })
    assert.equal(await standingOf(school, annaSaar), 'waiting')
    assert.deepEqual(waitingCommands(school), [['accounts.remind', { guardianIds: [anna] }]])
  })

  it('warn when two guardians have one address, and show nothing of a protected family', async () => {
    using school = aSchoolWithFamilies()
    school.database.sqlite.exec('UPDATE temp.door SET isOpen = 1')
    school.database.sqlite.exec(
      `UPDATE guardians SET email = 'gezin@example.org' WHERE id IN ('${anna}', '${pieter}')`,
    )
    const rows = await school.accounts.list({})
    const mailed = await school.accounts.makeCodes({ linkIds: [annaSaar, pieterSaar], way: 'mail' })

    assert.equal(rowOf(rows, annaSaar)?.sharesEmail, true)
    assert.deepEqual(mailed, { ok: false, refusal: 'accounts.nothing-to-do' })
    const text = JSON.stringify([
      rows,
      await school.accounts.file({ linkId: linkOf(noor, noorsMother) }),
    ])
    assert.deepEqual(
      noorsSecrets.filter((secret) => text.includes(secret)),
      [],
    )
  })

  it('are the office’s alone', async () => {
    using school = aSchoolWithFamilies()
    for (const role of ['teacher', 'ict'] as const) {
      school.become(role)
      for (const path of ['list', 'requests', 'settings']) {
        await assert.rejects(school.call(`accounts.${path}`, {}), /Not allowed/)
      }
    }
  })
})

describe('a request for access', () => {
  const id = AccessRequestId.parse(numbered(900))
  function ask(school: School, fields: Partial<typeof accessRequests.$inferInsert> = {}) {
    const pupil = school.database.sqlite.prepare('SELECT birthDate FROM pupils WHERE id = ?')
    school.database.write({ staffId: heidi, path: 'test.ask' }, (db) =>
      db.save(accessRequests, {
        id,
        madeAt: '2026-11-22T10:00:00.000Z',
        ownName: 'Anna Jansen',
        childName: 'Saar de Vries',
        birthDate: String(Object(pupil.get(saar)).birthDate),
        email: 'anna.nieuw@example.org',
        ...fields,
      }),
    )
  }

  it('is matched on name and birth date, and one key lets in who fits in everything', async () => {
    using school = aSchoolWithFamilies()
    ask(school)
    const [request] = await school.accounts.requests({})
    const best = request?.best
    const answer = best && (await school.accounts.acceptRequest({ id, linkId: best }))
    const code = school.database.read.select().from(linkCodes).get()
    const again = await school.accounts.declineRequest({ id, reason: 'Te laat' })

    assert.equal(best, annaSaar)
    assert.deepEqual(answer, { ok: true, value: null })
    assert.deepEqual(
      [code?.way, code?.email, code?.linkId],
      ['mail', 'anna.nieuw@example.org', annaSaar],
    )
    assert.deepEqual(again, { ok: false, refusal: 'request.decided' })
  })

  it('writes its decision before its effects, so that both stand or fall together', async () => {
    using school = aSchoolWithFamilies()
    ask(school)
    await school.accounts.acceptRequest({ id, linkId: annaSaar })
    const last = school.database.sqlite
      .prepare(`SELECT tbl, field FROM outbox WHERE tx = (SELECT max(tx) FROM outbox) ORDER BY n`)
      .all()
      .map((row) => `${Object(row).tbl}.${Object(row).field}`)

    assert.equal(last[0], 'accessRequests.decision')
    assert.equal(last.at(-1), 'linkCodes.null')
  })

  it('for a protected child offers nobody', async () => {
    using school = aSchoolWithFamilies()
    const pupil = school.database.sqlite.prepare('SELECT * FROM pupils WHERE id = ?').get(noor)
    const { firstName, lastName, birthDate } = Object(pupil)
    ask(school, { childName: `${firstName} ${lastName}`, birthDate })
    const [request] = await school.accounts.requests({})

    assert.deepEqual([request?.candidates, request?.best], [[], null])
  })

  it('fits by words of the name, whatever their order, accents and prefixes', () => {
    const pupil = { firstName: 'Zoë', prefix: 'van', lastName: 'den Berg', birthDate: '2018-03-05' }
    const fits = (childName: string, birthDate = '2018-03-05') =>
      matchOf({ childName, birthDate }, pupil)

    assert.equal(fits('Zoe van den Berg'), 'both')
    assert.equal(fits('Berg Zoë'), 'both')
    assert.equal(fits('Zoë Bergsma'), 'birth-date')
    assert.equal(fits('Zoe van den Berg', '2018-05-03'), 'name')
    assert.equal(fits('Tim Jansen'), null)
    assert.equal(fits('Berg', '2018-05-03'), null)
  })
})
