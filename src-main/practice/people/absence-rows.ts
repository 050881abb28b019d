import type { DayPart, Observation } from '#shared/absences/absence-mark.ts'
import {
  type AbsenceReport,
  AbsenceReportId,
  ReportFields,
} from '#shared/absences/absence-report.ts'
import { addDays, type Day } from '#shared/platform/day.ts'
import type { Country } from '#shared/platform/language.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { weekdayOf } from '#shared/school-days/day-number.ts'
import { linkId } from '../../platform/ids.ts'
import type { Making } from '../making.ts'
import { createRandom, type Random } from '../random.ts'
import type { Classes, SchoolClass } from './classes.ts'

/** How many school days of registers a practice school has behind it. */
const daysBack = 15

/** The reasons of a country, as its codes name them. */
const words: Record<
  Country,
  { ill: string; doctor: string; treatment: string; unjustified: string }
> = {
  nl: { ill: 'ill', doctor: 'doctor', treatment: 'treatment', unjustified: 'unauthorised' },
  be: { ill: 'Z', doctor: 'Z', treatment: 'H', unjustified: 'B' },
  se: { ill: 'ill', doctor: 'doctor', treatment: 'doctor', unjustified: 'invalid' },
}

type Room = {
  readonly making: Making
  readonly country: Country
  readonly random: Random
  readonly schoolClass: SchoolClass
  readonly teacherId: string
  readonly pupilIds: readonly PupilId[]
}

/**
 * Three weeks of registers and reports, and a morning that is under way: two groups are not in yet,
 * two children are missing, one was reported ill and is there.
 */
export function addAbsences(making: Making, classes: Classes, country: Country) {
  // Chance of its own, so that the children stay the same whatever is added here.
  const random = createRandom(classes.now.length * 7 + 11)
  const days = schoolDaysUntil(making.today)
  classes.now.forEach((schoolClass, at) => {
    const room = roomOf(making, country, random, schoolClass)
    addSeats(room)
    addPlanned(room, days)
    for (const day of days) addDay(room, day, day === making.today && at % 4 === 3)
    if (days.at(-1) === making.today) addMorning(room, making.today, at)
  })
}

function schoolDaysUntil(today: Day): readonly Day[] {
  const days = Array.from({ length: daysBack * 2 }, (_, back) => addDays(today, -back))
  return days
    .filter((day) => weekdayOf(day) < 5)
    .slice(0, daysBack)
    .toReversed()
}

function roomOf(making: Making, country: Country, random: Random, schoolClass: SchoolClass): Room {
  const { rows, today } = making
  const { id } = schoolClass.group
  const pupilIds = rows.memberships
    .filter(({ groupId, until }) => groupId === id && (until === null || until >= today))
    .map(({ pupilId }) => pupilId)
  const teacherId = rows.groupStaff.find(({ groupId }) => groupId === id)?.staffId ?? ''
  return { making, country, random, schoolClass, teacherId, pupilIds }
}

function addSeats({ making, schoolClass, pupilIds }: Room) {
  const groupId = schoolClass.group.id
  pupilIds.forEach((pupilId, place) => {
    making.rows.seats.push({ id: linkId('seats', groupId, pupilId), pupilId, groupId, place })
  })
}

/** What is known ahead: therapy every Tuesday, and somebody who is ill for longer. */
function addPlanned(room: Room, days: readonly Day[]) {
  const { random, country, pupilIds } = room
  const [first] = days
  if (!first || pupilIds.length < 2) return
  const codes = words[country]
  if (random.chance(0.5)) {
    addReport(room, random.pick(pupilIds), {
      from: first,
      until: null,
      part: 'times',
      fromTime: '10:30',
      untilTime: '11:30',
      weekdays: [2],
      code: codes.treatment,
    })
  }
  if (random.chance(0.15)) {
    addReport(room, random.pick(pupilIds), {
      from: addDays(first, 12),
      until: null,
      code: codes.ill,
    })
  }
}

function addDay(room: Room, day: Day, isOpen: boolean) {
  const { making, random, country, schoolClass, teacherId, pupilIds } = room
  const groupId = schoolClass.group.id
  const parts: readonly DayPart[] = day === making.today ? ['morning'] : ['morning', 'afternoon']
  if (isOpen) return
  for (const part of parts) {
    const closedAt = `${day}T${part === 'morning' ? '07:4' : '11:1'}${random.below(10)}:00.000Z`
    const id = linkId('registers', groupId, day, part)
    const closed = { id, groupId, day, part, closedAt, closedBy: teacherId }
    making.rows.registers.push({ ...closed, remindedAt: null, remindedBy: null })
  }
  for (const pupilId of pupilIds) {
    if (random.chance(0.018)) addIllness(room, pupilId, day)
    else if (random.chance(0.008)) observe(room, { pupilId, day, part: 'morning' }, late(random))
    else if (random.chance(0.002) && day !== making.today) {
      for (const part of parts) {
        const code = words[country].unjustified
        observe(room, { pupilId, day, part }, { kind: 'absent', code, spells: [] })
      }
    }
  }
}

function addIllness(room: Room, pupilId: PupilId, from: Day) {
  const { random, country } = room
  const isDoctor = random.chance(0.25)
  const code = isDoctor ? words[country].doctor : words[country].ill
  addReport(
    room,
    pupilId,
    isDoctor
      ? { from, until: from, part: 'times', untilTime: '10:15', code }
      : { from, until: addDays(from, random.below(4)), code },
  )
}

/** This morning, in some of the groups. */
function addMorning(room: Room, today: Day, at: number) {
  const { country, pupilIds, schoolClass, making, random } = room
  const [first, second] = pupilIds.toReversed()
  if (!first || !second) return
  if (at === 0 || at === 2) {
    observe(
      room,
      { pupilId: first, day: today, part: 'morning' },
      { kind: 'absent', code: null, spells: [] },
    )
  }
  if (at === 1) {
    addReport(room, second, { from: today, until: today, code: words[country].ill })
    observe(
      room,
      { pupilId: second, day: today, part: 'morning' },
      { kind: 'present', code: null, spells: [] },
    )
    observe(room, { pupilId: first, day: today, part: 'morning' }, late(random))
  }
  if (at === 3) {
    const groupId = schoolClass.group.id
    making.rows.registers.push({
      id: linkId('registers', groupId, today, 'morning'),
      groupId,
      day: today,
      part: 'morning',
      closedAt: null,
      closedBy: null,
      remindedAt: null,
      remindedBy: null,
    })
  }
}

const late = (random: Random): Pick<Observation, 'kind' | 'code' | 'spells'> => ({
  kind: 'present',
  code: null,
  spells: [{ kind: 'late', minutes: random.between(4, 25), from: null, until: null, code: null }],
})

type Place = { readonly pupilId: PupilId; readonly day: Day; readonly part: DayPart }

function observe(
  { making, teacherId }: Room,
  { pupilId, day, part }: Place,
  seen: Pick<Observation, 'kind' | 'code' | 'spells'>,
) {
  const at = `${day}T${part === 'morning' ? '07:38' : '11:05'}:00.000Z`
  const id = linkId('absenceMarks', pupilId, day, part)
  // The later of two stands, as when somebody taps twice.
  const known = making.rows.absenceMarks.findIndex((mark) => mark.id === id)
  const row = { id, pupilId, day, part, observation: { ...seen, by: teacherId, at } }
  if (known === -1) making.rows.absenceMarks.push(row)
  else making.rows.absenceMarks[known] = row
}

function addReport(
  { making, random }: Room,
  pupilId: PupilId,
  given: Partial<ReportFields> & { readonly from: Day },
) {
  const fields = ReportFields.parse({
    until: given.from,
    part: 'day',
    fromTime: null,
    untilTime: null,
    weekdays: [],
    everyWeeks: 1,
    code: '',
    evidence: null,
    note: null,
    ...given,
  })
  const guardian = making.rows.guardianLinks.find((link) => link.pupilId === pupilId)
  const byGuardian = guardian && random.chance(0.7)
  const report: AbsenceReport = {
    ...fields,
    id: AbsenceReportId.parse(making.newId()),
    pupilId,
    source: byGuardian ? 'guardian' : 'office',
    reportedBy: byGuardian ? guardian.guardianId : (making.rows.staff[0]?.id ?? ''),
    reportedAt: `${fields.from}T06:${String(random.between(10, 59))}:00.000Z`,
    backOn: null,
    backPart: null,
    withdrawnAt: null,
    withdrawnBy: null,
    causeId: null,
  }
  making.rows.absenceReports.push(report)
}
