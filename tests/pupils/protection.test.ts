import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ProtectionLevel, PupilId } from '#shared/pupils/pupil.ts'
import { disclosures } from '../../src-main/pupils/pupils-table.ts'
import { aSchool, heidi, monday } from '../builders/school.ts'
import {
  anna,
  enrolled,
  sinceSummer,
  tom,
  withClasses,
  withDoctor,
  withGuardian,
  withHome,
} from './a-family.ts'

type School = ReturnType<typeof aSchool>

/** Words that stand nowhere else: whoever meets one in an answer has met what was hidden. */
const hiddenFromLevel1 = [
  'Geheimstraat',
  'Schuilstad',
  '9876',
  '+31687654321',
  '+31302345678',
  '+31301112233',
  'moeder@canary.example',
  'kind@canary.example',
  'Notitiekanarie',
  'Oude Kanarieschool',
  'data:image/jpeg',
]
const hiddenFromLevel2 = ['Kanarie', 'Vogelnaam', 'Canaria', 'Dokter Parkiet', '999990007']
const everyCanary = [...hiddenFromLevel1, ...hiddenFromLevel2]

const photo = `data:image/jpeg;base64,${Buffer.from('ffd8ffe000104a464946', 'hex').toString('base64')}`

/** A pupil about whom everything is known, with a brother at the same school. */
async function aProtectedPupil(
  school: School,
  protectionLevel: ProtectionLevel,
  alias: string | null = 'Merel Zomer',
) {
  withClasses(school)
  const pupil = await enrolled(
    school,
    {
      firstName: 'Kanarie',
      lastName: 'Vogelnaam',
      email: 'kind@canary.example',
      note: 'Notitiekanarie',
      nationalNumber: '999990007',
      birthPlace: 'Canaria',
    },
    { fromSchool: 'Oude Kanarieschool' },
  )
  const brother = await enrolled(school, { firstName: 'Broer', lastName: 'Anders' })
  const home = withHome(school, [pupil, brother], {
    n: 1,
    street: 'Geheimstraat',
    houseNumber: '9876',
    town: 'Schuilstad',
    phone: '+31302345678',
  })
  withGuardian(school, [pupil], {
    n: 1,
    firstName: 'Moeder',
    lastName: 'Vogelnaam',
    email: 'moeder@canary.example',
    phone: '+31687654321',
    householdId: home,
  })
  withDoctor(school, [pupil], { n: 1, name: 'Dokter Parkiet', phone: '+31301112233' })
  await school.pupils.setPhoto({ id: pupil, dataUrl: photo })
  const fields = { protectionLevel, alias, protectionAgreement: 'Bel alleen het kantoor' }
  await school.pupils.protect({ id: pupil, fields })
  return { pupil, brother }
}

/** Everything that a window can ask about pupils, as text. */
async function everythingAsked(school: School, pupil: PupilId, isOffice: boolean) {
  const searches = everyCanary.map((text) => school.search.find({ text, limit: 50 }))
  const answers = await Promise.all([
    school.pupils.list({}),
    school.pupils.file({ id: pupil }),
    school.pupils.photo({ id: pupil }),
    ...searches,
    ...(isOffice ? [school.pupils.duplicates({})] : []),
  ])
  return JSON.stringify(answers)
}

describe('a pupil with a hidden address', () => {
  for (const role of ['office', 'principal', 'teacher'] as const) {
    it(`has no address, phone, photo or guardian to reach for the ${role}`, async () => {
      using school = aSchool()
      const { pupil } = await aProtectedPupil(school, 1)
      // The brother's address is open, and he is not the one whom this is about.
      school.become(role, role === 'teacher' ? { staffId: tom } : {})

      const file = JSON.stringify(await school.pupils.file({ id: pupil }))
      const rows = await school.pupils.list({})
      const row = JSON.stringify(rows.find(({ id }) => id === pupil))
      const shown = `${file}${row}${await school.pupils.photo({ id: pupil })}`

      assert.deepEqual(
        hiddenFromLevel1.filter((canary) => shown.includes(canary)),
        [],
      )
      assert.match(row, /Kanarie van den Vogelnaam/)
    })
  }

  it('is found by name, and never by address, phone or guardian', async () => {
    using school = aSchool()
    const { pupil, brother } = await aProtectedPupil(school, 1)

    const found = async (text: string) =>
      (await school.search.find({ text, limit: 10 })).map(({ id }) => id)

    assert.deepEqual(await found('kanarie vogelnaam'), [pupil])
    assert.deepEqual(await found('geheimstraat'), [brother])
    assert.deepEqual(await found('7654321'), [])
    assert.deepEqual(await found('moeder'), [])
  })

  it('is no sibling in the file of a child whose address is open', async () => {
    using school = aSchool()
    const { brother } = await aProtectedPupil(school, 1)

    const answer = await school.pupils.file({ id: brother })

    assert(answer.ok)
    assert.deepEqual(answer.value.siblings, [])
  })
})

describe('a pupil with a protected identity', () => {
  for (const level of [2, 3] as const) {
    for (const role of ['office', 'principal', 'teacher'] as const) {
      it(`of level ${level} is nowhere named to the ${role}`, async () => {
        using school = aSchool()
        const { pupil, brother } = await aProtectedPupil(school, level)
        await school.pupils.protect({
          id: brother,
          fields: { protectionLevel: level, alias: null, protectionAgreement: null },
        })
        school.become(role, role === 'teacher' ? { staffId: tom } : {})

        const shown = await everythingAsked(school, pupil, role !== 'teacher')

        assert.deepEqual(
          everyCanary.filter((canary) => shown.includes(canary)),
          [],
        )
        assert.match(shown, /Merel Zomer/)
      })
    }
  }

  it('is listed and found under the alias', async () => {
    using school = aSchool()
    const { pupil } = await aProtectedPupil(school, 2)

    const rows = await school.pupils.list({})
    const hits = await school.search.find({ text: 'zomer', limit: 10 })

    assert.deepEqual(
      rows.map(({ name, sortName }) => [name, sortName]),
      [
        ['Broer van den Anders', 'Anders, Broer van den'],
        ['Merel Zomer', 'Merel Zomer'],
      ],
    )
    assert.deepEqual(
      hits.map(({ id, title }) => [id, title]),
      [[pupil, 'Merel Zomer']],
    )
  })

  it('is listed under initials while there is no alias', async () => {
    using school = aSchool()
    await aProtectedPupil(school, 2, null)

    const rows = await school.pupils.list({})

    assert.deepEqual(
      rows.map(({ name }) => name),
      ['Broer van den Anders', 'K.V.'],
    )
  })

  it('is not paired with an open record that would tell the name', async () => {
    using school = aSchool()
    await aProtectedPupil(school, 2)
    await enrolled(school, { firstName: 'Kanarie', lastName: 'Vogelnaam' })

    assert.deepEqual(await school.pupils.duplicates({}), [])
  })

  it('does not get its name into the list of last actions', async () => {
    using school = aSchool()
    const { pupil } = await aProtectedPupil(school, 2)
    await school.pupils.reveal({ id: pupil, reason: 'Brief van de rechtbank' })

    const subjects = school.database.sqlite
      .prepare("SELECT subject FROM actions WHERE path IN ('pupils.protect', 'pupils.reveal')")
      .pluck()
      .all()

    assert.deepEqual(subjects, ['Merel Zomer', 'Merel Zomer'])
  })
})

describe('revealing a protected pupil', () => {
  it('shows everything once, and writes down who saw it and why', async () => {
    using school = aSchool()
    const { pupil } = await aProtectedPupil(school, 2)

    const answer = await school.pupils.reveal({ id: pupil, reason: 'Ambulance belt' })

    const shown = JSON.stringify(answer)
    const canaries = everyCanary.filter((canary) => canary !== 'data:image/jpeg')
    assert.deepEqual(
      canaries.filter((canary) => !shown.includes(canary)),
      [],
    )
    const log = school.database.read.select().from(disclosures).all()
    assert.deepEqual(
      log.map(({ id, ...rest }) => rest),
      [{ pupilId: pupil, staffId: heidi, at: `${monday}T08:30:00.000Z`, reason: 'Ambulance belt' }],
    )
  })

  it('hides it again in the next answer', async () => {
    using school = aSchool()
    const { pupil } = await aProtectedPupil(school, 2)
    await school.pupils.reveal({ id: pupil, reason: 'Ambulance belt' })

    const shown = JSON.stringify(await school.pupils.file({ id: pupil }))

    assert.deepEqual(
      everyCanary.filter((canary) => shown.includes(canary)),
      [],
    )
  })

  it('is not for teachers', async () => {
    using school = aSchool()
    const { pupil } = await aProtectedPupil(school, 2)
    school.become('teacher', { staffId: tom })

    await assert.rejects(school.pupils.reveal({ id: pupil, reason: 'Nieuwsgierig' }), /Not allowed/)
  })
})

describe('changing a protected pupil', () => {
  it('is refused to whoever cannot see what is changed', async () => {
    using school = aSchool()
    const { pupil } = await aProtectedPupil(school, 2)

    const answer = await school.pupils.change({ id: pupil, fields: { firstName: 'Merel' } })

    assert.deepEqual(answer, { ok: false, refusal: 'pupil.protected' })
  })

  it('is done within a quarter of an hour of a reveal', async () => {
    using school = aSchool()
    const { pupil } = await aProtectedPupil(school, 2)
    await school.pupils.reveal({ id: pupil, reason: 'Naam verbeteren' })

    school.clock.advance(14 * 60_000)
    const inTime = await school.pupils.change({ id: pupil, fields: { prefix: null } })
    school.clock.advance(2 * 60_000)
    const tooLate = await school.pupils.change({ id: pupil, fields: { prefix: 'de' } })

    assert.deepEqual([inTime.ok, tooLate.ok], [true, false])
  })

  it('lifts the protection only after a reveal, so that a reason is written down', async () => {
    using school = aSchool()
    const { pupil } = await aProtectedPupil(school, 2)
    const fields = { protectionLevel: 0, alias: null, protectionAgreement: null } as const

    const before = await school.pupils.protect({ id: pupil, fields })
    await school.pupils.reveal({ id: pupil, reason: 'Besluit ingetrokken' })
    const after = await school.pupils.protect({ id: pupil, fields })

    assert.deepEqual([before.ok, after.ok], [false, true])
  })

  it('keeps the schools that an enrolment form does not show', async () => {
    using school = aSchool()
    const { pupil } = await aProtectedPupil(school, 1)
    const shown = await school.pupils.file({ id: pupil })
    assert(shown.ok)
    const [enrolment] = shown.value.enrolments
    assert(enrolment)
    const { id, pupilId, ...fields } = enrolment

    await school.pupils.changeEnrolment({ id, fields: { ...fields, appliedOn: monday } })

    const revealed = await school.pupils.reveal({ id: pupil, reason: 'Controle' })
    assert(revealed.ok)
    assert.equal(revealed.value.enrolments[0]?.fromSchool, 'Oude Kanarieschool')
    assert.equal(revealed.value.enrolments[0]?.appliedOn, monday)
  })
})

describe('a sibling enrolled beside a protected pupil', () => {
  it('is protected too, since the home is the same', async () => {
    using school = aSchool()
    const { pupil } = await aProtectedPupil(school, 1)

    const answer = await school.pupils.enrol({
      fields: { ...anna, firstName: 'Zusje' },
      enrolment: sinceSummer,
      groupId: null,
      siblingOf: pupil,
    })

    assert(answer.ok)
    const rows = await school.pupils.list({})
    assert.equal(rows.find(({ id }) => id === answer.value)?.isProtected, true)
  })
})
