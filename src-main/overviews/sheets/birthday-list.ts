import { ageOn } from '../formats.ts'
import { type Html, html } from '../html.ts'
import { hiddenNote, notes, outlineHeading, pageHead, type Sheet } from '../page.ts'
import type { PrintJob } from '../print-job.ts'
import type { ListedPupil } from '../reading/listed-pupil.ts'
import type { Section } from '../reading/sections.ts'
import { nameCell } from './person-cells.ts'

/** Who has a birthday when, January to December, with the age the child turns next. */
export function birthdayList(job: PrintJob): Sheet {
  return { body: html`${job.sections.map((section) => birthdayTable(job, section))}`, css }
}

function birthdayTable(job: PrintJob, section: Section): Html {
  const { words } = job
  const known = section.pupils
    .filter(({ pupil }) => pupil.birthDate?.length === 10)
    .toSorted((a, b) => dayOfYear(a).localeCompare(dayOfYear(b)))
  const unknown = section.pupils.filter(({ pupil }) => pupil.birthDate?.length !== 10)
  const months = Map.groupBy(known, (listed) => dayOfYear(listed).slice(0, 2))
  return html`<section>${outlineHeading(job, section)}<table class="birthdays"><thead>${pageHead(job, section, 4)}
<tr class="columns"><th></th><th>${words.ofChoice('column.name')}</th><th>${words.ofChoice('column.birthDate')}</th><th>${words.say('turns')}</th></tr></thead>
${[...months].map(([month, pupils]) => monthRows(job, month, pupils))}
${unknown.length > 0 && unknownRows(job, unknown)}</table>${notes(hiddenNote(job, section))}</section>`
}

const dayOfYear = ({ pupil }: ListedPupil) => pupil.birthDate?.slice(5) ?? ''

/** A month stays together: it hangs on the wall. */
function monthRows(job: PrintJob, month: string, pupils: readonly ListedPupil[]): Html {
  const { formats, context } = job
  const rows = pupils.map((listed) => {
    const { birthDate } = listed.pupil
    const isToday = dayOfYear(listed) === context.today.slice(5)
    const turns = (ageOn(context.today, birthDate) ?? 0) + (isToday ? 0 : 1)
    return html`<tr><td class="day">${Number(dayOfYear(listed).slice(3))}</td>
<td class="name">${nameCell(job, listed.name, listed)}</td>
<td>${birthDate && formats.dayCell(birthDate)}</td><td class="turns">${turns}</td></tr>`
  })
  return html`<tbody><tr class="month"><th colspan="4" scope="rowgroup">${formats.month(`2026-${month}-01`)}</th></tr>${rows}</tbody>`
}

function unknownRows(job: PrintJob, pupils: readonly ListedPupil[]): Html {
  const { formats, words } = job
  const rows = pupils.map(
    (listed) => html`<tr><td></td><td class="name">${nameCell(job, listed.name, listed)}</td>
<td>${listed.pupil.birthDate && formats.dayCell(listed.pupil.birthDate)}</td><td></td></tr>`,
  )
  return html`<tbody><tr class="month"><th colspan="4" scope="rowgroup">${words.say('unknown-birthday')}</th></tr>${rows}</tbody>`
}

const css = `
.birthdays tbody { break-inside: avoid; }
.birthdays td { padding-block: .65mm; }
.birthdays .columns th:nth-child(1) { width: 14mm; }
.birthdays .columns th:nth-child(3) { width: 32mm; }
.birthdays .columns th:nth-child(4) { width: 18mm; }
.birthdays .day { text-align: end; padding-inline-end: 4mm; font-weight: 600; }
.birthdays .month th { font-weight: 650; font-size: 10pt; padding-top: 2.3mm; padding-bottom: .5mm;
  border-bottom: .25mm solid #858d87; }
.birthdays .month th::first-letter { text-transform: uppercase; }
`
