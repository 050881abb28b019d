import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { eq } from 'drizzle-orm'
import { askFieldsOf } from '#shared/change-requests/rules/ask-fields.ts'
import { modeOf } from '#shared/change-requests/rules/ask-rules.ts'
import { readAsked } from '#shared/change-requests/rules/asked-value.ts'
import { PhoneId } from '#shared/families/contact.ts'
import { addDays } from '#shared/platform/day.ts'
import { households, phones } from '../../src-main/families/families-table.ts'
import { linkId } from '../../src-main/platform/ids.ts'
import { pupils } from '../../src-main/pupils/pupils-table.ts'
import { anna, fatma, group4a, molenweg, pieter, saar, tim } from '../builders/families.ts'
import { monday } from '../builders/school.ts'
import { aSchoolThatIsAsked, ask, decide, read } from './asking.ts'

const annasPhone = PhoneId.parse(linkId('phones', anna))
const number = (asked: string) => ({
  ...{ tbl: 'phones' as const, rowId: annasPhone, field: 'number' },
  ...{ seen: '+31612345678', asked },
})

describe('the office', () => {
  it('accepts the simple ones of a list, and leaves what is odd', async () => {
    using school = aSchoolThatIsAsked()
    const plain = ask(school, { parts: [number('06 22 33 44 55')] })
    ask(school, { parts: [number('12')] })
    ask(school, { parts: [{ ...number('06 22 33 44 55'), remark: 'alleen overdag' }] })
    ask(school, { parts: [{ field: 'email', asked: 'pieter@example.org' }] })
    ask(school, {
      tab: 'personal',
      pupilIds: [saar],
      parts: [{ tbl: 'pupils', rowId: saar, field: 'lastName', seen: 'Vries', asked: 'Jansen' }],
    })

    const simple = await school.changeRequests.simple({})
    const answer = await school.changeRequests.acceptSimple({ id: plain })

    assert.deepEqual(
      simple.map(({ id }) => id),
      [plain],
    )
    assert.deepEqual(answer, { ok: true, value: null })
    const saved = school.database.read.select().from(phones).where(eq(phones.id, annasPhone)).get()
    assert.equal(saved?.number, '+31622334455')
    assert.equal((await school.changeRequests.simple({})).length, 0)
  })

  it('takes back what it accepted long ago, unless the record went on', async () => {
    using school = aSchoolThatIsAsked()
    const id = ask(school, { parts: [number('+31622334455')] })
    await decide(school, id, 'accept')
    school.clock.advance(86_400_000)

    const back = await school.changeRequests.takeBack({ id })
    const open = await read(school, id)
    await decide(school, id, 'accept')
    const [own] = school.database.read.select().from(phones).where(eq(phones.id, annasPhone)).all()
    if (own) {
      await school.families.setPhones({
        ...{ ownerKind: 'guardian', ownerId: anna },
        phones: [{ ...own, number: '+31699999999' }],
      })
    }
    const late = await school.changeRequests.takeBack({ id })

    assert.deepEqual(back, { ok: true, value: null })
    assert.deepEqual(
      [open.state, open.answeredAt, open.parts[0]?.now],
      ['pending', null, '+31612345678'],
    )
    assert.deepEqual(late, { ok: false, refusal: 'request.cannot-take-back' })
  })

  it('types over what came on paper, and keeps only what differs', async () => {
    using school = aSchoolThatIsAsked()
    const form = await school.changeRequests.paperForm({ guardianId: anna, pupilIds: [saar, tim] })
    assert(form.ok)
    const fields = form.value.fields.filter(({ tab, act }) => tab === 'address' && act === 'set')

    const made = await school.changeRequests.enterPaper({
      ...{ guardianId: anna, pupilIds: [saar, tim], tab: 'address', checkId: null },
      isAccepted: true,
      parts: fields.map((field) => ({
        ...{ act: field.act, tbl: field.tbl, rowId: field.rowId, field: field.field },
        asked: field.field === 'houseNumber' ? '83' : field.now,
      })),
    })

    const home = school.database.read
      .select()
      .from(households)
      .where(eq(households.id, molenweg))
      .get()
    assert(made.ok && made.value)
    assert.equal(home?.houseNumber, '83')
    const file = await read(school, made.value)
    assert.deepEqual([file.parts.length, file.state, file.source], [1, 'accepted', 'paper'])
  })

  it('cannot type over what belongs to the other household', async () => {
    using school = aSchoolThatIsAsked()

    const answer = await school.changeRequests.enterPaper({
      ...{ guardianId: pieter, pupilIds: [saar], tab: 'address', checkId: null, isAccepted: true },
      parts: [{ act: 'set', tbl: 'households', rowId: molenweg, field: 'street', asked: 'Weg' }],
    })

    assert.deepEqual(answer, { ok: false, refusal: 'ask.not-your-row' })
  })

  it('says which details may be asked, in the school and in one class', async () => {
    using school = aSchoolThatIsAsked()
    const id = ask(school, {
      tab: 'personal',
      pupilIds: [saar],
      parts: [{ tbl: 'pupils', rowId: saar, field: 'nationality', asked: 'BE' }],
    })
    await school.changeRequests.setRule({
      ...{ subject: 'pupils.nationality', groupId: group4a, mode: 'read-only' },
    })

    const refused = await decide(school, id, 'accept')
    await school.changeRequests.setRule({
      ...{ subject: 'pupils.nationality', groupId: group4a, mode: null },
    })
    const accepted = await decide(school, id, 'accept')

    assert.deepEqual(refused, { ok: false, refusal: 'ask.switched-off' })
    assert.equal(accepted.ok, true)
    const saved = school.database.read.select().from(pupils).where(eq(pupils.id, saar)).get()
    assert.equal(saved?.nationality, 'BE')
  })

  it('asks a class whether all is right, and counts the answers', async () => {
    using school = aSchoolThatIsAsked()
    const started = await school.dataChecks.start({
      ...{ name: 'Najaar', groupIds: [group4a], endsOn: addDays(monday, 14) },
    })
    assert(started.ok)
    const id = started.value

    await school.dataChecks.confirm({ id, guardianId: fatma })
    await school.changeRequests.enterPaper({
      ...{ guardianId: anna, pupilIds: [saar], tab: 'own', checkId: id, isAccepted: true },
      parts: [{ act: 'set', tbl: 'guardians', rowId: anna, field: 'email', asked: 'a@nieuw.nl' }],
    })

    const [check] = await school.dataChecks.list({})
    assert.deepEqual([check?.asked, check?.right, check?.requested], [4, 1, 1])
    const progress = await school.dataChecks.progress({ id })
    assert(progress.ok)
    assert.equal(new Set(progress.value.map(({ code }) => code)).size, 4)
    const sheets = await school.dataChecks.sheets({ id, guardianIds: [] })
    assert(sheets.ok)
    // Pieter's; Noor is protected, so that her mother gets none.
    assert.deepEqual([sheets.value.count, sheets.value.leftOut], [1, 1])
    assert.match(sheets.value.html, /Kerkstraat/)
    assert.doesNotMatch(sheets.value.html, /Molenweg|Schuilkade|Vluchtsma/)
  })
})

describe('what a guardian may ask', () => {
  it('never holds what is the office’s', () => {
    const keys = askFieldsOf('nl').map(({ table, field }) => `${table}.${field}`)

    for (const never of [
      ...['pupils.nationalNumber', 'pupils.protectionLevel', 'pupils.note', 'medicals.alert'],
      ...['guardians.householdId', 'guardians.note', 'contactLinks.collectingForbidden'],
    ]) {
      assert.equal(keys.includes(never), false, never)
    }
    assert(!keys.some((key) => key.startsWith('guardianLinks')))
  })

  it('follows the strictest of school, class and list', () => {
    const field = { table: 'pupils', field: 'sex', needsAuthority: true } as const
    const rules = [
      { subject: 'tab:personal', groupId: null, mode: 'ask' as const },
      { subject: 'pupils.sex', groupId: group4a, mode: 'hidden' as const },
    ]

    assert.equal(modeOf(field, 'personal', { rules, groupIds: [] }), 'needs-authority')
    assert.equal(modeOf(field, 'personal', { rules, groupIds: [group4a] }), 'hidden')
  })

  it('is read as the record would hold it', () => {
    const phone = { input: 'phone', isRequired: true } as const
    assert.equal(readAsked(phone, ' 06-22334455', 'nl').value, '+31622334455')
    assert.equal(readAsked(phone, '070 234 56 78', 'se').value, '+46702345678')
    assert.equal(readAsked(phone, '12', 'nl').doubt, 'doubt.phone')
    assert.equal(readAsked(phone, ' ', 'nl').problem, 'ask.empty')
    assert.equal(
      readAsked({ input: 'day', isRequired: false }, '2026-02-30', 'nl').problem,
      'ask.day',
    )
    assert.equal(
      readAsked({ input: 'yes-no', isRequired: false }, 'ja', 'nl').problem,
      'ask.choice',
    )
    assert.equal(
      readAsked({ input: 'languages', isRequired: false }, '["nl"', 'nl').problem,
      'ask.list',
    )
    assert.equal(
      readAsked({ input: 'postcode', isRequired: false }, '1234ab', 'nl').value,
      '1234 AB',
    )
  })
})
