import { AbsenceReportId, ReportFields } from '#shared/absences/absence-report.ts'
import { type LeaveKind, ruleOf } from '#shared/leave/leave-kind.ts'
import {
  LeaveFields,
  LeaveId,
  type LeaveOutcome,
  type LeaveRequest,
  type RefusalGround,
} from '#shared/leave/leave-request.ts'
import { addDays, type Day } from '#shared/platform/day.ts'
import type { Country, Language } from '#shared/platform/language.ts'
import { languageOfCountry } from '#shared/platform/language.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { weekdayOf } from '#shared/school-days/day-number.ts'
import { linkId } from '../../platform/ids.ts'
import type { Making } from '../making.ts'
import type { Classes } from './classes.ts'

/** A request as it came in: from so many days from today, for so many days. */
type Story = {
  readonly kind: Readonly<Record<Country, LeaveKind>>
  readonly inDays: number
  readonly days: number
  readonly askedBefore: number
  readonly reason: 'wedding' | 'family' | 'feast' | 'trip' | 'move'
  readonly document: LeaveFields['document']
  readonly outcome?: Exclude<LeaveOutcome, 'partly' | 'withdrawn'>
  readonly ground?: RefusalGround
  readonly withSiblings?: boolean
}

const stories: readonly Story[] = [
  {
    kind: { nl: 'wedding', be: 'wedding', se: 'private' },
    inDays: 11,
    days: 2,
    askedBefore: 2,
    reason: 'wedding',
    document: 'promised',
    withSiblings: true,
  },
  {
    kind: { nl: 'family-illness', be: 'family-illness', se: 'journey' },
    inDays: 4,
    days: 19,
    askedBefore: 1,
    reason: 'family',
    document: 'none',
  },
  {
    kind: { nl: 'religion', be: 'religion', se: 'religion' },
    inDays: 9,
    days: 1,
    askedBefore: 3,
    reason: 'feast',
    document: 'none',
  },
  {
    kind: { nl: 'profession-holiday', be: 'other', se: 'journey' },
    inDays: 49,
    days: 5,
    askedBefore: 5,
    reason: 'trip',
    document: 'none',
  },
  {
    kind: { nl: 'moving', be: 'other', se: 'private' },
    inDays: 3,
    days: 1,
    askedBefore: 9,
    reason: 'move',
    document: 'seen',
    outcome: 'granted',
  },
  {
    kind: { nl: 'other', be: 'other', se: 'journey' },
    inDays: 24,
    days: 5,
    askedBefore: 12,
    reason: 'trip',
    document: 'none',
    outcome: 'refused',
    ground: 'holiday-is-possible',
  },
]

const reasons: Record<Language, Record<Story['reason'], string>> = {
  nl: {
    wedding: 'Mijn broer trouwt in Friesland, we slapen daar een nacht.',
    family: 'Oma in Izmir is ernstig ziek, we willen haar samen bezoeken.',
    feast: 'Religieuze feestdag thuis.',
    trip: 'Door het seizoen in ons bedrijf kunnen we in de zomer niet weg.',
    move: 'We verhuizen die dag binnen het dorp.',
  },
  'nl-BE': {
    wedding: 'Mijn broer trouwt aan zee, we blijven er een nacht.',
    family: 'Oma in Izmir is ernstig ziek, we willen haar samen bezoeken.',
    feast: 'Religieuze feestdag thuis.',
    trip: 'Door het seizoen in onze zaak kunnen we in de zomer niet weg.',
    move: 'We verhuizen die dag binnen de gemeente.',
  },
  sv: {
    wedding: 'Min bror gifter sig i Skåne och vi sover över.',
    family: 'Mormor i Izmir är allvarligt sjuk och vi vill besöka henne.',
    feast: 'Religiös högtid hemma.',
    trip: 'På grund av säsongen i vårt företag kan vi inte resa på sommaren.',
    move: 'Vi flyttar den dagen.',
  },
  en: { wedding: '', family: '', feast: '', trip: '', move: '' },
}

/** Requests for leave: some wait, one is granted and in the register, one was refused. */
export function addLeave(making: Making, classes: Classes, country: Country) {
  stories.forEach((story, at) => {
    const group = classes.now[(at * 2 + 1) % classes.now.length]
    const pupilId = group && memberOf(making, group.group.id, at + 2)
    if (pupilId) addStory(making, { story, pupilId, country })
  })
}

function memberOf({ rows, today }: Making, groupId: string, at: number): PupilId | undefined {
  const members = rows.memberships.filter(
    (each) => each.groupId === groupId && (each.until === null || each.until >= today),
  )
  // One of them is protected: that child's guardians ask nothing here.
  const open = members.filter(
    ({ pupilId }) => rows.pupils.find(({ id }) => id === pupilId)?.protectionLevel === 0,
  )
  return open[at % Math.max(1, open.length)]?.pupilId
}

type Told = { readonly story: Story; readonly pupilId: PupilId; readonly country: Country }

function addStory(making: Making, { story, pupilId, country }: Told) {
  const { rows, today } = making
  const guardianId = rows.guardianLinks.find((link) => link.pupilId === pupilId)?.guardianId
  if (!guardianId) return
  const siblings = rows.guardianLinks
    .filter((link) => link.guardianId === guardianId && link.pupilId !== pupilId)
    .map((link) => link.pupilId)
    .filter((id) => rows.memberships.some((each) => each.pupilId === id && each.until === null))
  const from = onWeekday(addDays(today, story.inDays))
  const askedAt = `${addDays(today, -story.askedBefore)}T18:${10 + (story.inDays % 50)}:00.000Z`
  const fields = LeaveFields.parse({
    kind: story.kind[country],
    from,
    until: addDays(from, story.days - 1),
    part: 'day',
    reason: reasons[languageOfCountry[country]][story.reason],
    document: story.document,
    knownSince: null,
  })
  const requestId = linkId('leaveRequests', pupilId, from)
  for (const child of story.withSiblings ? [pupilId, ...siblings] : [pupilId]) {
    const request: LeaveRequest = {
      ...fields,
      id: LeaveId.parse(linkId('leaveRequests', child, from, 'child')),
      requestId,
      pupilId: child,
      source: 'guardian',
      askedBy: guardianId,
      askedAt,
      forwardedOn: null,
      decision: decisionOf(making, story, fields, askedAt),
    }
    rows.leaveRequests.push(request)
    if (story.outcome === 'granted') addGranted(making, request, country)
  }
}

const onWeekday = (day: Day) => (weekdayOf(day) < 5 ? day : addDays(day, 7 - weekdayOf(day)))

function decisionOf(
  { rows }: Making,
  { outcome, ground }: Story,
  { from, until }: LeaveFields,
  askedAt: string,
): LeaveRequest['decision'] {
  const principal = rows.staff.find(({ role }) => role === 'principal') ?? rows.staff[0]
  if (!outcome || !principal) return null
  const isGranted = outcome === 'granted'
  return {
    outcome,
    from: isGranted ? from : null,
    until: isGranted ? until : null,
    ground: ground ?? null,
    words: '',
    authority: 'school',
    by: principal.id,
    byName: [principal.firstName, principal.prefix, principal.lastName].filter(Boolean).join(' '),
    at: askedAt.replace('T18', 'T20'),
  }
}

function addGranted({ rows }: Making, request: LeaveRequest, country: Country) {
  const fields = ReportFields.parse({
    from: request.from,
    until: request.until,
    part: 'day',
    fromTime: null,
    untilTime: null,
    weekdays: [],
    everyWeeks: 1,
    code: ruleOf(country, request.kind)?.code ?? 'leave',
    evidence: null,
    note: null,
  })
  rows.absenceReports.push({
    ...fields,
    id: AbsenceReportId.parse(linkId('absenceReports', request.id, 'leave')),
    pupilId: request.pupilId,
    source: 'leave',
    reportedBy: request.decision?.by ?? '',
    reportedAt: request.decision?.at ?? request.askedAt,
    backOn: null,
    backPart: null,
    withdrawnAt: null,
    withdrawnBy: null,
    causeId: request.id,
  })
}
