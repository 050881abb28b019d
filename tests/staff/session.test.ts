import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Session } from '#shared/staff/staff-contract.ts'
import type { Context } from '../../src-main/platform/database.ts'
import { keepPassword } from '../../src-main/staff/credentials-table.ts'
import { createSession } from '../../src-main/staff/session-service.ts'
import { aSchoolWithFamilies, juf, principal } from '../builders/families.ts'
import { heidi, monday } from '../builders/school.ts'

const passphrase = 'vier losse woorden fiets'

/** A desk whose clock the test turns; Heidi has a password. */
async function aDesk({ isPractice = false } = {}) {
  const school = aSchoolWithFamilies()
  await keepPassword(school.database.sqlite, heidi, passphrase)
  let millis = 0
  const told: (Session | null)[] = []
  const session = createSession({
    database: () => school.database,
    isPractice: () => isPractice,
    onSession: (fresh) => told.push(fresh),
    millis: () => millis,
  })
  const { service } = session
  const db = school.database.read
  // Nobody's calls ask nothing of who calls; the real router passes a context all the same.
  const context: Context = {
    staffId: '',
    staffName: '',
    role: 'ict',
    seesMedical: false,
    now: school.clock.now(),
    today: monday,
    country: 'nl',
    newId: () => '',
  }
  return {
    school,
    session,
    told,
    wait: (seconds: number) => (millis += seconds * 1000),
    signIn: (userName: string, password: string) =>
      service.signIn(db, { userName, password }, context),
    signOut: () => service.signOut(db, {}, context),
    actAs: (role: Session['role']) => service.actAs(db, { role }, context),
    [Symbol.dispose]: () => school[Symbol.dispose](),
  }
}

const heidis = {
  staffId: heidi,
  name: 'Heidi Smit',
  role: 'office' as const,
  seesMedical: true,
  language: null,
}

const refused = { ok: false, refusal: 'session.refused' }

describe('signing in', () => {
  it('with the right password opens the desk, whatever the capitals of the name', async () => {
    using desk = await aDesk()

    const answer = await desk.signIn(' Heidi ', passphrase)

    assert.deepEqual(answer, { ok: true, value: heidis })
    assert.deepEqual([desk.session.current(), desk.told], [heidis, [heidis]])
  })

  it('is refused in the same words for a wrong password, an unknown name and one without password', async () => {
    using desk = await aDesk()

    const answers = [
      await desk.signIn('heidi', 'wat was het ook weer'),
      await desk.signIn('niemand', passphrase),
      await desk.signIn('joke', passphrase),
    ]

    assert.deepEqual(answers, [refused, refused, refused])
    assert.equal(desk.session.current(), null)
  })

  it('takes as long for an unknown name as for a wrong password', async () => {
    using desk = await aDesk()
    const timed = async (userName: string) => {
      const times: number[] = []
      for (let n = 0; n < 4; n++) {
        const start = performance.now()
        await desk.signIn(userName, 'wat was het ook weer')
        times.push(performance.now() - start)
        desk.wait(3600)
      }
      return Math.min(...times)
    }
    await timed('heidi')

    const [known, unknown] = [await timed('heidi'), await timed('niemand')]

    // Wide, for a busy machine: without stretching nobody's password it is a hundredth of the time.
    assert(unknown > known / 5 && known > unknown / 5, `${unknown} ms and ${known} ms`)
  })

  it('waits after five wrong passwords, also for the right one, and longer each time', async () => {
    using desk = await aDesk()
    for (let n = 0; n < 5; n++) assert.deepEqual(await desk.signIn('heidi', `fout ${n}`), refused)

    const sixth = await desk.signIn('heidi', passphrase)
    desk.wait(30)
    const afterWaiting = await desk.signIn('heidi', 'nog steeds fout')
    const seventh = await desk.signIn('heidi', passphrase)
    desk.wait(60)
    const atLast = await desk.signIn('heidi', passphrase)

    assert.deepEqual(
      [sixth, afterWaiting, seventh, atLast.ok],
      [
        { ok: false, refusal: 'session.wait', details: { seconds: 30 } },
        refused,
        { ok: false, refusal: 'session.wait', details: { seconds: 60 } },
        true,
      ],
    )
  })

  it('waits for a name nobody has just the same, and for nobody else', async () => {
    using desk = await aDesk()
    for (let n = 0; n < 5; n++) await desk.signIn('niemand', `fout ${n}`)

    assert.deepEqual(await desk.signIn('niemand', passphrase), {
      ok: false,
      refusal: 'session.wait',
      details: { seconds: 30 },
    })
    assert.equal((await desk.signIn('heidi', passphrase)).ok, true)
  })

  it('counts tries that are made at once', async () => {
    using desk = await aDesk()

    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => desk.signIn('heidi', `fout ${n}`)),
    )

    const waiting = answers.filter((answer) => !answer.ok && answer.refusal === 'session.wait')
    assert.equal(waiting.length, 3)
  })

  it('is over for somebody who left, at the next call', async () => {
    using desk = await aDesk()
    await desk.signIn('heidi', passphrase)

    await desk.school.staff.change({ id: heidi, fields: { isActive: false } })

    assert.equal(desk.session.current(), null)
    assert.deepEqual(await desk.signIn('heidi', passphrase), refused)
  })

  it('gives the role of now, not that of the morning', async () => {
    using desk = await aDesk()
    await desk.signIn('heidi', passphrase)

    await desk.school.staff.change({ id: heidi, fields: { role: 'teacher', seesMedical: false } })

    assert.deepEqual(desk.session.current(), { ...heidis, role: 'teacher', seesMedical: false })
  })

  it('ends with signing out', async () => {
    using desk = await aDesk()
    await desk.signIn('heidi', passphrase)

    await desk.signOut()

    assert.deepEqual([desk.session.current(), desk.told.at(-1)], [null, null])
  })
})

describe('acting as another role', () => {
  it('shows the practice school with the eyes of a teacher who has a group', async () => {
    using desk = await aDesk({ isPractice: true })
    desk.session.begin(heidi)

    const answer = await desk.actAs('teacher')

    assert.equal(answer.ok && answer.value.staffId, juf)
    assert.equal((await desk.actAs('principal')).ok && desk.session.current()?.staffId, principal)
  })

  it('does not work in a real school', async () => {
    using desk = await aDesk()
    await desk.signIn('heidi', passphrase)

    assert.deepEqual(await desk.actAs('principal'), {
      ok: false,
      refusal: 'session.practice-only',
    })
    assert.equal(desk.session.current()?.role, 'office')
  })
})
