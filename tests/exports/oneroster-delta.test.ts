import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { day, monday } from '../builders/school.ts'
import { aPracticeSchool, type ExportingSchool, exportOf } from './practice-exports.ts'
import { faultsOf, type Package, type Row, readPackage } from './roster-checker.ts'

/** Somebody without protection who is in a class now, with what a test wants to know. */
function aPupilOf({ rows }: ExportingSchool) {
  const now = rows.memberships.filter(({ until }) => until === null)
  const found = rows.pupils.find(
    ({ id, protectionLevel }) =>
      protectionLevel === 0 &&
      now.some(({ pupilId }) => pupilId === id) &&
      rows.guardianLinks.some(({ pupilId }) => pupilId === id),
  )
  assert(found)
  const place = now.find(({ pupilId }) => pupilId === found.id)
  assert(place)
  return { ...found, place }
}

/** The package of everything, then a delta of what happens in between. */
async function deltaOf(
  school: ExportingSchool,
  happens: () => Promise<unknown>,
): Promise<{ readonly bulk: Package; readonly delta: Package }> {
  school.clock.advance(60_000)
  const bulk = readPackage((await exportOf(school, 'oneroster', { withProtected: false })).bytes)
  school.clock.advance(60_000)
  await happens()
  const { bytes } = await exportOf(school, 'oneroster-delta', { withProtected: false })
  assert.deepEqual(faultsOf(bytes, 'delta', bulk), [])
  return { bulk, delta: readPackage(bytes) }
}

const rowOf = (files: Package, name: string, id: string) =>
  files.get(name)?.find(({ sourcedId }) => sourcedId === id)

const statusesOf = (files: Package, name: string) =>
  Object.fromEntries(
    (files.get(name) ?? []).map(({ sourcedId = '', status }) => [sourcedId, status]),
  )

const people = (files: Package) => (files.get('users') ?? []) as readonly Row[]

describe('a OneRoster delta', () => {
  it('names nobody when nothing happened since the last export', async () => {
    using school = aPracticeSchool({ country: 'nl', seed: 31, pupils: 24 })

    const { delta } = await deltaOf(school, async () => {})

    const counts = ['classes', 'users', 'roles', 'enrollments', 'demographics'].map(
      (name) => delta.get(name)?.length,
    )
    assert.deepEqual(counts, [0, 0, 0, 0, 0])
  })

  it('holds a pupil whose name changed, as active', async () => {
    using school = aPracticeSchool({ country: 'nl', seed: 31, pupils: 24 })
    const pupil = aPupilOf(school)

    const { delta } = await deltaOf(school, () =>
      school.pupils.change({ id: pupil.id, fields: { firstName: 'Nieuw' } }),
    )

    assert.equal(rowOf(delta, 'users', pupil.id)?.status, 'active')
    assert.match(JSON.stringify(rowOf(delta, 'users', pupil.id)), /Nieuw/)
    assert.ok(people(delta).length < 8)
  })

  it('takes away who left, with no more than the key', async () => {
    using school = aPracticeSchool({ country: 'nl', seed: 31, pupils: 24 })
    const pupil = aPupilOf(school)
    const stay = school.rows.enrolments.find(({ pupilId }) => pupilId === pupil.id)
    assert(stay)

    const { delta } = await deltaOf(school, () =>
      school.pupils.changeEnrolment({
        id: stay.id,
        fields: { ...stay, endsOn: day('2026-11-20') },
      }),
    )

    const gone = rowOf(delta, 'users', pupil.id)
    assert.deepEqual(
      [gone?.status, gone?.givenName, gone?.familyName, gone?.enabledUser],
      ['tobedeleted', '.', '.', 'false'],
    )
    assert.equal(statusesOf(delta, 'enrollments')[pupil.place.id], 'tobedeleted')
    assert.doesNotMatch(JSON.stringify([...delta]), new RegExp(`"${pupil.lastName}"`))
  })

  it('takes away whoever is protected by now', async () => {
    using school = aPracticeSchool({ country: 'nl', seed: 31, pupils: 24 })
    const pupil = aPupilOf(school)

    const { delta } = await deltaOf(school, () =>
      school.pupils.protect({
        id: pupil.id,
        fields: { protectionLevel: 1, alias: null, protectionAgreement: null },
      }),
    )

    assert.equal(rowOf(delta, 'users', pupil.id)?.status, 'tobedeleted')
    assert.equal(rowOf(delta, 'demographics', pupil.id)?.birthDate, '')
  })

  it('moves a pupil from one class to the other', async () => {
    using school = aPracticeSchool({ country: 'nl', seed: 31, pupils: 24 })
    const pupil = aPupilOf(school)
    const { schoolYearId } = school.rows.groups.find(({ id }) => id === pupil.place.groupId) ?? {}
    const other = school.rows.groups.find(
      (group) =>
        group.schoolYearId === schoolYearId &&
        group.kind === 'class' &&
        group.id !== pupil.place.groupId,
    )
    assert(other)

    const { delta } = await deltaOf(school, () =>
      school.groups.place({ pupilIds: [pupil.id], groupId: other.id, from: monday }),
    )

    const statuses = Object.values(statusesOf(delta, 'enrollments')).toSorted()
    assert.deepEqual(statuses, ['active', 'tobedeleted'])
  })

  it('counts from the last export in the log, or from the moment that the office gives', async () => {
    using school = aPracticeSchool({ country: 'nl', seed: 31, pupils: 24 })
    const everything = await exportOf(school, 'oneroster-delta')

    const since = '2020-01-01T00:00:00.000Z'
    const again = await exportOf(school, 'oneroster-delta', { since })

    assert.deepEqual(
      people(readPackage(again.bytes)).length,
      people(readPackage(everything.bytes)).length,
    )
    assert.ok(people(readPackage(again.bytes)).length > 40)
  })
})
