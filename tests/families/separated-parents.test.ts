import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { FamilyFile } from '#shared/families/families-contract.ts'
import {
  aGuardian,
  aLink,
  anAddress,
  anna,
  aSchoolWithFamilies,
  kerkstraat,
  linkOf,
  molenweg,
  noorsMother,
  pieter,
  residenceOf,
  saar,
  tim,
  yusuf,
} from '../builders/families.ts'

type School = ReturnType<typeof aSchoolWithFamilies>

async function fileOf(school: School, pupilId: typeof saar): Promise<FamilyFile> {
  const file = await school.families.file({ pupilId })
  assert(file.ok)
  return file.value
}

async function linkBetween(school: School, pupil: typeof saar, guardian: typeof anna) {
  const file = await fileOf(school, pupil)
  const member = file.pupils.find(({ id }) => id === pupil)
  return member?.guardians.find((each) => each.guardian.id === guardian)?.link
}

describe('the file of a family', () => {
  it('shows both homes of a child that goes to and fro, and both parents with each child', async () => {
    using school = aSchoolWithFamilies()

    const file = await fileOf(school, tim)

    assert.equal(file.name, 'Jansen–De Vries')
    assert.deepEqual(
      file.pupils.map(({ name, groupName, residences, guardians }) => ({
        name,
        groupName,
        streets: residences.map(({ household }) => household.street),
        guardians: guardians.map(({ guardian, phones }) => [guardian.firstName, phones[0]?.number]),
      })),
      [
        {
          name: 'Saar de Vries',
          groupName: '4A',
          streets: ['Molenweg', 'Kerkstraat'],
          guardians: [
            ['Anna', '+31612345678'],
            ['Pieter', '+31623456789'],
          ],
        },
        {
          name: 'Tim de Vries',
          groupName: '1/2A',
          streets: ['Molenweg'],
          guardians: [
            ['Anna', '+31612345678'],
            ['Pieter', '+31623456789'],
          ],
        },
      ],
    )
  })

  it('of a child whom a teacher does not teach is not found', async () => {
    using school = aSchoolWithFamilies({ as: 'teacher' })

    assert.deepEqual(await school.families.file({ pupilId: tim }), {
      ok: false,
      refusal: 'pupil.not-found',
    })
  })
})

describe('an e-mail address', () => {
  it('belongs to one guardian, whatever the capitals, so that nobody sees another’s children', async () => {
    using school = aSchoolWithFamilies()

    const answer = await school.families.changeGuardian({
      id: pieter,
      fields: { email: 'Anna@Example.org' },
    })

    assert.deepEqual(answer, {
      ok: false,
      refusal: 'guardian.email-taken',
      details: { name: 'Anna Jansen' },
    })
  })

  it('of a hidden family is refused without telling whose it is', async () => {
    using school = aSchoolWithFamilies()

    const answer = await school.families.addGuardian({
      pupilIds: [yusuf],
      fields: aGuardian('Mirjam', 'V', 'noormoeder@example.org'),
      link: aLink(),
      phones: [],
      householdId: null,
    })

    assert.deepEqual(answer, {
      ok: false,
      refusal: 'guardian.email-taken',
      details: { name: '•••' },
    })
  })

  it('is free again when its guardian was taken off every pupil', async () => {
    using school = aSchoolWithFamilies()
    await school.families.unlinkGuardian({ id: linkOf(saar, pieter) })
    await school.families.unlinkGuardian({ id: linkOf(tim, pieter) })

    const answer = await school.families.changeGuardian({
      id: anna,
      fields: { email: 'pieter@example.org' },
    })

    assert.equal(answer.ok, true)
    assert.deepEqual(
      await school.families.linkGuardian({ pupilId: saar, guardianId: pieter, fields: aLink() }),
      { ok: false, refusal: 'guardian.email-taken', details: { name: 'Anna Jansen' } },
    )
  })
})

describe('a court that forbids contact', () => {
  it('is written down by the principal alone', async () => {
    using school = aSchoolWithFamilies()
    const forbid = { id: linkOf(saar, pieter), fields: { noContact: true } }

    const byOffice = await school.families.changeLink(forbid)
    const byPrincipal = await school.become('principal').families.changeLink(forbid)

    assert.deepEqual(byOffice, { ok: false, refusal: 'link.no-contact-needs-principal' })
    assert.equal(byPrincipal.ok, true)
  })

  it('switches off portal, letters and collecting, and keeps them off', async () => {
    using school = aSchoolWithFamilies({ as: 'principal' })
    await school.families.changeLink({ id: linkOf(saar, pieter), fields: { noContact: true } })

    await school.become('office').families.changeLink({
      id: linkOf(saar, pieter),
      fields: { portalAccess: true, mayCollect: true, contactOrder: 3 },
    })

    const link = await linkBetween(school, saar, pieter)
    assert.deepEqual(
      link && [link.noContact, link.portalAccess, link.receivesLetters, link.mayCollect],
      [true, false, false, false],
    )
    assert.equal(link?.contactOrder, 3)
  })

  it('counts for the child it names and not for its brother', async () => {
    using school = aSchoolWithFamilies({ as: 'principal' })

    await school.families.changeLink({ id: linkOf(saar, pieter), fields: { noContact: true } })

    assert.equal((await linkBetween(school, tim, pieter))?.portalAccess, true)
  })

  it('is not forgotten by taking the parent off the child', async () => {
    using school = aSchoolWithFamilies({ as: 'principal' })
    await school.families.changeLink({ id: linkOf(saar, pieter), fields: { noContact: true } })

    const answer = await school
      .become('office')
      .families.unlinkGuardian({ id: linkOf(saar, pieter) })

    assert.deepEqual(answer, { ok: false, refusal: 'link.no-contact-needs-principal' })
  })
})

describe('moving house', () => {
  it('of everybody changes the address where it stands', async () => {
    using school = aSchoolWithFamilies()

    const answer = await school.families.changeHousehold({
      id: molenweg,
      fields: { street: 'Parklaan', houseNumber: '112' },
      only: null,
    })

    assert.deepEqual(answer, { ok: true, value: molenweg })
    const file = await fileOf(school, saar)
    assert.deepEqual(
      file.pupils.map(({ residences }) => residences[0]?.household.street),
      ['Parklaan', 'Parklaan'],
    )
  })

  it('of one child leaves mother and brother where they live', async () => {
    using school = aSchoolWithFamilies()

    const answer = await school.families.changeHousehold({
      id: molenweg,
      fields: { street: 'Parklaan', houseNumber: '112' },
      only: { pupilIds: [saar], guardianIds: [] },
    })

    assert(answer.ok)
    assert.notEqual(answer.value, molenweg)
    const { pupils } = await fileOf(school, saar)
    const streets = pupils.map(({ name, residences }) => [
      name,
      residences.map(({ household, residence }) => [household.street, residence.isMain]),
    ])
    assert.deepEqual(streets, [
      [
        'Saar de Vries',
        [
          ['Parklaan', true],
          ['Kerkstraat', false],
        ],
      ],
      ['Tim de Vries', [['Molenweg', true]]],
    ])
    const annas = pupils[0]?.guardians.find(({ guardian }) => guardian.id === anna)
    assert.equal(annas?.guardian.householdId, molenweg)
  })

  it('of all who live there keeps the household, since nobody stays behind', async () => {
    using school = aSchoolWithFamilies()

    const answer = await school.families.changeHousehold({
      id: kerkstraat,
      fields: { houseNumber: '14' },
      only: { pupilIds: [saar], guardianIds: [pieter] },
    })

    assert.deepEqual(answer, { ok: true, value: kerkstraat })
  })

  it('of somebody who lives elsewhere is refused', async () => {
    using school = aSchoolWithFamilies()

    const answer = await school.families.changeHousehold({
      id: molenweg,
      fields: { houseNumber: '14' },
      only: { pupilIds: [], guardianIds: [noorsMother] },
    })

    assert.deepEqual(answer, { ok: false, refusal: 'residence.not-found' })
  })
})

describe('the main home', () => {
  it('is always exactly one: choosing another takes it from the first', async () => {
    using school = aSchoolWithFamilies()

    await school.families.changeResidence({
      id: residenceOf(saar, kerkstraat),
      fields: { isMain: true },
    })

    assert.deepEqual(await mainHomesOf(school), ['Kerkstraat'])
  })

  it('passes to the other home when the main one ends', async () => {
    using school = aSchoolWithFamilies()

    await school.families.endResidence({ id: residenceOf(saar, molenweg) })

    assert.deepEqual(await mainHomesOf(school), ['Kerkstraat'])
  })

  it('is the first home a child gets, even when nobody said so', async () => {
    using school = aSchoolWithFamilies()
    await school.families.endResidence({ id: residenceOf(saar, molenweg) })
    await school.families.endResidence({ id: residenceOf(saar, kerkstraat) })

    await school.families.addHousehold({
      fields: anAddress('Nieuwlaan', '1'),
      pupilIds: [saar],
      residence: { isMain: false, arrangement: null },
      guardianIds: [anna],
    })

    assert.deepEqual(await mainHomesOf(school), ['Nieuwlaan'])
  })
})

async function mainHomesOf(school: School) {
  const { pupils } = await fileOf(school, saar)
  const member = pupils.find(({ id }) => id === saar)
  return member?.residences
    .filter(({ residence }) => residence.isMain)
    .map(({ household }) => household.street)
}
