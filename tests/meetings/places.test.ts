import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fitOf } from '#shared/meetings/fit.ts'
import { freePlaces, type RoundSheet, whyNotAt } from '#shared/meetings/places.ts'
import { planRound } from '#shared/meetings/planner/plan-round.ts'
import { movesOf, planningProblemOf } from '#shared/meetings/planning-of-round.ts'
import { isOpenTo } from '#shared/meetings/round.ts'
import type { MeetingTalk } from '#shared/meetings/talk.ts'
import { day } from '../builders/school.ts'
import {
  aParty,
  aRound,
  aSheet,
  aTalk,
  aTeacher,
  els,
  evening,
  partyA,
  partyB,
  piet,
} from './a-round.ts'

const at = (sheet: RoundSheet, talk: MeetingTalk, from: number) =>
  whyNotAt(sheet, talk, { dayId: evening, from })

describe('a place of a talk', () => {
  it('is within the hours of the evening and of the teacher', () => {
    const talk = aTalk(1, { with: els, of: partyA })
    const late = aTeacher(els, { free: [{ dayId: evening, from: 1000, until: 1080 }] })
    const sheet = aSheet({ talks: [talk], resources: [late] })

    assert.equal(at(sheet, talk, 1075), 'place.outside')
    assert.equal(at(sheet, talk, 995), 'place.not-free')
    assert.equal(at(sheet, talk, 1000), null)
  })

  it('is taken while the teacher talks, and in the pause after it', () => {
    const talk = aTalk(1, { with: els, of: partyA })
    const other = aTalk(2, { with: els, of: partyB, at: 980 })
    const sheet = aSheet({ talks: [talk, other], round: aRound({ pauseMinutes: 5 }) })

    assert.equal(at(sheet, talk, 985), 'place.taken')
    assert.equal(at(sheet, talk, 990), 'place.taken')
    assert.equal(at(sheet, talk, 995), null)
    assert.equal(
      at({ ...sheet, talks: [talk, { ...other, cancelledAt: '2026' }] }, talk, 980),
      null,
    )
  })

  it('leaves a family time to walk, and none for a talk by video', () => {
    const talk = aTalk(1, { with: els, of: partyA })
    const sibling = aTalk(2, { with: piet, of: partyA, at: 980 })
    const resources = [aTeacher(els), aTeacher(piet, { building: 'Annex' })]
    const sheet = aSheet({ talks: [talk, sibling], resources, round: aRound({ walkMinutes: 10 }) })

    assert.equal(at(sheet, talk, 980), 'place.own-talk')
    assert.equal(at(sheet, talk, 990), 'place.own-talk')
    assert.equal(at(sheet, talk, 1000), null)
    assert.equal(at(sheet, { ...talk, isByVideo: true }, 990), null)
  })

  it('gives a teacher a rest, and keeps apart who should not meet', () => {
    const talk = aTalk(1, { with: els, of: partyA })
    const row = [960, 970].map((from, n) => aTalk(n + 2, { with: els, of: partyB, at: from }))
    const sheet = aSheet({ talks: [talk, ...row], round: aRound({ mostInARow: 2 }) })
    const parties = [aParty(partyA, { apartFrom: partyB }), aParty(partyB, { apartFrom: partyA })]
    const apart = aSheet({ parties, talks: [talk, aTalk(2, { with: piet, of: partyB, at: 1000 })] })

    assert.equal(at(sheet, talk, 980), 'place.no-rest')
    assert.equal(at(sheet, talk, 990), null)
    assert.equal(at(apart, talk, 1010), 'place.apart')
    assert.equal(at(apart, talk, 1020), null)
  })

  it('is one of those that are offered', () => {
    const talk = aTalk(1, { with: els, of: partyA })
    const taken = [960, 980, 990].map((from, n) =>
      aTalk(n + 2, { with: els, of: partyB, at: from }),
    )
    const offered = freePlaces(aSheet({ talks: [talk, ...taken] }), talk)

    assert.deepEqual(offered.map(({ from }) => from).slice(0, 3), [970, 1000, 1010])
  })
})

describe('a round', () => {
  it('says beforehand which teacher has too few places', () => {
    const talks = Array.from({ length: 14 }, (_, n) => aTalk(n, { with: els, of: partyA }))
    const fit = fitOf(aSheet({ talks: [...talks, aTalk(20, { with: piet, of: partyA })] }))

    assert.deepEqual(fit, {
      talks: 15,
      fitting: 13,
      short: [{ resourceId: els, talks: 14, places: 12 }],
    })
  })

  it('opens earlier to families with several children', () => {
    const round = aRound({
      opensOn: day('2026-11-20'),
      siblingsDaysEarlier: 2,
      closesOn: day('2026-11-25'),
    })

    assert.equal(isOpenTo(round, day('2026-11-18'), true), true)
    assert.equal(isOpenTo(round, day('2026-11-18'), false), false)
    assert.equal(isOpenTo(round, day('2026-11-20'), false), true)
    assert.equal(isOpenTo(round, day('2026-11-26'), true), false)
    assert.equal(isOpenTo({ ...round, state: 'draft' }, day('2026-11-21'), true), false)
  })

  it('is planned so that every move keeps to the one rule of places', () => {
    const talks = Array.from({ length: 20 }, (_, n) =>
      aTalk(n, { with: n % 2 ? els : piet, of: n < 10 ? partyA : partyB }),
    )
    const wide = [aTeacher(els), aTeacher(piet, { building: 'Annex' })]
    const pinned = { ...aTalk(19, { with: els, of: partyB, at: 1000 }), isPinned: true }
    const sheet = aSheet({
      talks: [...talks.slice(0, 19), pinned],
      resources: wide,
      round: aRound({ walkMinutes: 5, pauseMinutes: 5, mostInARow: 3, state: 'open' }),
    })

    const plan = planRound(planningProblemOf(sheet), { seed: 1, rounds: 2000, from: null })
    const moves = movesOf(sheet, plan)

    const places = new Map(moves.map(({ talkId, to }) => [talkId, to]))
    const after = {
      ...sheet,
      talks: sheet.talks.map((each) => ({ ...each, place: places.get(each.id) ?? each.place })),
    }
    assert.ok(moves.length >= 8)
    assert.ok(!places.has(pinned.id))
    for (const talk of after.talks) {
      const [dayId, from] = talk.place?.split(' ') ?? []
      if (dayId) assert.equal(whyNotAt(after, talk, { dayId: evening, from: Number(from) }), null)
    }
  })
})
