import type { OverviewColumn } from '#shared/overviews/overview.ts'
import { maySee } from '#shared/staff/rights.ts'
import { type Html, html } from '../html.ts'
import { hiddenNote, notes, outlineHeading, pageHead, type Sheet } from '../page.ts'
import type { PrintJob } from '../print-job.ts'
import type { Section } from '../reading/sections.ts'
import { classColumns } from './class-columns.ts'
import { photoOf, photoStyles } from './person-cells.ts'

/** A row for each pupil, the columns that were asked for, and empty ones to write in. */
export function classOverview(job: PrintJob): Sheet {
  const { request, context, sections } = job
  // What a role may not see does not even get its column.
  const columns = request.columns.filter(
    (column) => column !== 'medicalAlert' || maySee(context, 'medical'),
  )
  return {
    body: html`${sections.map((section) => classTable(job, section, columns))}`,
    css: css(job),
  }
}

function classTable(job: PrintJob, section: Section, columns: readonly OverviewColumn[]): Html {
  const { words, request } = job
  const filled = classColumns(job)
  const blanks = Array.from({ length: request.blankColumns }, () => html`<td class="blank"></td>`)
  const width = 1 + columns.length + blanks.length
  const classOf = (column: OverviewColumn) =>
    `column-${column}${filled[column].isNarrow ? ' nowrap narrow' : ''}${isName(column) ? ' name' : ''}`

  return html`<section>${outlineHeading(job, section)}<table class="overview"><thead>${pageHead(job, section, width)}
<tr class="columns"><th class="number" aria-label="nr"></th>${columns.map(
    (column) =>
      html`<th class="${filled[column].isNarrow ? 'narrow' : ''}">${words.ofChoice(`column.${column}`)}</th>`,
  )}${blanks}</tr></thead><tbody>${section.pupils.map(
    (listed, index) =>
      html`<tr><td class="number">${index + 1}</td>${columns.map(
        (column) => html`<td class="${classOf(column)}">${filled[column].cell(listed)}</td>`,
      )}${blanks}</tr>`,
  )}</tbody></table>${notes([...hiddenNote(job, section), ...photoNote(job, section, columns)])}</section>`
}

const isName = (column: OverviewColumn) => ['name', 'firstName', 'lastName'].includes(column)

function photoNote(job: PrintJob, { pupils }: Section, columns: readonly OverviewColumn[]) {
  if (!columns.includes('photo')) return []
  const count = pupils.filter((listed) => photoOf(job, listed).isHeldBack).length
  job.leaveOut('no-consent', count)
  return count > 0 ? [job.words.ofChoice('left-out.no-consent', { count })] : []
}

function css({ request }: PrintJob) {
  const { columns, blankColumns } = request
  const room = request.orientation === 'landscape' ? 271 : 184
  const toWriteIn = room * (columns.length > 2 ? 0.45 : 0.65)
  // Empty columns share what is left, but a pen needs a centimetre.
  const blank = Math.max(9, Math.min(26, toWriteIn / Math.max(1, blankColumns))).toFixed(1)
  return `${photoStyles}
.overview { font-size: ${letterSize(columns.length + blankColumns / 2, room)}pt; }
.overview td { vertical-align: middle; height: ${blankColumns > 0 ? 8 : 7}mm; }
.overview .narrow { width: 1%; }
.overview .name { min-width: 30mm; }
.overview .column-email { overflow-wrap: anywhere; min-width: 36mm; }
.overview .column-postcodeTown { white-space: ${columns.length > 7 ? 'normal' : 'nowrap'}; }
.overview .photo { width: 8mm; height: 10mm; }
.overview .initials { line-height: 10mm; }
.overview .column-photo { padding-block: .8mm; }
.overview .blank { width: ${blank}mm; min-width: ${blank}mm; border-inline-start: .2mm solid #b9bfba; }
.overview .columns .blank { height: 15mm; border-bottom: .25mm solid #858d87; }
.overview .blank:last-child { border-inline-end: .2mm solid #b9bfba; }
`
}

/** Many columns need smaller letters before they need a second line. */
function letterSize(columns: number, room: number) {
  const each = room / Math.max(1, columns)
  if (each >= 30) return 9.2
  return each >= 27 ? 8.4 : 7.4
}
