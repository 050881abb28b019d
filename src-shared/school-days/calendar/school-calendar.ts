import type { Day } from '#shared/platform/day.ts'
import { type DayShape, noSchool } from '../day-hours.ts'
import { dayNumber, dayOfNumber, weekdayOfNumber } from '../day-number.ts'

/**
 * The school days of one group or pupil over all years that are known, worked out beforehand so that
 * each question is a look-up: a thousand pupils in five years ask millions of them. Make one with
 * `schoolDays()`; ask it with the functions of `calendar-questions.ts`.
 */
export type SchoolCalendar = {
  /** `dayNumber` of the first day. */
  readonly first: number
  /** How many days it knows; before and after there is no school. */
  readonly length: number
  /** By the day's place since `first`; equal days share one shape. */
  readonly shapes: readonly DayShape[]
  /** School days before each place; one longer than `shapes`. */
  readonly daysBefore: Uint16Array
  /** Lesson minutes before each place; one longer than `shapes`. */
  readonly minutesBefore: Uint32Array
  /** Half days with lessons before each place; one longer than `shapes`. */
  readonly halvesBefore: Uint16Array
  /** Weeks (Monday to Sunday) with a school day that ended before the week of each place. */
  readonly weeksBefore: Uint16Array
}

/** A calendar of these days, the first of which has this number. */
export function calendarOf(first: number, shapes: readonly DayShape[]): SchoolCalendar {
  const { length } = shapes
  const daysBefore = new Uint16Array(length + 1)
  const minutesBefore = new Uint32Array(length + 1)
  const halvesBefore = new Uint16Array(length + 1)
  let days = 0
  let minutes = 0
  let halves = 0
  for (let place = 0; place < length; place += 1) {
    const shape = shapes[place] ?? noSchool
    if (shape.minutes > 0) days += 1
    minutes += shape.minutes
    halves += (shape.morning ? 1 : 0) + (shape.afternoon ? 1 : 0)
    daysBefore[place + 1] = days
    minutesBefore[place + 1] = minutes
    halvesBefore[place + 1] = halves
  }
  const weeksBefore = countWeeks(first, shapes)
  return { first, length, shapes, daysBefore, minutesBefore, halvesBefore, weeksBefore }
}

function countWeeks(first: number, shapes: readonly DayShape[]): Uint16Array {
  const weeksBefore = new Uint16Array(shapes.length)
  let weeks = 0
  let hasLessons = false
  let weekday = weekdayOfNumber(first)
  for (let place = 0; place < shapes.length; place += 1) {
    if (weekday === 0) {
      if (hasLessons) weeks += 1
      hasLessons = false
    }
    if ((shapes[place]?.minutes ?? 0) > 0) hasLessons = true
    weeksBefore[place] = weeks
    weekday = weekday === 6 ? 0 : weekday + 1
  }
  return weeksBefore
}

/** The place of a day, held within the calendar: 0 for earlier days, `length` for later ones. */
export function placeOf({ first, length }: SchoolCalendar, day: Day): number {
  return Math.min(Math.max(dayNumber(day) - first, 0), length)
}

export const dayAtPlace = ({ first }: SchoolCalendar, place: number): Day =>
  dayOfNumber(first + place)
