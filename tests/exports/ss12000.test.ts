import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { schools } from '../../src-main/school/school-table.ts'
import { anna, aSchoolWithFamilies, noorsSecrets, saar } from '../builders/families.ts'
import { heidi, monday, theSchool } from '../builders/school.ts'
import { noSharedData } from '../imports/importing-school.ts'
import { aPracticeSchool, exportOf } from './practice-exports.ts'
import { pageJudges, skolverketJudges } from './ss12000-schemas.ts'

type Page = { readonly data: readonly Record<string, unknown>[]; readonly pageToken: null }

function pagesOf(bytes: Uint8Array): Readonly<Record<string, Page>> {
  const files = Object.entries(unzipSync(bytes))
  return Object.fromEntries(files.map(([name, file]) => [name, JSON.parse(strFromU8(file))]))
}

const practice = { country: 'se', seed: 12, pupils: 120 } as const

const pagesFrom = async (
  school: Pick<ReturnType<typeof aSchoolWithFamilies>, 'exports'>,
  wanted = {},
) => pagesOf((await exportOf(school, 'ss12000', wanted)).bytes)

/** Nobody knows yet in which year such a child will begin, and Skolverket wants it of everyone. */
function isYetToCome({ enrolments }: Record<string, unknown>) {
  const [first] = Array.isArray(enrolments) ? enrolments : []
  return first !== undefined && first.startDate > monday
}

const resources = ['persons', 'groups', 'organisations', 'duties'] as const

describe('an export as SS 12000', { skip: noSharedData }, () => {
  for (const country of ['se', 'nl', 'be'] as const) {
    it(`is what the standard's own API file describes: ${country}`, async () => {
      using school = aPracticeSchool({ ...practice, country })
      const judgeOf = pageJudges()

      const pages = await pagesFrom(school, { withNationalNumbers: true })

      for (const resource of resources) {
        const page = pages[`${resource}.json`]
        assert(page && page.data.length > 0, `${resource} is empty`)
        assert.deepEqual(judgeOf(resource)(page), [])
      }
    })
  }

  it('is what Skolverket takes, but for the sign-in names that Balie does not know', async () => {
    using school = aPracticeSchool(practice)
    const judgeOf = skolverketJudges()

    const pages = await pagesFrom(school, { withNationalNumbers: true })

    const schemas = {
      persons: 'person',
      groups: 'group',
      organisations: 'organisation',
      duties: 'duty',
    }
    for (const resource of resources) {
      const judge = judgeOf(schemas[resource])
      const objects = pages[`${resource}.json`]?.data.filter((each) => !isYetToCome(each)) ?? []
      const faults = new Set(objects.flatMap((each) => judge(each)))
      faults.delete(" must have required property 'eduPersonPrincipalNames'")
      // Adults and children without a number: the standard itself does not ask for one.
      faults.delete(" must have required property 'civicNo'")
      assert.deepEqual([...faults], [])
    }
  })
})

describe('a person in an SS 12000 export', () => {
  const personOf = (pages: Readonly<Record<string, Page>>, id: string) =>
    pages['persons.json']?.data.find((each) => each.id === id)

  it('has the words of the standard for what is known, and nothing for what is not', async () => {
    using school = aSchoolWithFamilies()

    const pages = await pagesFrom(school, { withProtected: false })

    assert.deepEqual(personOf(pages, saar), {
      id: saar,
      givenName: 'Saar',
      familyName: 'de Vries',
      birthDate: '2018-05-14',
      sex: 'Kvinna',
      securityMarking: 'Ingen',
      addresses: [
        {
          type: 'Folkbokföring',
          streetAddress: 'Molenweg 81',
          postalCode: '1234 AB',
          locality: 'Dorp',
          country: 'NL',
        },
      ],
      // The year is that of 4A, which has only one.
      enrolments: [
        {
          enroledAt: { id: theSchool },
          schoolType: 'GR',
          schoolYear: 4,
          startDate: '2022-08-01',
        },
      ],
      responsibles: [
        { person: { id: anna }, relationType: 'Vårdnadshavare' },
        { person: { id: '00000000-0000-4000-8000-000000000031' }, relationType: 'Vårdnadshavare' },
      ],
    })
    assert.deepEqual(personOf(pages, anna), {
      id: anna,
      givenName: 'Anna',
      familyName: 'Jansen',
      emails: [{ value: 'anna@example.org', type: 'Privat' }],
      phoneNumbers: [{ number: '+31612345678', mobile: true }],
      addresses: [
        {
          type: 'Folkbokföring',
          streetAddress: 'Molenweg 81',
          postalCode: '1234 AB',
          locality: 'Dorp',
          country: 'NL',
        },
      ],
    })
  })

  it('has a civic number of twelve digits, and only when the office asked for it', async () => {
    using school = aPracticeSchool(practice)

    const asked = await pagesFrom(school, { withNationalNumbers: true })
    const notAsked = await pagesFrom(school)

    const numbers = asked['persons.json']?.data.flatMap(({ civicNo }) =>
      civicNo ? [(civicNo as { value: string }).value] : [],
    )
    assert(numbers && numbers.length > 100)
    for (const number of numbers) assert.match(number, /^\d{8}([A-Z]{2}\d{2}|\d{4})$/)
    assert.doesNotMatch(JSON.stringify(notAsked), /civicNo/)
  })

  it('goes along protected under its cover, marked, and without a way back', async () => {
    using school = aSchoolWithFamilies()

    const pages = await pagesFrom(school, { withProtected: true })

    const covered = pages['persons.json']?.data.find(({ givenName }) => givenName === 'Sol Vinter')
    assert.equal(covered?.securityMarking, 'Skyddad folkbokföring')
    const text = JSON.stringify(pages)
    for (const secret of [...noorsSecrets, 'Noor']) assert(!text.includes(secret))
  })
})

describe('a Swedish school without a skolenhetskod', () => {
  it('is told to fill it in', async () => {
    using school = aSchoolWithFamilies({ country: 'se' })

    const answer = await school.exports.make({
      format: 'ss12000',
      groupIds: null,
      withProtected: false,
      withNationalNumbers: false,
      since: null,
      purpose: 'proef',
    })

    assert.deepEqual(answer, { ok: false, refusal: 'export.school-incomplete' })
  })

  it('may be known by one later', async () => {
    using school = aSchoolWithFamilies({ country: 'se' })
    school.database.write({ staffId: heidi, path: 'school.change' }, (db) => {
      const [row] = school.database.read.select().from(schools).all()
      if (row) db.save(schools, { ...row, registrationNumber: '12345678' })
    })

    const pages = await pagesFrom(school, { withProtected: false })

    assert.equal(pages['organisations.json']?.data[0]?.schoolUnitCode, '12345678')
  })
})
