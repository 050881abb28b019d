import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { codeBook } from '#shared/absences/absence-codes.ts'
import type { Decision, Observation } from '#shared/absences/absence-mark.ts'
import {
  type AbsenceReport,
  AbsenceReportId,
  ReportFields,
} from '#shared/absences/absence-report.ts'
import { deriveMark, type LessonPart } from '#shared/absences/derive-mark.ts'
import { Day } from '#shared/platform/day.ts'
import { PupilId } from '#shared/pupils/pupil.ts'

const noor = PupilId.parse('11111111-1111-4111-8111-111111111111')
const monday = Day.parse('2026-11-23')
const tuesday = Day.parse('2026-11-24')
const morning: LessonPart = {
  part: 'morning',
  startsAt: '08:30',
  endsAt: '12:00',
  minutes: 195,
  breaks: [{ from: '10:15', until: '10:30' }],
}
const codes = codeBook('nl')

const aReport = (given: Partial<AbsenceReport> = {}): AbsenceReport => ({
  id: AbsenceReportId.parse('22222222-2222-4222-8222-222222222222'),
  pupilId: noor,
  source: 'guardian',
  from: monday,
  until: monday,
  part: 'day',
  fromTime: null,
  untilTime: null,
  weekdays: [],
  everyWeeks: 1,
  code: 'ill',
  evidence: null,
  note: null,
  reportedBy: 'moeder',
  reportedAt: '2026-11-23T06:50:00.000Z',
  backOn: null,
  backPart: null,
  withdrawnAt: null,
  withdrawnBy: null,
  causeId: null,
  ...given,
})
const seen = (given: Partial<Observation> = {}): Observation => ({
  kind: 'present',
  code: null,
  spells: [],
  by: 'juf',
  at: '2026-11-23T07:40:00.000Z',
  ...given,
})
const decided = (given: Partial<Decision> = {}): Decision => ({
  ...seen({ by: 'Heidi', at: '2026-11-23T08:10:00.000Z' }),
  evidence: null,
  ...given,
})
type Facts = {
  readonly reports: readonly AbsenceReport[]
  readonly observation: Observation | null
  readonly decision: Decision | null
}
const mark = (facts: Partial<Facts>, day = monday, lesson = morning) =>
  deriveMark({
    pupilId: noor,
    day,
    lesson,
    codes,
    reports: [],
    observation: null,
    decision: null,
    ...facts,
  })
const inShort = (facts: Partial<Facts>, day = monday) => {
  const { kind, source, review, spells } = mark(facts, day)
  return [
    kind,
    source,
    review,
    spells.map(({ minutes, code, isAuthorised }) => [minutes, code, isAuthorised]),
  ]
}

describe('the mark of a pupil', () => {
  it('is present when nobody said anything', () => {
    assert.deepEqual(inShort({}), ['present', 'nobody', null, []])
  })

  it('is what a guardian reported until a teacher saw otherwise', () => {
    assert.deepEqual(inShort({ reports: [aReport()] }), [
      'absent',
      'guardian',
      null,
      [[195, 'ill', true]],
    ])
  })

  it('is present when the teacher sees the child, and asks somebody to look at it', () => {
    const facts = { reports: [aReport()], observation: seen() }

    assert.deepEqual(inShort(facts), ['present', 'teacher', 'present-though-reported', []])
  })

  it('takes the reason of the report when the teacher saw an empty chair', () => {
    const facts = { reports: [aReport()], observation: seen({ kind: 'absent' }) }

    assert.deepEqual(inShort(facts), ['absent', 'teacher', null, [[195, 'ill', true]]])
  })

  it('is unexplained, and not judged, when nobody reported it', () => {
    const facts = { observation: seen({ kind: 'absent' }) }

    assert.deepEqual(inShort(facts), ['absent', 'teacher', null, [[195, null, null]]])
  })

  it('is what the office decided, whatever came before', () => {
    const facts = {
      reports: [aReport()],
      observation: seen(),
      decision: decided({ kind: 'absent', code: 'unauthorised' }),
    }

    assert.deepEqual(inShort(facts), ['absent', 'office', null, [[195, 'unauthorised', false]]])
  })

  it('keeps a decision, and asks again when a report comes after it', () => {
    const facts = {
      reports: [aReport({ reportedAt: '2026-11-23T09:30:00.000Z' })],
      observation: seen({ kind: 'absent' }),
      decision: decided({ kind: 'absent', code: 'unauthorised' }),
    }

    assert.deepEqual(inShort(facts), [
      'absent',
      'office',
      'changed-since-decision',
      [[195, 'unauthorised', false]],
    ])
  })

  it('counts a late arrival as minutes that are not authorised, unless it was reported', () => {
    const late = { kind: 'late', minutes: 12, from: null, until: '08:42', code: null } as const
    const reported = aReport({ part: 'times', untilTime: '10:00', code: 'doctor' })
    const observation = seen({ spells: [late] })

    assert.deepEqual(inShort({ observation }), ['late', 'teacher', null, [[12, null, false]]])
    assert.deepEqual(inShort({ observation, reports: [reported] }), [
      'late',
      'teacher',
      null,
      [[12, 'doctor', true]],
    ])
  })

  it('holds several spells of one morning, in the order of the day', () => {
    const dentist = aReport({
      part: 'times',
      fromTime: '09:30',
      untilTime: '10:30',
      code: 'doctor',
    })
    const early = aReport({
      id: AbsenceReportId.parse('33333333-3333-4333-8333-333333333333'),
      part: 'times',
      fromTime: '11:30',
      code: 'other',
    })

    const { kind, spells } = mark({ reports: [early, dentist] })

    assert.equal(kind, 'left-early')
    assert.deepEqual(
      spells.map((spell) => [spell.kind, spell.from, spell.until, spell.minutes]),
      [
        // The break of a quarter of an hour is no lesson.
        ['away', '09:30', '10:30', 45],
        ['left-early', '11:30', '12:00', 30],
      ],
    )
  })

  it('never misses more minutes than there were lessons', () => {
    const late = { kind: 'late', minutes: 300, from: null, until: null, code: null } as const

    assert.equal(mark({ observation: seen({ spells: [late] }) }).spells[0]?.minutes, 195)
  })
})

describe('a report', () => {
  const kindOn = (report: AbsenceReport, day: Day) => mark({ reports: [report] }, day).kind

  it('lasts until further notice, and until the child is back', () => {
    const report = aReport({ until: null })

    assert.equal(kindOn(report, Day.parse('2027-02-01')), 'absent')
    assert.equal(kindOn({ ...report, backOn: tuesday }, tuesday), 'present')
    assert.equal(kindOn({ ...report, backOn: tuesday, backPart: 'afternoon' }, tuesday), 'absent')
  })

  it('comes back on its weekday, each week or every second one', () => {
    const therapy = aReport({ from: monday, until: null, weekdays: [2], code: 'treatment' })
    const days = ['2026-11-23', '2026-11-24', '2026-12-01', '2026-12-08'].map((day) =>
      Day.parse(day),
    )

    assert.deepEqual(
      days.map((day) => kindOn(therapy, day)),
      ['present', 'absent', 'absent', 'absent'],
    )
    assert.deepEqual(
      days.map((day) => kindOn({ ...therapy, everyWeeks: 2 }, day)),
      ['present', 'absent', 'present', 'absent'],
    )
  })

  it('that was withdrawn says nothing', () => {
    assert.equal(kindOn(aReport({ withdrawnAt: '2026-11-23T07:00:00.000Z' }), monday), 'present')
  })

  it('must end after it begins, within a year or so, and say its time', () => {
    const refusalOf = (given: object) =>
      ReportFields.safeParse({ ...aReport(), ...given }).error?.issues[0]?.message

    assert.equal(refusalOf({ from: tuesday, until: monday }), 'absence.ends-before-it-starts')
    assert.equal(refusalOf({ until: '2029-01-01' }), 'absence.too-long')
    assert.equal(refusalOf({ part: 'times' }), 'absence.needs-a-time')
    assert.equal(
      refusalOf({ part: 'times', fromTime: '10:00', untilTime: '09:00' }),
      'absence.ends-before-it-starts',
    )
    assert.equal(refusalOf({}), undefined)
  })
})

describe('five things that are said of one morning, in any order (sync.md 4, row 8)', () => {
  const events: readonly ((facts: Facts) => Facts)[] = [
    (facts) => ({ ...facts, reports: [...facts.reports, aReport()] }),
    (facts) => ({
      ...facts,
      reports: [
        ...facts.reports,
        aReport({
          id: AbsenceReportId.parse('44444444-4444-4444-8444-444444444444'),
          source: 'office',
          code: 'doctor',
          reportedAt: '2026-11-23T07:10:00.000Z',
        }),
      ],
    }),
    // Two teachers write the same field: the later stamp stands, as in any merge.
    (facts) => ({ ...facts, observation: latest(facts.observation, seen({ kind: 'absent' })) }),
    (facts) => ({
      ...facts,
      observation: latest(facts.observation, seen({ at: '2026-11-23T07:55:00.000Z' })),
    }),
    (facts) => ({
      ...facts,
      decision: decided({ at: '2026-11-23T07:45:00.000Z', kind: 'absent' }),
    }),
  ]
  const latest = (a: Observation | null, b: Observation) => (a && a.at > b.at ? a : b)
  const nothing: Facts = { reports: [], observation: null, decision: null }

  it('come to the same mark, and nothing that was said is gone', () => {
    const results = permutations(events).map((order) =>
      order.reduce((facts, event) => event(facts), nothing),
    )
    const marks = new Set(results.map((facts) => JSON.stringify(mark(facts))))

    assert.equal(results.length, 120)
    assert.equal(marks.size, 1)
    assert.ok(results.every(({ reports }) => reports.length === 2))
    assert.deepEqual(inShort(results[0] ?? nothing), [
      'absent',
      'office',
      'changed-since-decision',
      [[195, 'doctor', true]],
    ])
  })
})

function permutations<Each>(list: readonly Each[]): readonly (readonly Each[])[] {
  if (list.length <= 1) return [list]
  return list.flatMap((first, at) =>
    permutations(list.toSpliced(at, 1)).map((rest) => [first, ...rest]),
  )
}
