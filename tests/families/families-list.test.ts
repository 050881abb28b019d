import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  aSchoolWithFamilies,
  dorpsplein,
  juf,
  molenweg,
  noor,
  noorsSecrets,
  saar,
  tim,
  yusuf,
} from '../builders/families.ts'

describe('the list of families', () => {
  it('ties separated parents and their children together, called in order, sorted by name', async () => {
    using school = aSchoolWithFamilies()

    const rows = await school.families.list({})

    assert.deepEqual(
      rows.map(({ haystack: _haystack, ...row }) => row),
      [
        {
          key: molenweg,
          name: 'Jansen–De Vries',
          sortName: 'Jansen',
          guardianNames: 'Anna Jansen, Pieter de Vries',
          pupilNames: 'Saar, Tim',
          pupilIds: [saar, tim],
          address: 'Molenweg 81',
          town: 'Dorp',
          phone: '+31612345678',
          householdCount: 2,
          isProtected: false,
        },
        {
          key: noor,
          name: 'Sol Vinter',
          sortName: 'Sol Vinter',
          guardianNames: '',
          pupilNames: 'Sol Vinter',
          pupilIds: [noor],
          address: null,
          town: null,
          phone: null,
          householdCount: 0,
          isProtected: true,
        },
        {
          key: dorpsplein,
          name: 'Yılmaz',
          sortName: 'Yılmaz',
          guardianNames: 'Fatma Yılmaz',
          pupilNames: 'Yusuf',
          pupilIds: [yusuf],
          address: 'Dorpsplein 3',
          town: 'Dorp',
          phone: '+31634567890',
          householdCount: 1,
          isProtected: false,
        },
      ],
    )
  })

  it('finds a family by every name, address and number without accents', async () => {
    using school = aSchoolWithFamilies()

    const rows = await school.families.list({})

    const found = ['yilmaz', 'kerkstraat 12', '0623456789', 'pieter de vries'].map(
      (text) => rows.find(({ haystack }) => haystack.includes(text))?.name,
    )
    assert.deepEqual(found, ['Yılmaz', 'Jansen–De Vries', 'Jansen–De Vries', 'Jansen–De Vries'])
  })

  it('does not offer the number of a parent whom a court forbids contact', async () => {
    using school = aSchoolWithFamilies()
    school.become('principal')
    const [row] = (await school.families.list({})).slice(0, 1)
    assert.equal(row?.phone, '+31612345678')
    const file = await school.families.file({ pupilId: saar })
    assert(file.ok)
    for (const { guardians } of file.value.pupils) {
      const [first] = guardians
      assert(first)
      await school.families.changeLink({ id: first.link.id, fields: { noContact: true } })
    }

    const rows = await school.families.list({})

    assert.equal(rows.find(({ pupilIds }) => pupilIds.includes(saar))?.phone, '+31623456789')
  })

  it('shows a teacher only families of pupils in the own groups, without the others in them', async () => {
    using school = aSchoolWithFamilies()

    const rows = await school.become('teacher', { staffId: juf }).families.list({})

    assert.deepEqual(
      rows.map(({ pupilNames }) => pupilNames),
      ['Saar', 'Sol Vinter', 'Yusuf'],
    )
    assert.doesNotMatch(JSON.stringify(rows), /Tim/)
  })

  it('is closed to whoever looks after the computers', async () => {
    using school = aSchoolWithFamilies({ as: 'ict' })

    await assert.rejects(school.families.list({}), /Not allowed/)
  })
})

describe('a hidden address', () => {
  it('is hidden for the brother at the same address too, who stands in a line of his own', async () => {
    using school = aSchoolWithFamilies()
    await school.pupils.protect({
      id: saar,
      fields: { protectionLevel: 1, alias: null, protectionAgreement: null },
    })

    const rows = await school.families.list({})

    const shown = rows.filter(({ name }) => name === 'Jansen–De Vries')
    assert.deepEqual(
      shown.map(({ pupilNames, address, phone, isProtected }) => ({
        pupilNames,
        address,
        phone,
        isProtected,
      })),
      [
        { pupilNames: 'Saar', address: null, phone: null, isProtected: true },
        { pupilNames: 'Tim', address: null, phone: null, isProtected: true },
      ],
    )
    assert.doesNotMatch(JSON.stringify(shown), /Molenweg|molenweg|Kerkstraat|12345678/)
  })
})

describe('a pupil under another name', () => {
  for (const role of ['office', 'teacher', 'principal'] as const) {
    it(`leaves no trace in any answer about families and groups for the ${role}`, async () => {
      using school = aSchoolWithFamilies()
      school.become(role, role === 'teacher' ? { staffId: juf } : {})

      const answers = JSON.stringify([
        await school.families.list({}),
        await school.families.file({ pupilId: noor }),
        await school.families.file({ pupilId: saar }),
        await school.families.contacts({}),
        await school.groups.list({ schoolYearId: null }),
        await school.groups.incomplete({ groupId: null }),
        await school.schoolSettings.today({}),
      ])

      assert.deepEqual(
        noorsSecrets.filter((secret) => answers.toLowerCase().includes(secret.toLowerCase())),
        [],
      )
    })
  }

  it('has a family file with the alias alone', async () => {
    using school = aSchoolWithFamilies()

    const file = await school.families.file({ pupilId: noor })

    assert(file.ok)
    assert.equal(file.value.name, 'Sol Vinter')
    assert.deepEqual(
      file.value.pupils.map(({ name, residences, isProtected }) => ({
        name,
        residences,
        isProtected,
      })),
      [{ name: 'Sol Vinter', residences: [], isProtected: true }],
    )
  })
})
