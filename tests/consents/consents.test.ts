import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { GuardianId } from '#shared/families/guardian.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import {
  anna,
  aSchoolWithFamilies,
  fatma,
  group4a,
  group12,
  juf,
  noorsSecrets,
  pieter,
  saar,
} from '../builders/families.ts'
import { monday } from '../builders/school.ts'

type School = ReturnType<typeof aSchoolWithFamilies>

const answer = (school: School, guardianId: GuardianId | null, granted: boolean) =>
  school.consents.record({
    pupilId: saar,
    guardianId,
    fields: { purpose: 'photo-website', granted, givenOn: monday, version: '2026', note: null },
  })

async function standingOf(school: School, pupilId: PupilId) {
  const rows = await school.consents.matrix({ groupId: group4a })
  return rows.find((row) => row.pupilId === pupilId)?.standing['photo-website']
}

describe('consent for a photo', () => {
  it('is unknown until somebody was asked', async () => {
    using school = aSchoolWithFamilies()

    assert.equal(await standingOf(school, saar), 'unknown')
  })

  it('is refused when parents disagree', async () => {
    using school = aSchoolWithFamilies()
    await answer(school, anna, true)

    await answer(school, pieter, false)

    assert.equal(await standingOf(school, saar), 'refused')
  })

  it('may be given after all: the last answer of each parent counts', async () => {
    using school = aSchoolWithFamilies()
    await answer(school, anna, true)
    await answer(school, pieter, false)
    school.clock.advance(1000)

    await answer(school, pieter, true)

    assert.equal(await standingOf(school, saar), 'granted')
  })

  it('is not given by the parent of another child', async () => {
    using school = aSchoolWithFamilies()

    assert.deepEqual(await answer(school, fatma, true), {
      ok: false,
      refusal: 'guardian.not-found',
    })
  })

  it('is shown to a teacher for the own group, with the alias of a hidden pupil', async () => {
    using school = aSchoolWithFamilies()
    school.become('teacher', { staffId: juf })

    const own = await school.consents.matrix({ groupId: group4a })
    const other = await school.consents.matrix({ groupId: group12 })

    assert.deepEqual(
      own.map(({ name }) => name),
      ['Sol Vinter', 'Saar de Vries', 'Yusuf Yılmaz'],
    )
    assert.deepEqual(other, [])
    assert(!noorsSecrets.some((secret) => JSON.stringify(own).includes(secret)))
  })
})
