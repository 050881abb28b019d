import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { strToU8, unzipSync, zipSync } from 'fflate'
import type { Country } from '#shared/platform/language.ts'
import { externalKeys } from '../../src-main/imports/imports-table.ts'
import { pupils as pupilRows } from '../../src-main/pupils/pupils-table.ts'
import { anImportingSchool, noSharedData, sample } from '../imports/importing-school.ts'
import { crowd } from './crowded-rows.ts'
import { aPracticeSchool, exportOf } from './practice-exports.ts'
import { faultsOf, readPackage } from './roster-checker.ts'

describe('a OneRoster export', () => {
  for (const country of ['nl', 'be', 'se'] satisfies Country[]) {
    it(`has nothing that a strict checker finds wrong: ${country}`, async () => {
      using school = aPracticeSchool({ country, seed: 21, pupils: 60, change: crowd })

      const file = await exportOf(school, 'oneroster')

      assert.deepEqual(faultsOf(file.bytes, 'bulk'), [])
    })
  }

  it('is found wrong when it is, so that the check above can fail', async () => {
    using school = aPracticeSchool({ country: 'nl', seed: 21, pupils: 16 })
    const { bytes } = await exportOf(school, 'oneroster')
    const files = unzipSync(bytes)
    const users = new TextDecoder().decode(files['users.csv'])
    const broken = zipSync({ ...files, 'users.csv': strToU8(users.replace('true', 'TRUE')) })

    assert.deepEqual(faultsOf(broken, 'bulk'), ['users.enabledUser: TRUE'])
  })

  it('ties guardians to pupils from both sides, and knows parents from others', async () => {
    using school = aPracticeSchool({ country: 'nl', seed: 21, pupils: 24 })

    const files = readPackage((await exportOf(school, 'oneroster')).bytes)

    const roles = new Set(files.get('roles')?.map(({ role }) => role))
    assert.ok(roles.has('parent') && roles.has('student') && roles.has('teacher'))
    assert.ok(files.get('users')?.some(({ agentSourcedIds }) => agentSourcedIds?.includes(',')))
  })

  it('lets no name become a formula, and gives the name back to whoever imports it', async () => {
    const names = ['=1+2', '@SUM(A1)', '-Eric', '+31', "'t Hof", "'=x"]
    using school = aPracticeSchool({
      country: 'nl',
      seed: 21,
      pupils: 24,
      change({ pupils, memberships }) {
        const now = memberships.filter(({ until }) => until === null).map(({ pupilId }) => pupilId)
        for (const [index, pupil] of pupils.entries()) {
          const lastName = names[now.indexOf(pupil.id)]
          if (lastName) pupils[index] = { ...pupil, prefix: null, lastName, protectionLevel: 0 }
        }
      },
    })
    using other = anImportingSchool()

    const file = await exportOf(school, 'oneroster')
    await other.import({ [file.name]: file.bytes })

    assert.deepEqual(faultsOf(file.bytes, 'bulk'), [])
    const rows = other.database.read.select().from(pupilRows).all()
    const last = rows.map(({ prefix, lastName }) => [prefix, lastName].filter(Boolean).join(' '))
    assert.deepEqual(
      names.filter((name) => !last.includes(name)),
      [],
    )
  })

  for (const path of ['oat-sa-1.1', 'catalyst-moodle/v1p2_full_dataset.zip']) {
    it(`gives a real package its own keys back: ${path}`, { skip: noSharedData }, async () => {
      using school = anImportingSchool()
      await school.import(sample(`oneroster/${path}`))

      const { bytes } = await exportOf(school, 'oneroster')

      assert.deepEqual(faultsOf(bytes, 'bulk'), [])
      const known = new Set(
        school.database.read
          .select()
          .from(externalKeys)
          .all()
          .map(({ value }) => value),
      )
      const classes = readPackage(bytes).get('classes') ?? []
      assert.ok(classes.length > 0 && classes.every(({ sourcedId = '' }) => known.has(sourcedId)))
    })
  }
})
