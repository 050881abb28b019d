import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { AccountsContract } from '#shared/accounts/office/accounts-contract.ts'
import { GuardianId, GuardianLinkId } from '#shared/families/guardian.ts'
import type { Client } from '#shared/platform/contract.ts'
import { PartialDay } from '#shared/platform/day.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import { SchoolId } from '#shared/school/school.ts'
import { StaffId } from '#shared/staff/staff.ts'
import { createAccounts } from '../../src-main/accounts/accounts-service.ts'
import { linkCodes } from '../../src-main/accounts/accounts-table.ts'
import { letterCode } from '../../src-main/accounts/code-signs.ts'
import { guardianLinks, guardians } from '../../src-main/families/families-table.ts'
import { newId } from '../../src-main/platform/ids.ts'
import { pupils } from '../../src-main/pupils/pupils-table.ts'
import { schools } from '../../src-main/school/school-table.ts'
import { staff } from '../../src-main/staff/staff-table.ts'
import { tidyAccounts } from '../../src-portal/accounts/housekeeping.ts'
import { tellOfMail } from '../../src-portal/accounts/office/tell-of-mail.ts'
import { claimMail, closeMail } from '../../src-portal/platform/mail-queue.ts'
import { portalParts } from '../../src-portal/portal.ts'
import { aLink } from '../builders/families.ts'
import { day, numbered } from '../builders/school.ts'
import { aBrowser } from '../portal/test-browser.ts'
import { openTestPglite } from '../portal/test-databases.ts'
import { linkIn, password } from '../portal/test-school.ts'
import { aSyncedDesk, type SyncedDesk } from '../sync/test-desk.ts'
import { aHub, heidi, schoolId } from '../sync/test-hub.ts'

const emma = PupilId.parse(numbered(1))
const [anna, bram] = [2, 3].map((n) => GuardianId.parse(numbered(n)))
const [annas, brams] = [4, 5].map((n) => GuardianLinkId.parse(numbered(n)))
const key = Buffer.alloc(32, 9)

/** The office's own service on a desk that syncs; each call is an action of its own. */
function officeOf(desk: SyncedDesk, now: () => number): Client<AccountsContract> {
  const service = createAccounts(() => ({ url: 'http://localhost', key }))
  const caller = () => ({
    staffId: heidi,
    staffName: 'Heidi',
    role: 'office' as const,
    seesMedical: false,
    country: 'nl' as const,
    now: new Date(now()).toISOString(),
    today: day(new Date(now()).toISOString().slice(0, 10)),
    newId,
  })
  return new Proxy({} as Client<AccountsContract>, {
    get: (_, name: keyof typeof service) => async (input: never) =>
      desk.write((db) => (service[name] as (...given: unknown[]) => unknown)(db, input, caller())),
  })
}

function furnish(
  desk: Parameters<SyncedDesk['write']>[0] extends (db: infer Db) => unknown ? Db : never,
) {
  const db = desk
  const person = { prefix: null, initials: null, note: null, language: null, householdId: null }
  db.save(schools, {
    id: SchoolId.parse(schoolId),
    name: 'De Linde',
    country: 'nl',
    language: 'nl',
    timeZone: 'Europe/Amsterdam',
    idleLockMinutes: 5,
    keepsNationalNumber: true,
  })
  db.save(staff, {
    id: StaffId.parse(heidi),
    firstName: 'Heidi',
    lastName: 'Smit',
    userName: 'heidi',
    role: 'office',
    seesMedical: false,
    isActive: true,
  })
  db.save(pupils, {
    id: emma,
    firstName: 'Emma',
    lastName: 'Bakker',
    sex: 'female',
    birthDate: PartialDay.parse('2018-03-05'),
    homeLanguages: [],
    protectionLevel: 0,
  })
  for (const [id, firstName, link, contactOrder] of [
    [anna, 'Anna', annas, 1],
    [bram, 'Bram', brams, 2],
  ] as const) {
    if (!id || !link) throw new Error('No id')
    db.save(guardians, {
      ...person,
      id,
      firstName,
      lastName: 'Bakker',
      sex: 'unknown',
      email: null,
    })
    db.save(guardianLinks, { ...aLink({ contactOrder }), id: link, pupilId: emma, guardianId: id })
  }
}

async function aSchoolAtPortal() {
  const database = await openTestPglite()
  const hub = await aHub(database)
  const desk = await aSyncedDesk({
    hub,
    joins: null,
    before: (file) => file.write({ staffId: heidi, path: 'desk.setUp' }, furnish),
  })
  after(async () => {
    desk[Symbol.dispose]()
    await hub.app.close()
    await database.close()
  })
  await desk.sync()
  const parts = portalParts({ database, key: Buffer.alloc(32, 7), now: () => hub.clock.now })
  async function mails(failure: string | null = null) {
    const taken = []
    for (let mail = await claimMail(parts); mail; mail = await claimMail(parts)) {
      await closeMail(parts, mail)
      await tellOfMail(parts)(mail, failure)
      taken.push(mail.letter)
    }
    return taken
  }
  const office = officeOf(desk, () => hub.clock.now)
  const standing = async (linkId = annas) =>
    (await office.list({})).find((row) => row.linkId === linkId)
  async function register(code: string, email: string) {
    const browser = aBrowser(hub.app)
    await browser.visit('/register')
    await browser.fill('/register', { email, password, code })
    const [letter] = await mails()
    if (!letter) return browser
    const [path = '', token = ''] = linkIn(letter.text).split('?token=')
    await browser.visit(linkIn(letter.text))
    await browser.fill(path, { token })
    return browser
  }
  async function signIn(email: string) {
    const browser = aBrowser(hub.app)
    await browser.visit('/sign-in')
    return browser.fill('/sign-in', { email, password })
  }
  return { hub, parts, desk, office, standing, register, signIn, mails }
}

describe('the office and the portal', () => {
  it('go with a guardian from the letter to an account that is locked and opened, each hearing of the other', async () => {
    const { hub, desk, office, standing, register, signIn, mails } = await aSchoolAtPortal()
    const { annas: link } = { annas }
    if (!link || !anna) throw new Error('No id')
    await office.makeCodes({ linkIds: [link], way: 'letter' })
    const codeId = desk.database().read.select().from(linkCodes).get()?.id ?? ''
    const typed = letterCode(key, codeId)
    const tooSoon = await aBrowser(hub.app).visit(`/register?code=${typed}`)
    await desk.sync()

    await register(typed, 'anna@example.org')
    await desk.sync()
    const registered = await standing()
    const inside = await signIn('anna@example.org')
    await desk.sync()
    const active = await standing()
    await office.lock({ guardianId: anna, reason: 'Telefoon gestolen' })
    await desk.sync()
    const locked = await signIn('anna@example.org')
    await office.unlock({ guardianId: anna })
    await office.resetAccess({ guardianId: anna, isKnown: true })
    await desk.sync()
    const again = await signIn('anna@example.org')
    const [reset] = await mails()

    assert.doesNotMatch(tooSoon.body, /Emma/)
    assert.equal(registered?.standing, 'never-signed-in')
    assert.match(inside.body, /My access/)
    assert.deepEqual([active?.standing, active?.email], ['active', 'anna@example.org'])
    assert.match(locked.body, /school has switched this account off/)
    assert.match(again.body, /My access/)
    assert.match(linkIn(reset?.text), /new-password/)
  })

  it('agree on a code that is taken back, extended, or for nobody', async () => {
    const { hub, desk, office, register, standing, signIn } = await aSchoolAtPortal()
    if (!annas || !brams) throw new Error('No id')
    await office.makeCodes({ linkIds: [annas, brams], way: 'letter' })
    const [first, second] = desk.database().read.select().from(linkCodes).all()
    if (!first || !second) throw new Error('No codes')
    await desk.sync()
    await office.revokeCodes({ codeIds: [first.id] })
    await desk.sync()
    await register(letterCode(key, first.id), 'anna@example.org')
    const revoked = await signIn('anna@example.org')
    hub.clock.now += 40 * 86_400_000
    await register(letterCode(key, second.id), 'bram@example.org')
    const expired = await signIn('bram@example.org')
    await office.extendCodes({ codeIds: [second.id], endsOn: day('2027-02-01') })
    await desk.sync()
    await register(letterCode(key, second.id), 'bram@example.org')
    const extended = await signIn('bram@example.org')
    await desk.sync()

    assert.match(revoked.body, /is wrong/)
    assert.match(expired.body, /is wrong/)
    assert.match(extended.body, /My access/)
    assert.equal((await standing(brams))?.standing, 'active')
  })

  it('let in who asked and was approved, by a mail that names no child, and tell the office what came of it', async () => {
    const { hub, parts, desk, office, mails, standing } = await aSchoolAtPortal()
    const browser = aBrowser(hub.app)
    await browser.visit('/access-request')
    const asked = { ownName: 'Anna Bakker', childName: 'Emma Bakker', birthDate: '2018-03-05' }
    await browser.fill('/access-request', { ...asked, email: 'anna@example.org', phone: '' })
    await browser.visit('/access-request')
    await browser.fill('/access-request', { ...asked, email: 'x@example.org', phone: '' })
    await desk.sync()
    const requests = await office.requests({})
    const first = requests.find(({ email }) => email === 'anna@example.org')
    const second = requests.find(({ email }) => email === 'x@example.org')
    if (!first?.best || !second) throw new Error('No request')
    await office.acceptRequest({ id: first.id, linkId: first.best })
    await office.declineRequest({ id: second.id, reason: 'Wij kennen u niet.' })
    await desk.sync()
    const letters = await mails()
    await desk.sync()
    const invited = letters.find(({ to }) => to === 'anna@example.org')
    const page = await aBrowser(hub.app).visit(linkIn(invited?.text))
    const invitedStanding = (await standing())?.standing
    const stored = await hub.database.inSchool(hub.schoolId, async (tx) =>
      JSON.stringify(await tx.execute(`SELECT * FROM sync_rows WHERE tbl = 'accessRequests'`)),
    )

    hub.clock.now += 31 * 86_400_000
    await tidyAccounts(parts)
    await desk.sync()

    assert.deepEqual(await office.requests({}), [])
    assert.match(letters.find(({ to }) => to === 'x@example.org')?.text ?? '', /kennen u niet/)
    assert.doesNotMatch(JSON.stringify(letters), /Emma/)
    assert.match(page.body, /value="[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}"/)
    assert.equal(invitedStanding, 'sent')
    assert.doesNotMatch(stored, /Anna|anna@|2018-03-05/)
  })

  it('show the office a mail that does not arrive', async () => {
    const { hub, desk, office, mails, standing } = await aSchoolAtPortal()
    if (!annas) throw new Error('No id')
    await desk.write((db) => {
      const known = db
        .select()
        .from(guardians)
        .all()
        .find(({ id }) => id === anna)
      if (known) db.save(guardians, { ...known, email: 'anna@example.org' })
    })
    await office.makeCodes({ linkIds: [annas], way: 'mail' })
    await desk.sync()
    await mails('550')
    await desk.sync()

    assert.equal(hub.schoolId, schoolId)
    assert.equal((await standing())?.standing, 'failed')
  })
})
