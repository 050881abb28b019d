import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainOverview } from '#shared/overviews/overview.ts'
import { linkCodes } from '../../src-main/accounts/accounts-table.ts'
import { letterCode } from '../../src-main/accounts/code-signs.ts'
import {
  anna,
  aSchoolWithFamilies,
  linkOf,
  noor,
  noorsMother,
  pieter,
  saar,
} from '../builders/families.ts'

const key = Buffer.from('the practice school has no secrets')
const letters = { ...plainOverview, kind: 'link-letters' as const }

describe('letters with codes', () => {
  it('are one for each guardian, with the own code and address and nobody else’s', async () => {
    using school = aSchoolWithFamilies()
    await school.accounts.makeCodes({
      linkIds: [linkOf(saar, anna), linkOf(saar, pieter)],
      way: 'letter',
    })
    await school.families.changeGuardian({ id: pieter, fields: { language: 'en' } })
    const rows = school.database.read.select().from(linkCodes).all()
    const codes = rows.map(({ id, linkId }) => [linkId, letterCode(key, id)] as const)

    const made = await school.overviews.make(letters)
    const pages = made.ok ? made.value.html.split('<article').slice(1) : []
    const [annas = '', pieters = ''] = pages
    const codeOf = (linkId: string) => codes.find(([id]) => id === linkId)?.[1] ?? ''

    assert.equal(pages.length, 2)
    assert.ok(
      annas.includes(codeOf(linkOf(saar, anna))) && !annas.includes(codeOf(linkOf(saar, pieter))),
    )
    assert.match(annas, /Molenweg/)
    assert.doesNotMatch(annas, /Kerkstraat|Pieter/)
    assert.match(pieters, /lang="en"[\s\S]*Dear Pieter de Vries[\s\S]*23 December 2026/)
    assert.doesNotMatch(pieters, /Molenweg|Anna/)
    assert.match(annas, /<svg[\s\S]*portaal\.voorbeeld\.example\/register/)
    assert.deepEqual(made.ok && made.value.codeIds.length, 2)
  })

  it('are for the codes that were chosen, and none for a code that is over', async () => {
    using school = aSchoolWithFamilies()
    await school.accounts.makeCodes({
      linkIds: [linkOf(saar, anna), linkOf(saar, pieter)],
      way: 'letter',
    })
    const [first, second] = school.database.read.select().from(linkCodes).all()
    if (!first || !second) throw new Error('No codes')
    const one = await school.overviews.make({ ...letters, codeIds: [second.id] })
    await school.accounts.revokeCodes({ codeIds: [first.id, second.id] })
    const none = await school.overviews.make(letters)

    assert.deepEqual(one.ok && one.value.codeIds, [second.id])
    assert.deepEqual(none, { ok: false, refusal: 'overview.no-letters' })
  })

  it('put no address of a protected family on paper, and are not for teachers', async () => {
    using school = aSchoolWithFamilies()
    await school.accounts.makeCodes({ linkIds: [linkOf(noor, noorsMother)], way: 'letter' })
    const left = await school.overviews.make(letters)
    const byHand = await school.overviews.make({ ...letters, includeProtected: true })
    school.become('teacher')
    const teacher = await school.overviews.make(letters)

    assert.deepEqual(left, { ok: false, refusal: 'overview.no-letters' })
    assert.equal(byHand.ok, true)
    assert.doesNotMatch(JSON.stringify(byHand), /Schuilkade|Nergenshuizen/)
    assert.deepEqual(teacher, { ok: false, refusal: 'overview.no-letters' })
  })
})
