import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { eq } from 'drizzle-orm'
import {
  changeParts,
  changeRequests,
} from '../../src-main/change-requests/change-requests-table.ts'
import {
  contactLinks,
  contacts,
  guardians,
  households,
  phones,
  residences,
} from '../../src-main/families/families-table.ts'
import { medicals, pupils } from '../../src-main/pupils/pupils-table.ts'
import {
  anna,
  kerkstraat,
  molenweg,
  noor,
  noorsMother,
  noorsSecrets,
  pieter,
  saar,
  tim,
} from '../builders/families.ts'
import {
  aSchoolThatIsAsked,
  ask,
  contactLinkOf,
  decide,
  doctor,
  grandmother,
  read,
  type School,
  write,
} from './asking.ts'

const newPhone = JSON.stringify({ kind: 'work', number: '010-1234567', mayCallDuringSchool: true })
const newDoctor = (name: string) =>
  JSON.stringify({
    ...{ kind: 'doctor', name, organisation: null, address: null, email: null },
    ...{ relation: null, mayCollect: false, phones: [] },
  })

const askAddress = (school: School) =>
  ask(school, {
    tab: 'address',
    parts: [
      {
        tbl: 'households',
        rowId: molenweg,
        field: 'street',
        seen: 'Molenweg',
        asked: 'Dorpsstraat',
      },
      { tbl: 'households', rowId: molenweg, field: 'houseNumber', seen: '81', asked: '4' },
      { tbl: 'households', rowId: molenweg, field: 'town', seen: 'Dorp', asked: 'Leerdam' },
    ],
  })

const home = (school: School, id: typeof molenweg) =>
  school.database.read.select().from(households).where(eq(households.id, id)).get()

describe('deciding a request', () => {
  it('writes what is accepted, keeps what is rejected, and says why', async () => {
    using school = aSchoolThatIsAsked()
    const id = askAddress(school)

    const answer = await decide(school, id, ({ field }) => (field === 'town' ? 'reject' : 'accept'))

    assert.deepEqual(answer, { ok: true, value: { state: 'partly' } })
    const moved = home(school, molenweg)
    assert.equal(`${moved?.street} ${moved?.houseNumber} ${moved?.town}`, 'Dorpsstraat 4 Dorp')
    const [request] = school.database.read.select().from(changeRequests).all()
    assert.equal(request?.answeredAt, school.clock.now())
    const parts = (await read(school, id)).parts
    assert.deepEqual(
      parts.map(({ decision, before, reason }) => [decision, before, reason]),
      [
        ['accepted', 'Molenweg', null],
        ['accepted', '81', null],
        ['rejected', 'Dorp', 'Niet mogelijk'],
      ],
    )
  })

  it('comes back whole with one undo', async () => {
    using school = aSchoolThatIsAsked()
    const id = askAddress(school)
    await decide(school, id, 'accept')

    await school.history.undo({ actionId: null })

    assert.equal(home(school, molenweg)?.street, 'Molenweg')
    assert.equal((await read(school, id)).state, 'pending')
    assert.equal((await school.changeRequests.list({ of: 'open' })).length, 1)
  })

  it('is not done twice', async () => {
    using school = aSchoolThatIsAsked()
    const id = askAddress(school)
    await decide(school, id, 'accept')

    const again = await school.changeRequests.decide({
      id,
      movers: null,
      parts: (await read(school, id)).parts.map((part) => ({
        ...{ id: part.id, choice: 'reject' as const, value: null, now: part.now },
        ...{ reason: null, document: null },
      })),
    })

    assert.deepEqual(again, { ok: false, refusal: 'request.decided' })
  })

  it('is refused when the record changed while it was looked at', async () => {
    using school = aSchoolThatIsAsked()
    const id = askAddress(school)
    const { parts } = await read(school, id)
    await school.families.changeHousehold({ id: molenweg, fields: { street: 'Kade' }, only: null })

    const answer = await school.changeRequests.decide({
      id,
      movers: null,
      parts: parts.map((part) => ({
        ...{ id: part.id, choice: 'accept' as const, value: part.asked, now: part.now },
        ...{ reason: null, document: null },
      })),
    })

    assert.deepEqual(answer, { ok: false, refusal: 'request.moved-on' })
    assert.equal(home(school, molenweg)?.street, 'Kade')
  })

  it('shows then, now and asked when the office changed the field since', async () => {
    using school = aSchoolThatIsAsked()
    const id = askAddress(school)
    await school.families.changeHousehold({
      id: molenweg,
      fields: { street: 'Kade', town: 'Leerdam' },
      only: null,
    })

    const { parts } = await read(school, id)

    assert.deepEqual(
      parts.map(({ seen, now, asked, standing }) => [seen, now, asked, standing]),
      [
        ['Molenweg', 'Kade', 'Dorpsstraat', 'moved'],
        ['81', '81', '4', 'plain'],
        ['Dorp', 'Leerdam', 'Leerdam', 'unchanged'],
      ],
    )
  })

  it('leaves who stays at the old address when only some move', async () => {
    using school = aSchoolThatIsAsked()
    write(school, (db) => {
      const other = db.select().from(guardians).where(eq(guardians.id, pieter)).get()
      if (other) db.save(guardians, { ...other, householdId: molenweg })
    })
    const id = askAddress(school)
    const { home: shown } = await read(school, id)

    await decide(school, id, 'accept')

    assert.deepEqual(
      shown?.living.map(({ name, isUsual }) => [name, isUsual]),
      [
        ['Anna Jansen', true],
        ['Pieter de Vries', false],
        ['Saar de Vries', true],
        ['Tim de Vries', true],
      ],
    )
    assert.equal(home(school, molenweg)?.street, 'Molenweg')
    const read1 = school.database.read
    const [mother] = read1.select().from(guardians).where(eq(guardians.id, anna)).all()
    assert.notEqual(mother?.householdId, molenweg)
    const homes = read1.select().from(residences).where(eq(residences.pupilId, saar)).all()
    assert.deepEqual(
      homes.map(({ householdId, isMain }) => [householdId === kerkstraat, isMain]).toSorted(),
      [
        [false, true],
        [true, false],
      ],
    )
  })

  it('ties children to the doctor whom the school knows, and adds numbers in order', async () => {
    using school = aSchoolThatIsAsked()
    const contact = ask(school, {
      tab: 'contacts',
      parts: [
        { act: 'add', tbl: 'contactLinks', rowId: saar, asked: newDoctor('dr. vos') },
        {
          act: 'end',
          tbl: 'contactLinks',
          rowId: contactLinkOf(saar, grandmother),
          seen: 'Oma Jansen',
        },
      ],
    })
    const phone = ask(school, {
      parts: [{ act: 'add', tbl: 'phones', rowId: anna, asked: newPhone }],
    })

    await decide(school, contact, 'accept')
    await decide(school, phone, 'accept')

    const db = school.database.read
    assert.equal(db.select().from(contacts).where(eq(contacts.kind, 'doctor')).all().length, 1)
    const tied = db.select().from(contactLinks).where(eq(contactLinks.contactId, doctor)).all()
    assert.deepEqual(tied.map(({ pupilId }) => pupilId).toSorted(), [saar, tim])
    // Nobody has the grandmother any more.
    assert.equal(db.select().from(contacts).where(eq(contacts.id, grandmother)).get(), undefined)
    const numbers = db.select().from(phones).where(eq(phones.ownerId, anna)).all()
    assert.deepEqual(
      numbers.map(({ number, position }) => [number, position]),
      [
        ['+31612345678', 1],
        ['+31101234567', 2],
      ],
    )
  })

  it('makes a row for health, which only who may see health data decides', async () => {
    using school = aSchoolThatIsAsked()
    const id = ask(school, {
      tab: 'medical',
      isMedical: true,
      pupilIds: [saar],
      parts: [{ tbl: 'medicals', rowId: saar, field: 'allergies', asked: 'noten' }],
    })
    school.become('office', { seesMedical: false })

    const hidden = await school.changeRequests.list({ of: 'open' })
    const refused = await school.changeRequests.find({ id })
    school.become('office', { seesMedical: true })
    await decide(school, id, 'accept')

    assert.deepEqual([hidden.length, refused], [0, { ok: false, refusal: 'request.not-found' }])
    assert.equal(school.database.read.select().from(medicals).get()?.allergies, 'noten')
  })

  it('does not give one e-mail address to two guardians', async () => {
    using school = aSchoolThatIsAsked()
    const id = ask(school, { parts: [{ field: 'email', asked: 'PIETER@example.org' }] })

    const { parts } = await read(school, id)
    const answer = await decide(school, id, 'accept')

    assert.deepEqual(parts[0]?.checks, [{ kind: 'email-taken', name: 'Pieter de Vries' }])
    assert.equal(answer.ok, false)
  })

  it('says when other homes with the postcode are in another town', async () => {
    using school = aSchoolThatIsAsked()
    const id = ask(school, {
      tab: 'address',
      parts: [
        { tbl: 'households', rowId: molenweg, field: 'postcode', asked: '1234ab' },
        { tbl: 'households', rowId: molenweg, field: 'town', asked: 'Verweg' },
      ],
    })

    assert.deepEqual((await read(school, id)).parts[0]?.checks, [{ kind: 'town', town: 'Dorp' }])
  })

  it('shows and decides nothing of a protected child before somebody gave a reason', async () => {
    using school = aSchoolThatIsAsked()
    const id = ask(school, {
      guardianId: noorsMother,
      pupilIds: [noor],
      tab: 'own',
      parts: [{ rowId: noorsMother, field: 'email', asked: 'noormoeder@nieuw.org' }],
    })

    const shown = await read(school, id)
    const listed = await school.changeRequests.list({ of: 'open' })
    const refused = await school.changeRequests.decide({
      ...{ id, movers: null },
      parts: [
        {
          ...{ id: school.database.read.select().from(changeParts).get()?.id ?? '' },
          ...{ choice: 'accept', value: 'x', now: null, reason: null, document: null },
        },
      ],
    })

    assert.deepEqual([shown.isLocked, shown.parts], [true, []])
    const told = JSON.stringify([shown, listed])
    assert.deepEqual(
      noorsSecrets.filter((secret) => told.includes(secret)),
      [],
    )
    assert.deepEqual(refused, { ok: false, refusal: 'pupil.protected' })
  })

  it('keeps a part open while a document is asked', async () => {
    using school = aSchoolThatIsAsked()
    const id = ask(school, {
      tab: 'personal',
      pupilIds: [saar],
      parts: [{ tbl: 'pupils', rowId: saar, field: 'lastName', seen: 'Vries', asked: 'Jansen' }],
    })
    const [part] = (await read(school, id)).parts
    assert(part)

    const waits = await school.changeRequests.decide({
      ...{ id, movers: null },
      parts: [
        {
          ...{ id: part.id, choice: 'wait', value: null, now: 'Vries' },
          reason: null,
          document: 'ask',
        },
      ],
    })

    assert.deepEqual(waits, { ok: true, value: { state: 'pending' } })
    const [row] = await school.changeRequests.list({ of: 'open' })
    assert.equal(row?.waitsForDocument, true)
    assert.equal(
      school.database.read.select().from(pupils).where(eq(pupils.id, saar)).get()?.lastName,
      'Vries',
    )
  })
})
