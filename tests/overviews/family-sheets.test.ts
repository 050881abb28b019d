import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { eq } from 'drizzle-orm'
import type { GuardianLink } from '#shared/families/guardian.ts'
import type { HouseholdId } from '#shared/families/household.ts'
import { guardianLinks, households } from '../../src-main/families/families-table.ts'
import { medicals } from '../../src-main/pupils/pupils-table.ts'
import {
  aSchoolWithFamilies,
  dorpsplein,
  group4a,
  hiding,
  linkOf,
  noor,
  pieter,
  saar,
  tim,
  yusuf,
} from '../builders/families.ts'
import { heidi } from '../builders/school.ts'
import { printed, textOf, times } from './print-requests.ts'

describe('the emergency list', () => {
  it('says whom to call first, and what to know', async () => {
    using school = aSchoolWithFamilies()
    school.database.write({ staffId: heidi, path: 'pupils.changeMedical' }, (db) => {
      db.save(medicals, { id: saar, alert: 'Notenallergie', medicationPermitted: false })
    })

    const text = textOf(await printed(school, { kind: 'emergency-list', groupIds: [group4a] }))

    assert.match(text, /Anna Jansen moeder 06 12345678 mobiel Pieter de Vries moeder 06 23456789/)
    assert.match(text, /Notenallergie .*Mag ophalen: Anna Jansen, Pieter de Vries/)
  })

  it('does not tell to call whom a court keeps away, and warns at the door', async () => {
    using school = aSchoolWithFamilies()
    changeLink(school, { noContact: true })

    const text = textOf(await printed(school, { kind: 'emergency-list', pupilIds: [saar] }))

    assert.doesNotMatch(text, /06 23456789/)
    assert.match(text, /Mag NIET ophalen: Pieter de Vries \(contactverbod\)/)
  })
})

describe('address labels', () => {
  it('are one for each home: brother and sister share theirs, a father elsewhere has his own', async () => {
    using school = aSchoolWithFamilies()

    const document = await printed(school, { kind: 'address-labels', pupilIds: [saar, tim] })

    assert.equal(times(document.html, 'class="label'), 2)
    assert.match(textOf(document), /Anna Jansen Molenweg 81 1234 AB DORP/)
    assert.match(textOf(document), /Pieter de Vries Kerkstraat 12/)
  })

  it('start where the sheet has its first label left', async () => {
    using school = aSchoolWithFamilies()

    const { html } = await printed(school, {
      kind: 'address-labels',
      pupilIds: [yusuf],
      labelStart: 5,
    })

    assert.match(html, /<div class="sheet">(<div><\/div>){4}<div class="label/)
  })

  it('send a protected family its post through whoever forwards it', async () => {
    using school = aSchoolWithFamilies()
    changeHousehold(school, hiding, { mailingAddress: 'p/a Gemeente, Postbus 1, 1234 AB Dorp' })

    const text = textOf(
      await printed(school, { kind: 'address-labels', pupilIds: [noor], includeProtected: true }),
    )

    assert.match(text, /ouders\/verzorgers van Sol Vinter p\/a Gemeente Postbus 1 1234 AB Dorp/)
    assert.doesNotMatch(text, /Schuilkade/)
  })

  it('count a pupil whose address nobody knows', async () => {
    using school = aSchoolWithFamilies()
    changeHousehold(school, dorpsplein, { street: null })

    const document = await printed(school, { kind: 'address-labels', pupilIds: [yusuf, saar] })

    assert.deepEqual(document.leftOut, [{ reason: 'no-address', count: 1 }])
  })
})

describe('the sheet to check at home', () => {
  it('is one for each home, and no guardian reads where the other lives', async () => {
    using school = aSchoolWithFamilies()

    const { html } = await printed(school, { kind: 'pupil-sheet', pupilIds: [saar] })

    const [, forAnna = '', forPieter = ''] = html.split('<div class="page">')
    assert.match(forAnna, /Molenweg 81/)
    assert.doesNotMatch(forAnna, /Kerkstraat|23456789|pieter@/)
    assert.match(forPieter, /Kerkstraat 12/)
    assert.doesNotMatch(forPieter, /Molenweg|12345678|anna@/)
  })

  it('is not made for whom a court keeps away, nor for who has no right to know', async () => {
    using school = aSchoolWithFamilies()
    changeLink(school, { noContact: true })
    const banned = await printed(school, { kind: 'pupil-sheet', pupilIds: [saar] })
    changeLink(school, { noContact: false, informationRight: 'on-request' })
    const asking = await printed(school, { kind: 'pupil-sheet', pupilIds: [saar] })

    for (const { html } of [banned, asking]) {
      assert.equal(times(html, 'class="page"'), 1)
      assert.doesNotMatch(html, /Kerkstraat|Pieter/)
    }
  })
})

describe('the birthday list', () => {
  it('goes through the year by month, with the age that comes', async () => {
    using school = aSchoolWithFamilies()

    const text = textOf(await printed(school, { kind: 'birthday-list', pupilIds: [saar] }))

    assert.match(text, /mei 14 Saar de Vries 14 - 05 - 2018 9/)
  })
})

type School = ReturnType<typeof aSchoolWithFamilies>

function changeLink(school: School, fields: Partial<GuardianLink>) {
  school.database.write({ staffId: heidi, path: 'families.changeLink' }, (db) => {
    const id = linkOf(saar, pieter)
    const row = db.select().from(guardianLinks).where(eq(guardianLinks.id, id)).get()
    if (row) db.save(guardianLinks, { ...row, ...fields })
  })
}

function changeHousehold(
  school: School,
  id: HouseholdId,
  fields: { readonly street?: null; readonly mailingAddress?: string },
) {
  school.database.write({ staffId: heidi, path: 'families.changeHousehold' }, (db) => {
    const row = db.select().from(households).where(eq(households.id, id)).get()
    if (row) db.save(households, { ...row, ...fields })
  })
}
