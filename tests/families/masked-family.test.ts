import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  aGuardian,
  aLink,
  anAddress,
  aSchoolWithFamilies,
  hiding,
  linkOf,
  noor,
  noorsMother,
  residenceOf,
  saar,
  yusuf,
} from '../builders/families.ts'

type School = ReturnType<typeof aSchoolWithFamilies>

const protectedRefusal = { ok: false, refusal: 'pupil.protected' }
const contact = {
  kind: 'emergency' as const,
  name: 'Buurvrouw',
  organisation: null,
  address: null,
  email: null,
  note: null,
}
const contactLink = {
  contactOrder: 1,
  relation: null,
  mayCollect: false,
  collectingForbidden: false,
  validFrom: null,
  validUntil: null,
}

const ways: Record<string, (school: School) => Promise<unknown>> = {
  'a new guardian': ({ families }) =>
    families.addGuardian({
      pupilIds: [noor],
      fields: aGuardian('Bo', 'Bos'),
      link: aLink(),
      phones: [],
      householdId: null,
    }),
  'a guardian at the hidden address': ({ families }) =>
    families.addGuardian({
      pupilIds: [saar],
      fields: aGuardian('Bo', 'Bos'),
      link: aLink(),
      phones: [],
      householdId: hiding,
    }),
  'another name of the guardian': ({ families }) =>
    families.changeGuardian({ id: noorsMother, fields: { lastName: 'Bos' } }),
  'a guardian who moves': ({ families }) =>
    families.moveGuardian({ id: noorsMother, householdId: null }),
  'the guardian tied to an open child, in whose file she could be read': ({ families }) =>
    families.linkGuardian({ pupilId: yusuf, guardianId: noorsMother, fields: aLink() }),
  'another tie': ({ families }) =>
    families.changeLink({ id: linkOf(noor, noorsMother), fields: { mayCollect: false } }),
  'a tie taken away': ({ families }) => families.unlinkGuardian({ id: linkOf(noor, noorsMother) }),
  'a new home': ({ families }) =>
    families.addHousehold({
      fields: anAddress('Parklaan', '1'),
      pupilIds: [noor],
      residence: { isMain: true, arrangement: null },
      guardianIds: [],
    }),
  'another address': ({ families }) =>
    families.changeHousehold({ id: hiding, fields: { town: 'Stad' }, only: null }),
  'an open child at the hidden address': ({ families }) =>
    families.addResidence({
      pupilId: yusuf,
      householdId: hiding,
      fields: { isMain: false, arrangement: null },
    }),
  'the end of the home': ({ families }) => families.endResidence({ id: residenceOf(noor, hiding) }),
  'other numbers': ({ families }) =>
    families.setPhones({ ownerKind: 'guardian', ownerId: noorsMother, phones: [] }),
  'numbers of the hidden home': ({ families }) =>
    families.setPhones({ ownerKind: 'household', ownerId: hiding, phones: [] }),
  'a new contact': ({ families }) =>
    families.addContact({
      pupilId: noor,
      contactId: null,
      fields: contact,
      link: contactLink,
      phones: [],
    }),
}

describe('the family of a hidden child, whose file nobody opened with a reason,', () => {
  for (const [name, run] of Object.entries(ways)) {
    it(`takes no change: ${name}`, async () => {
      using school = aSchoolWithFamilies({ as: 'principal' })

      assert.deepEqual(await run(school), protectedRefusal)
    })
  }

  it('takes one for a quarter of an hour after somebody gave a reason, and then no more', async () => {
    using school = aSchoolWithFamilies({ as: 'principal' })
    await school.pupils.reveal({ id: noor, reason: 'verhuisbericht' })
    const move = { id: hiding, fields: { houseNumber: '11' }, only: null }

    const now = await school.families.changeHousehold(move)
    school.clock.advance(16 * 60_000)
    const later = await school.families.changeHousehold(move)

    assert.equal(now.ok, true)
    assert.deepEqual(later, protectedRefusal)
  })
})

describe('the cover of a child', () => {
  const protect = {
    id: saar,
    fields: { protectionLevel: 2 as const, alias: 'Kim Berg', protectionAgreement: null },
  }

  it('put there by a slip comes off again at once', async () => {
    using school = aSchoolWithFamilies()
    await school.pupils.protect(protect)

    assert.equal((await school.history.undo({ actionId: null })).ok, true)
  })

  it('does not come off an hour later without a reason, by undo or by putting a field back', async () => {
    using school = aSchoolWithFamilies()
    await school.pupils.protect(protect)
    const field = { table: 'pupils', rowId: saar, field: 'protectionLevel' }
    const [change] = await school.history.ofRow(field)
    assert(change)
    school.clock.advance(60 * 60_000)

    const answers = [
      await school.history.undo({ actionId: null }),
      await school.history.revert({ changeId: change.id }),
    ]

    const refused = { ok: false, refusal: 'history.not-yours' }
    assert.deepEqual(answers, [refused, refused])
  })
})
