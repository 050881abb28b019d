import type { CalendarContract, CalendarOccurrence } from '#shared/calendar/calendar-contract.ts'
import { shownTimes } from '#shared/calendar/event-fields.ts'
import { nextMonth } from '#shared/calendar/month-grid.ts'
import { concerns } from '#shared/calendar/visible-events.ts'
import { addDays, type Day } from '#shared/platform/day.ts'
import { shapeOn } from '#shared/school-days/calendar/calendar-questions.ts'
import { schoolDays } from '#shared/school-days/calendar/school-days.ts'
import { type DayException, isDayOff } from '#shared/school-days/day-exception.ts'
import { schoolYears } from '../../groups/groups-table.ts'
import type { Context, ReadDb, Service } from '../../platform/database.ts'
import { dayExceptions, dayPatterns } from '../../school-days/school-days-table.ts'
import { listOccurrences } from '../list-occurrences.ts'
import { readSetting, type Setting } from '../read-calendar.ts'
import { monthBody } from './month-body.ts'
import { paperPage } from './paper-page.ts'
import { type PaperWords, paperWords } from './paper-words.ts'
import { yearBody } from './year-body.ts'

/** All that a sheet is made of. */
export type Sheet = {
  readonly from: Day
  readonly until: Day
  readonly setting: Setting
  readonly words: PaperWords
  readonly daysOff: readonly DayException[]
  readonly occurrences: readonly (CalendarOccurrence & {
    readonly days: ReturnType<typeof shownTimes>
  })[]
  readonly isSchoolDay: (day: Day) => boolean
}

/** The calendar for the wall: what guardians may see, so that it can hang where they come. */
export const calendarPaper: Service<CalendarContract>['paper'] = async (
  db,
  { kind, from, groupId },
  context,
) => {
  const until = addDays(nextMonth(from, kind === 'year' ? 12 : 1), -1)
  const sheet = await readSheet(db, { from, until, groupId }, context)
  const { setting, words } = sheet
  const group = groupId ? setting.groupNames.get(groupId) : undefined
  const when = kind === 'year' ? `${from.slice(0, 4)}–${until.slice(0, 4)}` : words.month(from)
  const title = [setting.say('title'), when, group].filter(Boolean).join(' · ')
  const body = kind === 'year' ? yearBody(sheet) : monthBody(sheet)
  const { language, school } = setting
  return { title, html: paperPage({ title, language, school: school.name, body }) }
}

type Wanted = { readonly from: Day; readonly until: Day; readonly groupId: string | null }

async function readSheet(db: ReadDb, { from, until, groupId }: Wanted, context: Context) {
  const setting = readSetting(db, context)
  const { timeZone } = setting.school
  const wanted = new Set(groupId ? [groupId] : setting.groupNames.keys())
  const exceptions = db.select().from(dayExceptions).all()
  const days = schoolDays({
    country: context.country,
    years: db.select().from(schoolYears).all(),
    patterns: db.select().from(dayPatterns).all(),
    exceptions,
    pupilExceptions: [],
  })
  const calendar = groupId ? days.ofGroup(groupId) : days.ofSchool
  const { occurrences } = await listOccurrences(db, { from, until }, context)
  const sheet: Sheet = {
    from,
    until,
    setting,
    words: paperWords(setting.language, timeZone),
    daysOff: exceptions
      .filter((each) => isDayOff(each.kind) && concerns(each, wanted))
      .filter(({ startsOn, endsOn }) => startsOn <= until && endsOn >= from)
      .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1)),
    occurrences: occurrences
      .filter(({ audience }) => audience !== 'staff')
      .filter(({ audience, groupIds }) => audience !== 'groups' || concerns({ groupIds }, wanted))
      .map((each) => ({ ...each, days: shownTimes(each, timeZone) })),
    isSchoolDay: (day) => shapeOn(calendar, day).minutes > 0,
  }
  return sheet
}
