import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { PortalDatabase } from '../../../src-portal/platform/portal-database.ts'
import { createPortal } from '../../../src-portal/portal.ts'
import { aBrowser, type TestBrowser } from '../test-browser.ts'
import { aSchoolWithFamily, linkIn, password } from '../test-school.ts'

/** In every text that belongs to the home of Anna, to be searched for in what Bram gets to see. */
export const canary = /kanarie|61111|Noor|Koen/i

const id = (text: string) => `0197c000-0000-7000-8000-${text.padStart(12, '0')}`
export const rows = {
  homeOfAnna: id('c1'),
  homeOfBram: id('c2'),
  phoneOfAnna: id('d1'),
  phoneOfBram: id('d2'),
  phoneAtAnnas: id('d3'),
  granny: id('e1'),
  doctor: id('e2'),
  grannyOfEmma: id('e3'),
  doctorOfEmma: id('e4'),
  doctorOfNoor: id('e5'),
  koen: id('b3'),
  carla: id('b4'),
  group: id('f2'),
  tess: id('a4'),
  omar: id('a5'),
} as const

export type Separated = Awaited<ReturnType<typeof aSeparatedFamily>>

/**
 * Emma has two homes: Anna and her partner Koen with half-sister Noor, and Bram by himself. Tess of
 * Carla is in Emma's class and stands on its list with her address; Omar did not consent.
 */
export async function aSeparatedFamily(database: PortalDatabase) {
  const school = await aSchoolWithFamily(database)
  const { ids, desk, row } = school
  const now = '2026-09-01T08:00:00.000Z'
  await desk.push(
    ...[rows.homeOfAnna, rows.homeOfBram, id('c3')].map((home, at) =>
      row('households', aHome(home, ['Kanariestraat', 'Bramenweg', 'Carlalaan'][at] ?? '')),
    ),
    ...[
      [ids.emma, rows.homeOfAnna, 1],
      [ids.emma, rows.homeOfBram, 0],
      [ids.noor, rows.homeOfAnna, 1],
      [rows.tess, id('c3'), 1],
    ].map(([pupilId, householdId, isMain], at) =>
      row('residences', { id: id(`99${at}`), pupilId, householdId, isMain, arrangement: null }),
    ),
    row('guardians', aGuardian(rows.koen, 'Koen', 'Kanarie', rows.homeOfAnna)),
    row('guardians', aGuardian(rows.carla, 'Carla', 'Smit', id('c3'))),
    row('guardianLinks', aLink(id('b9'), rows.koen, ids.emma)),
    row('guardianLinks', aLink(id('b8'), rows.carla, rows.tess)),
    row('phones', aPhone(rows.phoneOfAnna, 'guardian', ids.anna, '+31611110001')),
    row('phones', aPhone(rows.phoneOfBram, 'guardian', ids.bram, '+31622220002')),
    row('phones', aPhone(rows.phoneAtAnnas, 'household', rows.homeOfAnna, '+31611110003')),
    row('phones', aPhone(id('d4'), 'guardian', rows.carla, '+31633330004')),
    row('phones', aPhone(id('d5'), 'contact', rows.granny, '+31611110005')),
    row('contacts', aContact(rows.granny, 'emergency', 'Oma Kanarie')),
    row('contacts', aContact(rows.doctor, 'doctor', 'Dokter Vos')),
    row('contactLinks', aTie(rows.grannyOfEmma, ids.emma, rows.granny, 1)),
    row('contactLinks', aTie(rows.doctorOfEmma, ids.emma, rows.doctor, 2)),
    row('contactLinks', aTie(rows.doctorOfNoor, ids.noor, rows.doctor, 1)),
    row('medicals', {
      ...{ id: ids.emma, alert: 'Office only alert', allergies: 'Pindanoten', conditions: null },
      ...{ medication: null, diet: null, medicationPermitted: 0, instructions: null },
    }),
    row('groups', {
      ...{ id: rows.group, schoolYearId: id('f0'), name: '4A', kind: 'class' },
      ...{ yearGrades: '["4"]', room: null },
    }),
    row('pupils', aPupil(rows.tess, 'Tess', 'Smit')),
    row('pupils', aPupil(rows.omar, 'Omar', 'Dals')),
    ...[ids.emma, ids.saga, rows.tess, rows.omar].map((pupilId, at) =>
      row('memberships', {
        ...{ id: id(`88${at}`), pupilId, groupId: rows.group, from: null, until: null },
      }),
    ),
    ...[
      [ids.emma, ids.anna],
      [ids.emma, ids.bram],
      [rows.tess, rows.carla],
      [ids.saga, ids.anna],
    ].flatMap(([pupilId, guardianId], at) =>
      ['class-list-name', 'class-list-contact'].map((purpose, place) =>
        row('consents', {
          ...{ id: id(`77${at}${place}`), pupilId, guardianId, purpose, granted: 1 },
          ...{ givenOn: '2026-09-01', version: '1', note: null, recordedAt: now },
        }),
      ),
    ),
  )
  // A protected child would cover the whole home: here it is somebody else's.
  const tie = school.linkOf(ids.anna, ids.saga)
  await desk.push(desk.set('guardianLinks', tie, null, null, school.stamp(), school.stamp()))
  await school.change('guardians', ids.anna, {
    householdId: rows.homeOfAnna,
    lastName: 'Kanarie',
    email: 'anna.kanarie@example.org',
  })
  await school.change('guardians', ids.bram, { householdId: rows.homeOfBram })

  /** Registers with a code and signs in. */
  async function guardian(
    who: 'anna' | 'bram',
    pupils: readonly ('emma' | 'noor')[],
    language = 'en',
  ) {
    const email = who === 'anna' ? 'anna.kanarie@example.org' : 'bram@example.org'
    const browser = aBrowser(school.app, { language })
    const [first = 'emma', ...more] = pupils
    const { code } = await school.issue(ids[who], ids[first])
    await browser.visit('/register')
    await browser.fill('/register', { email, password, code })
    const letter = (await school.mails()).find(({ to }) => to === email)
    const link = linkIn(letter?.text)
    await browser.visit(link)
    await browser.fill('/activate', { token: link.split('?token=')[1] ?? '' })
    await browser.visit('/sign-in')
    const answer = await browser.fill('/sign-in', { email, password })
    assert.match(answer.body, /Emma Bakker/)
    for (const pupil of more) {
      const another = await school.issue(ids[who], ids[pupil])
      await browser.fill('/children', { code: another.code })
    }
    return browser
  }

  /** Every row of a table as the office gets it. */
  async function all(tbl: string) {
    const page = await school.database.inSchool(school.id, (tx) =>
      tx.execute(`SELECT id, fields FROM sync_rows WHERE tbl = '${tbl}' AND gone IS NULL`),
    )
    const found: { id: string; fields: Record<string, string | number | null> }[] =
      Object(page).rows
    return found.map(({ id: rowId, fields }) => school.parts.openRow(tbl, rowId, fields))
  }

  const linkTo = (who: 'anna' | 'bram', pupil: 'emma' | 'noor' | 'saga') =>
    school.linkOf(ids[who], ids[pupil])

  return { ...school, guardian, all, linkTo }
}

/** Sends a form as the page that is open has it, with a number of its own. */
export const send = (browser: TestBrowser, url: string, fields: Record<string, string>) =>
  browser.fill(url, { once: randomUUID(), do: 'send', ...fields })

/** Every page and form of the portal, as the server itself lists them. */
export async function everyRoute(school: Separated) {
  const routes: { method: string; url: string }[] = []
  const app = await createPortal({
    database: school.database,
    key: Buffer.alloc(32, 7),
    now: () => school.clock.now,
    onRoute: ({ method, url }) => {
      for (const each of [method].flat()) if (each !== 'HEAD') routes.push({ method: each, url })
    },
  })
  await app.close()
  return routes.filter(({ url }) => !/^\/(assets|sync)\//.test(url))
}

const aHome = (homeId: string, street: string) => ({
  ...{ id: homeId, street, houseNumber: '1', houseNumberAddition: null, postcode: '1234 AB' },
  ...{ town: 'Leerdam', addressCountry: 'NL', mailingAddress: null, note: null },
})

const aGuardian = (guardianId: string, firstName: string, lastName: string, home: string) => ({
  ...{ id: guardianId, firstName, initials: null, prefix: null, lastName, sex: 'unknown' },
  ...{ email: null, language: null, note: null, householdId: home },
})

const aLink = (linkId: string, guardianId: string, pupilId: string) => ({
  ...{ id: linkId, pupilId, guardianId, relation: 'parent', authority: 'joint' },
  ...{ authorityDocument: null, authorityOn: null, informationRight: 'full' },
  ...{ informationDocument: null, contactOrder: 1, mayCollect: 1, portalAccess: 1 },
  ...{ receivesLetters: 1, noContact: 0, note: null },
})

const aPhone = (phoneId: string, ownerKind: string, ownerId: string, number: string) => ({
  ...{ id: phoneId, ownerKind, ownerId, kind: 'mobile', number },
  ...{ mayCallDuringSchool: 1, position: 1 },
})

const aContact = (contactId: string, kind: string, name: string) => ({
  ...{ id: contactId, kind, name, organisation: null, address: null, email: null, note: null },
})

const aTie = (linkId: string, pupilId: string, contactId: string, contactOrder: number) => ({
  ...{ id: linkId, pupilId, contactId, contactOrder, relation: null, mayCollect: 0 },
  ...{ collectingForbidden: 0, validFrom: null, validUntil: null },
})

const aPupil = (pupilId: string, firstName: string, lastName: string) => ({
  ...{ id: pupilId, firstName, officialNames: null, initials: null, prefix: null, lastName },
  ...{ sex: 'female', birthDate: '2018-03-05', birthPlace: null, nationalNumber: null },
  ...{ nationalNumberKind: null, pupilNumber: null, homeLanguages: '[]', nationality: null },
  ...{ email: null, yearGrade: '4', note: null, protectionLevel: 0, alias: null },
  ...{ protectionAgreement: null, mergedInto: null },
})
