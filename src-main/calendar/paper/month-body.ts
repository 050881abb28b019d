import { weekNumber, weeksOfMonth } from '#shared/calendar/month-grid.ts'
import type { Day } from '#shared/platform/day.ts'
import { escapeHtml } from '#shared/platform/escape-html.ts'
import type { Sheet } from './calendar-paper.ts'

/** One month, a cell for each day, with what is on it. */
export function monthBody(sheet: Sheet): string {
  const { words, setting, from } = sheet
  const weeks = weeksOfMonth(from)
  const head = (weeks[0] ?? []).map(
    (day) => `<th scope="col">${escapeHtml(words.weekday(day))}</th>`,
  )
  const rows = weeks.map(
    (week) =>
      `<tr><th scope="row">${weekNumber(week[0] ?? from)}</th>${week.map((day) => cell(sheet, day)).join('')}</tr>`,
  )
  return `<table class="month"><colgroup><col style="width: 7mm"></colgroup><thead><tr>
<th scope="col">${escapeHtml(setting.say('week-short'))}</th>${head.join('')}</tr></thead>
<tbody>${rows.join('')}</tbody></table>`
}

function cell(sheet: Sheet, day: Day): string {
  const { daysOff, occurrences, words, setting, from } = sheet
  const isIn = (days: { readonly startsOn: Day; readonly endsOn: Day }) =>
    days.startsOn <= day && day <= days.endsOn
  const off = daysOff.filter(isIn).map(({ name }) => `<li><b>${escapeHtml(name)}</b></li>`)
  const events = occurrences
    .filter(({ days }) => isIn(days))
    .map(({ title, startsAt, days, isCancelled }) => {
      const hour = days.startsAt !== null && days.startsOn === day ? `${words.hour(startsAt)} ` : ''
      const shown = isCancelled ? setting.say('cancelled-title', { title }) : title
      return `<li>${escapeHtml(hour)}${escapeHtml(shown)}</li>`
    })
  const classes = [
    sheet.isSchoolDay(day) ? '' : 'off',
    day.slice(0, 7) === from.slice(0, 7) ? '' : 'other',
  ]
  return `<td class="${classes.join(' ').trim()}"><span class="date">${Number(day.slice(8))}</span>
<ul>${off.join('')}${events.join('')}</ul></td>`
}
