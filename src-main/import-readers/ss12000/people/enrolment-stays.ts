import type { Day } from '#shared/platform/day.ts'
import { addDays } from '#shared/platform/day.ts'
import type { Problems } from '../../problems.ts'
import { readDay } from '../../read-values.ts'
import { type Part, refOf, textOf, valueIn, whereOf } from '../part.ts'

export type Stay = {
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly yearGrade: string | null
  /** Every enrolment was called off. */
  readonly isCancelled: boolean
}

/** Skolformer of the compulsory years; the anpassade grundskolan was called särskola until 2023. */
const compulsory = new Set('FKLASS GR GRS GRSAR GRAN SP SAM'.split(' '))
/** Care beside school: it says nothing of the year, and not when a child began at school. */
const beside = new Set('FTH OPPFTH KU KKU'.split(' '))
/** Upper secondary and adult education count their own years. */
const later = /^(GY|VUX|KOMVUX|SARVUX|SFI|YH|FHS|STF|HS|ABU|AU)/

type Read = {
  readonly part: Part
  readonly school: string
  readonly type: string
  readonly from: Day | null
  readonly until: Day | null
}

/** When a pupil is at the school and in which year, from all the enrolments of the person. */
export function readStay(enrolments: readonly Part[], problems: Problems): Stay {
  const all = enrolments.map((part) => readEnrolment(part, problems))
  const standing = all.filter(({ part }) => textOf(part, 'cancelled') !== 'true')
  const isCancelled = all.length > 0 && standing.length === 0
  const inOrder = (isCancelled ? all : standing).toSorted(
    (a, b) => rankOf(b) - rankOf(a) || (b.from ?? '').localeCompare(a.from ?? ''),
  )
  const [last] = inOrder
  if (!last) return { startsOn: null, endsOn: null, yearGrade: null, isCancelled }
  return {
    startsOn: firstDayOf(last, inOrder),
    endsOn: last.until,
    yearGrade: readYear(last, problems),
    isCancelled,
  }
}

function readEnrolment(part: Part, problems: Problems): Read {
  const from = readDay(valueIn(part, 'startDate'), problems)
  const until = readDay(valueIn(part, 'endDate'), problems)
  const isBackward = from && until && from > until
  if (isBackward) problems.warn('value-invalid', { ...whereOf(part, 'endDate'), value: until })
  const type = textOf(part, 'schoolType').toUpperCase()
  return { part, school: refOf(part, 'enroledAt'), type, from, until: isBackward ? null : until }
}

const rankOf = ({ type }: Read) => (compulsory.has(type) ? 2 : beside.has(type) ? 0 : 1)

/** Systems that enrol for a year at a time: a summer between two is no leaving. */
const summer = 100

/** The beginning of an unbroken time at the same school. */
function firstDayOf(last: Read, all: readonly Read[]): Day | null {
  let first = last.from
  for (const { school, type, from, until } of all) {
    const isSame = school === last.school && !beside.has(type)
    const goesOn = first && from && from < first && until && addDays(until, summer) >= first
    if (isSame && goesOn) first = from
  }
  return first
}

/** `F` for the förskoleklass, 1 to 9, or 10 where a special school has it. */
function readYear({ part, type }: Read, problems: Problems): string | null {
  if (type === 'FKLASS') return 'F'
  const said = textOf(part, 'schoolYear')
  if (said === '' || beside.has(type)) return null
  const [, digits] = /^(?:åk|årskurs)?\s*0*(\d{1,2})$/i.exec(said) ?? []
  const year = said.toUpperCase() === 'F' ? 0 : Number(digits)
  if (year >= 0 && year <= 10 && !later.test(type)) return year === 0 ? 'F' : String(year)
  problems.warn('value-invalid', { ...whereOf(part, 'schoolYear'), value: `${type} ${said}` })
  return null
}
