import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import { invitationSlip } from '#shared/staff/invitation-slip.ts'
import type { Context } from '../../src-main/platform/database.ts'
import { keepPassword } from '../../src-main/staff/credentials-table.ts'
import { createSession } from '../../src-main/staff/session-service.ts'
import { aSchoolWithFamilies, ict, juf } from '../builders/families.ts'
import { heidi, monday } from '../builders/school.ts'

const own = 'drie blauwe fietsen'
const wanted = 'paard batterij nietje'
type School = ReturnType<typeof aSchoolWithFamilies>

/** The real services; signing in begins nothing else, as it would in the whole desk. */
async function aDesk() {
  const school = aSchoolWithFamilies()
  await keepPassword(school.database.sqlite, heidi, own)
  const { service } = createSession({
    database: () => school.database,
    isPractice: () => false,
    onSession: () => {},
  })
  const db = school.database.read
  const caller = (): Context => ({
    ...{ staffId: '', staffName: '', role: 'ict', seesMedical: false, country: 'nl' },
    ...{ now: school.clock.now(), today: monday, newId: () => '' },
  })
  const entry = {
    signIn: (typed: Parameters<typeof service.signIn>[1]) => service.signIn(db, typed, caller()),
    acceptInvitation: (typed: Parameters<typeof service.acceptInvitation>[1]) =>
      service.acceptInvitation(db, typed, caller()),
  }
  return Object.assign(school, { entry })
}

const nameOf = async ({ staff }: School, id: string) =>
  (await staff.list({})).find((person) => person.id === id)?.userName ?? ''

const codeAt = (secret: string, at: string) =>
  new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({
    timestamp: Date.parse(at),
  })

describe('an invitation of the office', () => {
  it('lets somebody choose the own password, once, and is in no table in clear', async () => {
    using school = await aDesk()
    const userName = await nameOf(school, juf)
    const made = await school.staff.invite({ id: juf })
    if (!made.ok) throw new Error('No invitation')
    const { code, endsOn } = made.value
    const stored = JSON.stringify(
      school.database.sqlite.prepare('SELECT * FROM staffInvitations').all(),
    )

    const guessed = await school.entry.acceptInvitation({
      userName,
      code: 'AAAAA-AAAAA',
      password: wanted,
    })
    const poor = await school.entry.acceptInvitation({ userName, code, password: 'welkom' })
    const inside = await school.entry.acceptInvitation({
      userName,
      code: code.toLowerCase().replace('-', ' '),
      password: wanted,
    })
    const again = await school.entry.acceptInvitation({ userName, code, password: wanted })
    const later = await school.entry.signIn({ userName, password: wanted })

    assert.match(code, /^[2-9A-Z]{5}-[2-9A-Z]{5}$/)
    assert.equal(endsOn, '2026-11-30')
    assert.ok(!stored.includes(code.replace('-', '')))
    assert.deepEqual(guessed, { ok: false, refusal: 'session.invitation-wrong' })
    assert.deepEqual(poor, { ok: false, refusal: 'staff.password-too-short' })
    assert.equal(inside.ok, true)
    assert.deepEqual(again, { ok: false, refusal: 'session.invitation-wrong' })
    assert.equal(later.ok, true)
  })

  it('is not for who left, nor from ICT for who sees pupils; the slip shows what is typed as text', async () => {
    using school = await aDesk()
    await school.staff.change({ id: juf, fields: { isActive: false } })
    const left = await school.staff.invite({ id: juf })
    school.become('ict', { staffId: ict })
    const reaching = await school.staff.invite({ id: heidi })
    const slip = invitationSlip({
      ...{ name: '<b>Jo', userName: 'jo', code: 'AB', until: 'morgen', language: 'nl' },
    })

    assert.deepEqual(left, { ok: false, refusal: 'staff.left' })
    assert.deepEqual(reaching, { ok: false, refusal: 'staff.role-needs-office' })
    assert.match(slip.html, /&lt;b&gt;Jo/)
  })
})

describe('the second factor of somebody who works here', () => {
  it('is asked beside the password once a code has shown that the telephone has it', async () => {
    using school = await aDesk()
    const { secret, qr } = await school.staff.beginSecondFactor({})
    const notYet = await school.entry.signIn({ userName: 'heidi', password: own })
    const wrong = await school.staff.confirmSecondFactor({ code: '000000' })
    const first = codeAt(secret, school.clock.now())
    const on = await school.staff.confirmSecondFactor({ code: first })

    const bare = await school.entry.signIn({ userName: 'heidi', password: own })
    const used = await school.entry.signIn({ userName: 'heidi', password: own, code: first })
    school.clock.advance(30_000)
    const next = codeAt(secret, school.clock.now())
    const inside = await school.entry.signIn({ userName: 'heidi', password: own, code: next })
    const blind = await school.entry.signIn({ userName: 'heidi', password: 'fout', code: next })

    assert.ok(qr.size > 20)
    assert.equal(notYet.ok, true)
    assert.deepEqual(wrong, { ok: false, refusal: 'staff.second-wrong' })
    assert.deepEqual(on, { ok: true, value: null })
    assert.deepEqual(bare, { ok: false, refusal: 'session.needs-code' })
    assert.deepEqual(used, { ok: false, refusal: 'session.code-wrong' })
    assert.equal(inside.ok, true)
    assert.deepEqual(blind, { ok: false, refusal: 'session.refused' })
  })

  it('goes with the own password, or with a new one from the office', async () => {
    using school = await aDesk()
    const turnOn = async () => {
      school.clock.advance(60_000)
      const { secret } = await school.staff.beginSecondFactor({})
      return school.staff.confirmSecondFactor({ code: codeAt(secret, school.clock.now()) })
    }
    await turnOn()
    const unproven = await school.staff.removeSecondFactor({ password: 'fout' })
    const stillOn = await school.staff.secondFactor({})
    await school.staff.removeSecondFactor({ password: own })
    const off = await school.staff.secondFactor({})
    await turnOn()
    await school.staff.setPassword({ id: heidi, password: wanted })
    const fresh = await school.entry.signIn({ userName: 'heidi', password: wanted })

    assert.deepEqual(unproven, { ok: false, refusal: 'staff.password-wrong' })
    assert.deepEqual([stillOn.isOn, stillOn.isPossible, off.isOn], [true, true, false])
    assert.equal(fresh.ok, true)
  })
})
