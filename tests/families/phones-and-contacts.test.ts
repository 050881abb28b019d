import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ContactKind } from '#shared/families/contact.ts'
import { anna, aSchoolWithFamilies, noor, pieter, saar, tim } from '../builders/families.ts'

const aContact = (name: string, kind: ContactKind) => ({
  kind,
  name,
  organisation: null,
  address: null,
  email: null,
  note: null,
})

const asLink = {
  contactOrder: 1,
  relation: null,
  mayCollect: true,
  collectingForbidden: false,
  validFrom: null,
  validUntil: null,
}

const aPhone = (number: string) => ({ kind: 'mobile' as const, number, mayCallDuringSchool: true })

describe('phone numbers', () => {
  it('are stored as they are dialled from anywhere, in calling order', async () => {
    using school = aSchoolWithFamilies()

    await school.families.setPhones({
      ownerKind: 'guardian',
      ownerId: anna,
      phones: [aPhone('020-1234567'), aPhone('06 12345678')],
    })

    const file = await school.families.file({ pupilId: tim })
    const phones = file.ok && file.value.pupils[0]?.guardians[0]?.phones
    assert(phones)
    assert.deepEqual(
      phones.map(({ number, position }) => [number, position]),
      [
        ['+31201234567', 1],
        ['+31612345678', 2],
      ],
    )
  })

  it('of somebody unknown are refused', async () => {
    using school = aSchoolWithFamilies()

    const answer = await school.families.setPhones({
      ownerKind: 'contact',
      ownerId: pieter,
      phones: [],
    })

    assert.deepEqual(answer, { ok: false, refusal: 'contact.not-found' })
  })
})

describe('a contact', () => {
  it('such as the doctor is one row for all who go there, and renamed once', async () => {
    using school = aSchoolWithFamilies()
    await school.families.addContact({
      pupilId: saar,
      contactId: null,
      fields: aContact('Dokter Pil', 'doctor'),
      link: asLink,
      phones: [aPhone('020-7654321')],
    })
    const [doctor] = await school.families.contacts({})
    assert(doctor)
    await school.families.addContact({
      pupilId: tim,
      contactId: doctor.id,
      fields: null,
      link: asLink,
      phones: [],
    })

    await school.families.changeContact({ id: doctor.id, fields: { name: 'Dokter Zalf' } })

    assert.deepEqual(
      (await school.families.contacts({})).map(({ name }) => name),
      ['Dokter Zalf'],
    )
  })

  it('who may never take the child along may not collect it either', async () => {
    using school = aSchoolWithFamilies()

    await school.families.addContact({
      pupilId: saar,
      contactId: null,
      fields: aContact('Buurman', 'other'),
      link: { ...asLink, collectingForbidden: true },
      phones: [],
    })

    const file = await school.pupils.file({ id: saar })
    assert.equal(file.ok && file.value.contacts[0]?.link.mayCollect, false)
  })

  it('whom a hidden child alone has is offered to nobody else', async () => {
    using school = aSchoolWithFamilies()
    await school.families.addContact({
      pupilId: noor,
      contactId: null,
      fields: aContact('Oma Vluchtsma', 'emergency'),
      link: asLink,
      phones: [],
    })

    assert.deepEqual(await school.families.contacts({}), [])
  })

  it('who is nobody’s neighbour any more is gone, the dentist stays', async () => {
    using school = aSchoolWithFamilies()
    const add = async (name: string, kind: ContactKind) => {
      const answer = await school.families.addContact({
        pupilId: saar,
        contactId: null,
        fields: aContact(name, kind),
        link: asLink,
        phones: [aPhone('06 11112222')],
      })
      assert(answer.ok)
      return answer.value
    }
    const neighbour = await add('Buurvrouw', 'emergency')
    const dentist = await add('Tandarts', 'dentist')

    await school.families.unlinkContact({ id: neighbour })
    await school.families.unlinkContact({ id: dentist })

    const left = await school.families.contacts({})
    assert.deepEqual(
      left.map(({ name }) => name),
      ['Tandarts'],
    )
  })
})
