import { monthsBetween, weekNumber, weeksOfMonth } from '#shared/calendar/month-grid.ts'
import type { Day } from '#shared/platform/day.ts'
import { escapeHtml } from '#shared/platform/escape-html.ts'
import { dayNumber, dayOfNumber } from '#shared/school-days/day-number.ts'
import type { Sheet } from './calendar-paper.ts'

/** Twelve months with the days off, and below them what is on which day. */
export function yearBody(sheet: Sheet): string {
  const marked = markedDays(sheet)
  const months = monthsBetween(sheet.from, sheet.until)
  const { say } = sheet.setting
  return `<div class="year">${months.map((month) => monthTable(sheet, month, marked)).join('')}</div>
<p class="legend">${escapeHtml(say('legend'))}</p>
<div class="lists">${daysOffList(sheet)}${eventList(sheet)}</div>`
}

function monthTable(sheet: Sheet, month: Day, marked: ReadonlySet<Day>): string {
  const { words, setting } = sheet
  const weeks = weeksOfMonth(month)
  const head = (weeks[0] ?? []).map(
    (day) => `<th scope="col">${escapeHtml(words.weekday(day))}</th>`,
  )
  const rows = weeks.map((week) => {
    const cells = week.map((day) => {
      if (day.slice(0, 7) !== month.slice(0, 7)) return '<td></td>'
      const classes = [sheet.isSchoolDay(day) ? '' : 'off', marked.has(day) ? 'has' : '']
      return `<td class="${classes.join(' ').trim()}">${Number(day.slice(8))}</td>`
    })
    return `<tr><th scope="row">${weekNumber(week[0] ?? month)}</th>${cells.join('')}</tr>`
  })
  return `<table><caption>${escapeHtml(words.month(month))}</caption><thead><tr>
<th scope="col">${escapeHtml(setting.say('week-short'))}</th>${head.join('')}</tr></thead>
<tbody>${rows.join('')}</tbody></table>`
}

function markedDays({ occurrences }: Sheet): ReadonlySet<Day> {
  const marked = new Set<Day>()
  for (const { days, isCancelled } of occurrences) {
    if (isCancelled) continue
    const last = dayNumber(days.endsOn)
    for (let number = dayNumber(days.startsOn); number <= last; number += 1) {
      marked.add(dayOfNumber(number))
    }
  }
  return marked
}

function daysOffList({ daysOff, words, setting }: Sheet): string {
  if (daysOff.length === 0) return ''
  const items = daysOff.map(
    ({ name, startsOn, endsOn }) =>
      `<li><span>${escapeHtml(words.span(startsOn, endsOn))}</span><span>${escapeHtml(name)}</span></li>`,
  )
  return `<h2>${escapeHtml(setting.say('days-off'))}</h2><ul>${items.join('')}</ul>`
}

function eventList({ occurrences, words, setting }: Sheet): string {
  if (occurrences.length === 0) return ''
  const items = occurrences.map(({ title, days, isCancelled }) => {
    const shown = isCancelled ? setting.say('cancelled-title', { title }) : title
    return `<li><span>${escapeHtml(words.span(days.startsOn, days.endsOn))}</span><span>${escapeHtml(shown)}</span></li>`
  })
  return `<h2>${escapeHtml(setting.say('events'))}</h2><ul>${items.join('')}</ul>`
}
