import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { RoundFields, RoundId } from '#shared/meetings/round.ts'
import type { Result } from '#shared/platform/result.ts'
import { aSchoolWithFamilies, group4a, group12, juf, tim } from '../builders/families.ts'
import { day, heidi } from '../builders/school.ts'

const fields: RoundFields = {
  ...{ name: 'Herfst', kind: 'progress', mode: 'school', per: 'child', minutes: 10 },
  ...{ pauseMinutes: 0, mostInARow: null, walkMinutes: 0, separated: 'each', opensOn: null },
  ...{ siblingsDaysEarlier: 0, closesOn: null, asksQuestions: true, introduction: null },
}
const monday = { day: day('2026-11-30'), from: 960, until: 1080 }

const value = <Value>(answer: Result<Value, string>): Value => {
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value
}

async function aRoundOfTheSchool() {
  const school = aSchoolWithFamilies()
  const { meetings } = school
  const roundId = value(await meetings.add({ fields }))
  value(await meetings.setDays({ roundId, days: [monday] }))
  const invited = value(await meetings.invite({ roundId, groupIds: [group4a], pupilIds: [tim] }))
  return { school, meetings, roundId, invited, [Symbol.dispose]: () => school[Symbol.dispose]() }
}

type Round = Awaited<ReturnType<typeof aRoundOfTheSchool>>
const pageOf = async ({ meetings }: Pick<Round, 'meetings'>, roundId: RoundId) => {
  const page = await meetings.find({ roundId })
  if (!page) throw new Error('no round')
  return page
}

describe('a round of parent meetings', () => {
  it('invites families: both separated guardians, a protected child under its other name', async () => {
    using round = await aRoundOfTheSchool()

    const { sheet, names } = await pageOf(round, round.roundId)

    assert.deepEqual(round.invited.withoutTeacher, ['Tim de Vries'])
    assert.equal(round.invited.talks, 4)
    assert.deepEqual(
      Object.values(names.parties).toSorted(),
      ['Anna Jansen', 'Fatma Yılmaz', 'Pieter de Vries', '•••'].toSorted(),
    )
    assert.ok(Object.values(names.pupils).some(({ name }) => name === 'Sol Vinter'))
    assert.deepEqual(Object.values(names.resources), ['Joke Juf'])
    assert.equal(sheet.resources[0]?.free[0]?.until, 1080)
    assert.doesNotMatch(JSON.stringify(names), /Vluchtsma|Mirjam/)
  })

  it('is invited to twice without a second talk, and lets go who is named no more', async () => {
    using round = await aRoundOfTheSchool()
    const { meetings, roundId } = round

    value(await meetings.invite({ roundId, groupIds: [group4a], pupilIds: [tim] }))
    const twice = (await pageOf(round, roundId)).sheet.talks.length
    value(await meetings.invite({ roundId, groupIds: [group12], pupilIds: [] }))

    assert.equal(twice, 4)
    assert.equal((await pageOf(round, roundId)).sheet.talks.length, 0)
  })

  it('keeps to places: put down, taken, swapped, pinned and taken back', async () => {
    using round = await aRoundOfTheSchool()
    const { meetings, roundId } = round
    const { sheet } = await pageOf(round, roundId)
    const [a, b] = sheet.talks
    const [evening] = sheet.days
    assert.ok(a && b && evening)
    const at = (from: number) => ({ dayId: evening.id, from })

    value(await meetings.place({ talkId: a.id, place: at(960), swap: null }))
    const taken = await meetings.place({ talkId: b.id, place: at(960), swap: null })
    value(await meetings.place({ talkId: b.id, place: at(970), swap: null }))
    value(await meetings.place({ talkId: a.id, place: at(970), swap: b.id }))

    const places = (await pageOf(round, roundId)).sheet.talks
    const of = (id: string) => places.find((each) => each.id === id)?.place
    assert.deepEqual(taken, { ok: false, refusal: 'place.taken' })
    assert.deepEqual([of(a.id), of(b.id)], [`${evening.id} 970`, `${evening.id} 960`])
  })

  it('is planned in a thread of its own, accepted as one action, and undone', async () => {
    using round = await aRoundOfTheSchool()
    const { meetings, roundId, school } = round

    const proposal = value(await meetings.plan({ roundId }))
    const stale = await meetings.accept({
      roundId,
      moves: proposal.moves.map((each) => ({ ...each, from: 'elsewhere' })) as never,
    })
    value(await meetings.accept({ roundId, moves: [...proposal.moves] as never }))
    const planned = (await pageOf(round, roundId)).sheet.talks.filter(({ place }) => place !== null)
    const [action] = await school.history.lastActions({})
    assert.ok(action)
    await school.history.undo({ actionId: action.id })

    assert.equal(proposal.after.unplaced, 0)
    assert.deepEqual(stale, { ok: false, refusal: 'proposal.stale' })
    assert.equal(planned.length, 4)
    const after = (await pageOf(round, roundId)).sheet.talks
    assert.ok(after.every(({ place }) => place === null))
  })

  it('shows a teacher their own talks, and keeps their notes from everybody else', async () => {
    using round = await aRoundOfTheSchool()
    const { meetings, roundId, school } = round
    const [talk] = (await pageOf(round, roundId)).sheet.talks
    assert.ok(talk)
    const note = { talkId: talk.id, text: 'Leest graag', followUp: 'Boek', isDone: false }

    school.become('teacher', { staffId: juf })
    value(await meetings.saveNote(note))
    const own = await pageOf(round, roundId)
    school.become('office', { staffId: heidi })
    const office = await pageOf(round, roundId)
    const refused = await meetings.saveNote(note)

    assert.equal(own.sheet.talks.length, 4)
    assert.deepEqual(
      own.notes.map(({ text }) => text),
      ['Leest graag'],
    )
    assert.deepEqual(office.notes, [])
    assert.deepEqual(refused, { ok: false, refusal: 'talk.not-found' })
  })

  it('is copied to a next year with its hours and without anybody', async () => {
    using round = await aRoundOfTheSchool()
    const { meetings, roundId } = round

    const copy = value(await meetings.copy({ roundId, firstDay: day('2027-11-29') }))

    const { sheet } = await pageOf(round, copy)
    assert.deepEqual(
      sheet.days.map((each) => each.day),
      ['2027-11-29'],
    )
    assert.deepEqual(
      sheet.resources[0]?.free.map(({ from, until }) => [from, until]),
      [[960, 1080]],
    )
    assert.equal(sheet.talks.length, 0)
  })
})
