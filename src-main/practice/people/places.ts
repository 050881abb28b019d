import { addDays, Day } from '#shared/platform/day.ts'
import { PupilId, type PupilStatus } from '#shared/pupils/pupil.ts'
import type { Making } from '../making.ts'
import type { Classes, SchoolClass } from './classes.ts'

/** A child before it has a name: when born, and where and when at school. */
export type Place = {
  readonly id: PupilId
  readonly status: PupilStatus
  readonly grade: string
  readonly sex: 'female' | 'male'
  birthDate: Day
  readonly appliedOn: Day | null
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  /** Came from another school instead of starting in the lowest grade. */
  readonly isTransfer: boolean
  readonly now: SchoolClass | null
  readonly last: SchoolClass | null
}

const leaversWhoMoved = 5
const futurePupils = 8
const applicants = 4

export function makePlaces(making: Making, classes: Classes): Place[] {
  const { grades } = making.profile
  const lowest = grades[0] ?? ''
  const highest = grades.at(-1) ?? ''
  const current = classes.now.flatMap((schoolClass) =>
    Array.from({ length: schoolClass.plan.size }, (_, at) =>
      makeCurrent(making, classes, schoolClass, gradeAt(schoolClass, at)),
    ),
  )
  const finished = classes.last.flatMap((schoolClass) =>
    Array.from({ length: schoolClass.plan.size }, (_, at) => gradeAt(schoolClass, at))
      .filter((grade) => grade === highest)
      .map((grade) => makeFormer(making, classes, schoolClass, grade)),
  )
  const moved = Array.from({ length: leaversWhoMoved }, () => {
    const schoolClass = making.random.pick(classes.last)
    return makeFormer(making, classes, schoolClass, schoolClass.plan.grades[0] ?? lowest)
  })
  const future = Array.from({ length: futurePupils }, () => makeComing(making, classes, 'future'))
  const applied = Array.from({ length: applicants }, () => makeComing(making, classes, 'applicant'))
  return [...current, ...finished, ...moved, ...future, ...applied]
}

function gradeAt({ plan }: SchoolClass, at: number) {
  const grade = plan.grades[Math.floor((at * plan.grades.length) / plan.size)]
  if (grade === undefined) throw new Error(`Class ${plan.name} has no grade`)
  return grade
}

function makeCurrent(making: Making, classes: Classes, now: SchoolClass, grade: string): Place {
  const { random, profile, today, year } = making
  const index = profile.grades.indexOf(grade)
  const latest = addDays(today, -profile.minimumAgeInDays)
  const birthDate = earliest(bornFor(making, year, index), addDays(latest, -random.below(20)))
  const isTransfer = index > 0 && random.chance(0.15)
  const startYear = isTransfer ? year - random.below(index) : year - index
  const firstDay = Day.parse(`${startYear}-${profile.yearStartsOn}`)
  const oldEnough = addDays(birthDate, profile.minimumAgeInDays)
  const startsOn = oldEnough > firstDay ? oldEnough : firstDay
  const gradeBefore = profile.grades[index - 1]
  const last = startsOn < classes.startsOn ? classOf(classes.last, gradeBefore, random.below) : null
  return {
    id: PupilId.parse(making.newId()),
    status: 'current',
    grade,
    sex: random.chance(0.5) ? 'female' : 'male',
    birthDate,
    appliedOn: addDays(startsOn, -random.between(60, 400)),
    startsOn,
    endsOn: null,
    isTransfer,
    now,
    last,
  }
}

function makeFormer(making: Making, classes: Classes, last: SchoolClass, grade: string): Place {
  const { random, profile, year } = making
  const index = profile.grades.indexOf(grade)
  const isTransfer = index > 0 && random.chance(0.15)
  const startYear = year - 1 - (isTransfer ? random.below(index) : index)
  const startsOn = Day.parse(`${startYear}-${profile.yearStartsOn}`)
  const isFinished = grade === profile.grades.at(-1)
  return {
    id: PupilId.parse(making.newId()),
    status: 'former',
    grade,
    sex: random.chance(0.5) ? 'female' : 'male',
    birthDate: bornFor(making, year - 1, index),
    appliedOn: addDays(startsOn, -random.between(60, 400)),
    startsOn,
    endsOn: isFinished ? classes.lastEndsOn : addDays(classes.lastEndsOn, -random.between(0, 160)),
    isTransfer,
    now: null,
    last,
  }
}

/** Starts within the coming year, or has only been put down for it. */
function makeComing(making: Making, classes: Classes, status: 'future' | 'applicant'): Place {
  const { random, profile, today, year } = making
  const birthDate = addDays(bornFor(making, year, 0), 300)
  const nextYear = addDays(classes.endsOn, 1)
  const oldEnough = addDays(birthDate, profile.minimumAgeInDays)
  const comesDuringYear = profile.minimumAgeInDays > 0 && oldEnough > today
  return {
    id: PupilId.parse(making.newId()),
    status,
    grade: profile.grades[0] ?? '',
    sex: random.chance(0.5) ? 'female' : 'male',
    birthDate,
    appliedOn: addDays(today, -random.between(5, 200)),
    startsOn: status === 'applicant' ? null : comesDuringYear ? oldEnough : nextYear,
    endsOn: null,
    isTransfer: false,
    now: null,
    last: null,
  }
}

/** A birth date for a grade of the school year that begins in `year`; some children are a year older. */
function bornFor({ random, profile }: Making, year: number, gradeIndex: number) {
  const { yearsBefore, day } = profile.lowestGradeBornFrom
  const repeats = gradeIndex > 0 && random.chance(0.05) ? 1 : 0
  const from = Day.parse(`${year - yearsBefore - gradeIndex - repeats}-${day}`)
  return addDays(from, random.below(365))
}

function classOf(
  classes: readonly SchoolClass[],
  grade: string | undefined,
  below: (limit: number) => number,
) {
  const fitting = classes.filter(({ plan }) => grade !== undefined && plan.grades.includes(grade))
  return fitting[below(fitting.length)] ?? null
}

function earliest(a: Day, b: Day) {
  return a < b ? a : b
}
