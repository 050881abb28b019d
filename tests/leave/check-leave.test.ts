import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { figuresWith } from '#shared/counters/figures.ts'
import { checkLeave, type LeaveFacts } from '#shared/leave/check-leave.ts'
import { consentState } from '#shared/leave/leave-consent.ts'
import { leaveLetter } from '#shared/leave/leave-letter.ts'
import {
  type LeaveConsent,
  type LeaveDecision,
  LeaveFields,
  LeaveId,
  refusedDays,
} from '#shared/leave/leave-request.ts'
import { Day } from '#shared/platform/day.ts'
import { languages } from '#shared/platform/language.ts'
import { PupilId } from '#shared/pupils/pupil.ts'

const day = (text: string) => Day.parse(text)

const aRequest = (given: Partial<LeaveFields> = {}) =>
  LeaveFields.parse({
    kind: 'other',
    from: '2026-12-04',
    until: given.from ?? '2026-12-04',
    part: 'day',
    reason: 'Huwelijk van een oom',
    document: 'seen',
    knownSince: null,
    ...given,
  })

function check(given: Partial<LeaveFacts> & { readonly asks?: Partial<LeaveFields> } = {}) {
  const { asks, ...facts } = given
  const { decider, findings } = checkLeave({
    country: 'nl',
    fields: aRequest(asks),
    askedOn: day('2026-11-23'),
    schoolDays: 1,
    daysThisYear: 0,
    holidaysThisYear: 0,
    yearBegins: day('2026-08-24'),
    consent: 'not-asked',
    figureOf: figuresWith([]),
    ...facts,
  })
  return [decider, ...findings.map(({ key, weight }) => `${key} ${weight}`)]
}

describe('leave in the Netherlands', () => {
  it('is the school’s up to ten days in a school year, and the attendance officer’s beyond', () => {
    assert.deepEqual(check({ daysThisYear: 9, schoolDays: 1 }), ['school'])
    assert.deepEqual(check({ daysThisYear: 9.5, schoolDays: 1 }), [
      'officer',
      'officer-decides never',
    ])
  })

  it('is a notice for religion, two days before', () => {
    const asks = { kind: 'religion', from: day('2026-11-25') } as const

    assert.deepEqual(check({ asks }), ['notice'])
    assert.deepEqual(check({ asks, askedOn: day('2026-11-24') }), [
      'notice',
      'asked-too-late wrong',
    ])
  })

  it('is never a holiday in the first two weeks after the summer', () => {
    const holiday = (from: string) => ({
      kind: 'profession-holiday' as const,
      from: day(from),
      document: 'seen' as const,
    })
    const askedOn = day('2026-05-01')

    assert.deepEqual(check({ askedOn, asks: holiday('2026-09-06') }), [
      'school',
      'not-first-two-weeks never',
    ])
    assert.deepEqual(check({ askedOn, asks: holiday('2026-09-07') }), ['school'])
  })

  it('is a holiday once a year, ten days at most, asked eight weeks before', () => {
    const asks = { kind: 'profession-holiday', from: day('2027-03-01') } as const

    assert.deepEqual(check({ asks, askedOn: day('2027-01-04') }), ['school'])
    assert.deepEqual(check({ asks, askedOn: day('2027-01-05') }), ['school', 'asked-too-late look'])
    assert.deepEqual(check({ asks, schoolDays: 11 }), ['school', 'over-holiday-limit never'])
    assert.deepEqual(check({ asks, holidaysThisYear: 1 }), ['school', 'once-a-year never'])
  })

  it('may be asked within two days after what stood in the way', () => {
    const asks = {
      kind: 'funeral',
      from: day('2026-11-19'),
      knownSince: day('2026-11-21'),
    } as const

    assert.deepEqual(check({ asks, askedOn: day('2026-11-23') }), ['school'])
    assert.deepEqual(check({ asks, askedOn: day('2026-11-24') }), [
      'school',
      'asked-too-late wrong',
    ])
  })

  it('says what is more than usual and what is missing', () => {
    const asks = { kind: 'wedding', document: 'promised' } as const

    assert.deepEqual(check({ asks, schoolDays: 3 }), [
      'school',
      'more-than-usual look',
      'needs-document look',
    ])
  })

  it('says that nobody needs leave for a day without school, and who did not agree', () => {
    assert.deepEqual(check({ schoolDays: 0, consent: 'objected' }), [
      'school',
      'no-school-days wrong',
      'consent-objected wrong',
    ])
  })

  it('knows no leave of another country', () => {
    assert.deepEqual(check({ asks: { kind: 'time-out' } }), ['school', 'no-such-leave never'])
  })
})

describe('leave in Sweden and Flanders', () => {
  it('is the principal’s own beyond ten days in the school year', () => {
    const given = { country: 'se', asks: { kind: 'journey' } } as const

    assert.deepEqual(check({ ...given, schoolDays: 10 }), ['school'])
    assert.deepEqual(check({ ...given, schoolDays: 10, daysThisYear: 0.5 }), [
      'principal',
      'principal-decides wrong',
    ])
  })

  it('has no number of days in Flanders', () => {
    const asks = { kind: 'time-out' } as const

    assert.deepEqual(check({ country: 'be', asks, schoolDays: 40 }), ['school'])
  })
})

describe('consent of everybody with authority', () => {
  const request = { askedBy: 'anna', source: 'guardian' } as const
  const holders = [
    { guardianId: 'anna', authority: 'joint' },
    { guardianId: 'pieter', authority: 'joint' },
    { guardianId: 'oma', authority: 'none' },
  ] as const
  const said = (guardianId: string, answer: 'agrees' | 'objects', at: string): LeaveConsent => ({
    id: at,
    leaveId: LeaveId.parse('00000000-0000-4000-8000-000000000001'),
    pupilId: PupilId.parse('00000000-0000-4000-8000-000000000002'),
    guardianId,
    answer,
    recordedBy: guardianId,
    at,
  })

  it('waits for the other, and not for who has no authority', () => {
    assert.equal(consentState(request, [], holders), 'waiting')
    assert.equal(consentState(request, [said('pieter', 'agrees', '1')], holders), 'complete')
  })

  it('goes by the latest answer of each, and one who objects outweighs', () => {
    const answers = [said('pieter', 'objects', '1'), said('pieter', 'agrees', '2')]

    assert.equal(consentState(request, answers.toReversed(), holders), 'complete')
    assert.equal(consentState(request, [said('pieter', 'objects', '3')], holders), 'objected')
  })
})

describe('a decision', () => {
  const decision: LeaveDecision = {
    outcome: 'partly',
    from: day('2026-12-02'),
    until: day('2026-12-03'),
    ground: 'tests',
    words: 'Fijne <b>dag</b>',
    authority: 'school',
    by: 'x',
    byName: 'Dirk Baas',
    at: '2026-11-23T08:00:00.000Z',
  }
  const fields = aRequest({ from: day('2026-12-01'), until: day('2026-12-04') })

  it('leaves the days around it refused', () => {
    assert.deepEqual(refusedDays({ ...fields, decision }), [
      { from: '2026-12-01', until: '2026-12-01' },
      { from: '2026-12-04', until: '2026-12-04' },
    ])
    const refused = { ...decision, outcome: 'refused', from: null, until: null } as const
    assert.deepEqual(refusedDays({ ...fields, decision: refused }), [
      { from: '2026-12-01', until: '2026-12-04' },
    ])
    assert.deepEqual(refusedDays({ ...fields, decision: { ...refused, outcome: 'withdrawn' } }), [])
  })

  it('is a letter in every language that names the child, the days, the reason and the way to object', () => {
    for (const language of languages) {
      const { paragraphs } = leaveLetter({
        language,
        fields,
        decision,
        child: 'Saar de Vries',
        group: '4A',
        guardian: 'Anna Jansen',
        school: 'De Linde',
        objectionWeeks: 6,
      })
      const text = paragraphs.join('\n')
      for (const words of ['Saar de Vries', 'Anna Jansen', '2026', 'Dirk Baas', '<b>']) {
        assert.ok(text.includes(words), `${language}: ${words}`)
      }
      assert.ok(!text.includes('{{'), language)
      assert.equal(paragraphs.length, 8)
    }
  })
})
