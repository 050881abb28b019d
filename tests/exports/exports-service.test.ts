import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { unzipSync } from 'fflate'
import { exportFormats } from '#shared/exports/exports-contract.ts'
import { aPracticeSchool, type ExportingSchool, exportOf } from './practice-exports.ts'

const wanted = { country: 'nl', seed: 41, pupils: 60 } as const
const request = {
  groupIds: null,
  withProtected: false,
  withNationalNumbers: false,
  since: null,
} as const

/** All that stands in a file, unzipped where it is a zip. */
function textOf({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }) {
  const parts = /\.(zip|xlsx)$/.test(name) ? Object.values(unzipSync(bytes)) : [bytes]
  return parts.map((part) => new TextDecoder().decode(part)).join('\n')
}

/** `Molenweg 2` does not stand in `Molenweg 25`. */
const standsIn = (text: string, each: string) =>
  text
    .split(each)
    .slice(1)
    .some((rest) => !/^\d/.test(rest))

/** What would lead somebody to the children of these levels: homes, numbers, and who looks after them. */
function trailsOf({ rows }: ExportingSchool, levels: readonly number[]) {
  const pupils = rows.pupils.filter(({ protectionLevel }) => levels.includes(protectionLevel))
  const ids = new Set<string>(pupils.map(({ id }) => id))
  const guardianIds = new Set<string>(
    rows.guardianLinks.filter(({ pupilId }) => ids.has(pupilId)).map((link) => link.guardianId),
  )
  const owners = new Set([...ids, ...guardianIds])
  const homes = new Set<string>(
    rows.residences.filter(({ pupilId }) => ids.has(pupilId)).map((each) => each.householdId),
  )
  const places = [
    ...rows.phones
      .filter(({ ownerId }) => owners.has(ownerId))
      .map(({ number }) => number.slice(1)),
    ...rows.households
      .filter(({ id }) => homes.has(id))
      .map(({ street, houseNumber }) => `${street} ${houseNumber}`),
    ...rows.guardians.filter(({ id }) => guardianIds.has(id)).flatMap(({ email }) => email ?? []),
  ]
  return { pupils, places }
}

describe('an export', () => {
  for (const format of exportFormats) {
    it(`holds nothing of a protected child or of the way to it: ${format}`, async () => {
      using school = aPracticeSchool(wanted)
      const { pupils, places } = trailsOf(school, [1, 2, 3])
      assert.ok(pupils.length > 0 && places.length > 0)

      const text = textOf(await exportOf(school, format, { withProtected: false }))

      const names = pupils.flatMap(({ id, lastName, firstName }) => [
        id,
        `${firstName} ${lastName}`,
      ])
      assert.deepEqual(
        [...names, ...places].filter((each) => standsIn(text, each)),
        [],
      )
    })

    it(`tells no home, and of a secret child no name, when the office takes them along: ${format}`, async () => {
      using school = aPracticeSchool(wanted)
      const { places } = trailsOf(school, [1, 2, 3])
      const { pupils } = trailsOf(school, [2, 3])

      const text = textOf(await exportOf(school, format, { withProtected: true }))

      const names = pupils.flatMap(({ id, firstName, lastName }) => [
        id,
        `${firstName} ${lastName}`,
      ])
      assert.deepEqual(
        [...names, ...places].filter((each) => standsIn(text, each)),
        [],
      )
    })

    it(`holds no national number that nobody asked for, and has no name in its own: ${format}`, async () => {
      using school = aPracticeSchool(wanted)
      const numbers = school.rows.pupils.flatMap(({ nationalNumber }) => nationalNumber ?? [])

      const file = await exportOf(school, format)

      assert.ok(numbers.length > 0)
      assert.deepEqual(
        numbers.filter((each) => textOf(file).includes(each)),
        [],
      )
      assert.match(file.name, /^balie-[a-z0-9-]+-2026-11-23\.[a-z]+$/)
    })
  }

  it('is outlined before it is made: who goes along, who does not, what is lost', async () => {
    using school = aPracticeSchool(wanted)

    const outline = await school.exports.outline({ ...request, format: 'edexml' })

    const { pupils, guardians, staff, groups, protectedLeftOut, notHereLeftOut } = outline
    assert.ok(pupils >= 60 && guardians > 60 && staff > 5 && groups > 4)
    assert.equal(protectedLeftOut, await protectedHere(school))
    assert.ok(notHereLeftOut > 0)
    assert.equal(outline.refusal, null)
    assert.ok(outline.losses.includes('guardians'))
  })

  it('of one group holds the pupils of that group only', async () => {
    using school = aPracticeSchool(wanted)
    const group = school.rows.groups.at(-2)
    assert(group)
    const members = school.rows.memberships.filter(
      ({ groupId, until }) => groupId === group.id && until === null,
    )

    const groupIds = [group.id]
    const { pupils, groups } = await school.exports.outline({
      ...request,
      withProtected: true,
      groupIds,
      format: 'csv',
    })

    assert.deepEqual([pupils, groups], [members.length, 1])
  })

  it('gives no national numbers when the school does not keep them', async () => {
    using school = aPracticeSchool({ ...wanted, change: keepNoNumbers })
    const asked = { ...request, format: 'edexml', withNationalNumbers: true } as const

    const answers = [
      (await school.exports.outline(asked)).refusal,
      await school.exports.make({ ...asked, purpose: 'proef' }),
    ]

    assert.deepEqual(answers, ['export.not-allowed', { ok: false, refusal: 'export.not-allowed' }])
  })

  it('gives no national numbers in a format that has no place for them', async () => {
    using school = aPracticeSchool(wanted)
    const asked = { ...request, format: 'oneroster', withNationalNumbers: true } as const

    const answer = await school.exports.make({ ...asked, purpose: 'proef' })

    assert.deepEqual(answer, { ok: false, refusal: 'export.not-allowed' })
  })

  it('of nobody is refused', async () => {
    using school = aPracticeSchool({
      ...wanted,
      pupils: 16,
      change: (rows) => rows.pupils.splice(0),
    })

    const answer = await school.exports.make({ ...request, format: 'csv', purpose: 'proef' })

    assert.deepEqual(answer, { ok: false, refusal: 'export.nobody' })
  })

  it('is not for a teacher', async () => {
    using school = aPracticeSchool({ ...wanted, pupils: 16 })
    school.become('teacher')

    await assert.rejects(exportOf(school, 'csv'), /Not allowed/)
  })

  it('needs to say what it is for', async () => {
    using school = aPracticeSchool({ ...wanted, pupils: 16 })

    await assert.rejects(exportOf(school, 'csv', { purpose: '  ' }), /Not understood/)
  })
})

describe('the log of exports', () => {
  it('says who took how many pupils out, in what form and what for', async () => {
    using school = aPracticeSchool(wanted)
    const wish = { withProtected: true, withNationalNumbers: true, purpose: 'Overstap' }
    await exportOf(school, 'edexml', wish)

    const [entry, ...others] = await school.exports.log({})

    const protectedTaken = await protectedHere(school)
    const outline = await school.exports.outline({ ...request, ...wish, format: 'edexml' })
    assert.deepEqual(others, [])
    assert.partialDeepStrictEqual(entry, {
      format: 'edexml',
      purpose: 'Overstap',
      pupils: outline.pupils,
      protectedTaken,
      protectedLeftOut: 0,
      withNationalNumbers: true,
    })
  })

  it('cannot be taken back, nor changed through the history', async () => {
    using school = aPracticeSchool({ ...wanted, pupils: 16 })
    await exportOf(school, 'csv')

    const undone = await school.history.undo({ actionId: null })

    assert.equal(undone.ok, false)
    assert.equal((await school.exports.log({})).length, 1)
  })

  it('holds nothing of an export that was stopped', async () => {
    using school = aPracticeSchool({ ...wanted, pupils: 300 })

    const making = exportOf(school, 'edexml')
    school.router.cancelJob()

    await assert.rejects(making, { name: 'JobCancelled' })
    assert.deepEqual(await school.exports.log({}), [])
  })
})

/** Protected pupils who would go along. */
async function protectedHere({ exports }: ExportingSchool) {
  const count = async (withProtected: boolean) =>
    (await exports.outline({ ...request, withProtected, format: 'edexml' })).pupils
  return (await count(true)) - (await count(false))
}

function keepNoNumbers({ schools: list }: ExportingSchool['rows']) {
  const [school] = list
  if (school) list[0] = { ...school, keepsNationalNumber: false }
}
