import { type Html, html } from '../html.ts'
import { hiddenNote, notes, outlineHeading, pageHead, type Sheet } from '../page.ts'
import type { PrintJob } from '../print-job.ts'
import type { ListedPupil } from '../reading/listed-pupil.ts'
import type { Section } from '../reading/sections.ts'
import { nameCell, photoOf, photoStyles, portrait } from './person-cells.ts'

/** Faces with names; initials where there is no picture or no consent to print it. */
export function photoList(job: PrintJob): Sheet {
  return { body: html`${job.sections.map((section) => photoTable(job, section))}`, css }
}

function photoTable(job: PrintJob, section: Section): Html {
  const perRow = job.request.orientation === 'landscape' ? 9 : 6
  const heldBack = section.pupils.filter((listed) => photoOf(job, listed).isHeldBack).length
  job.leaveOut('no-consent', heldBack)
  const lines = heldBack > 0 ? [job.words.ofChoice('left-out.no-consent', { count: heldBack })] : []
  return html`<section>${outlineHeading(job, section)}<table class="faces"><thead>${pageHead(job, section, perRow)}</thead>
<tbody>${rowsOf(section.pupils, perRow).map((row) => html`<tr>${row.map((listed) => face(job, listed))}</tr>`)}</tbody></table>
${notes([...hiddenNote(job, section), ...lines])}</section>`
}

/** Always as many cells, so that a last row keeps the widths of the others. */
function rowsOf(pupils: readonly ListedPupil[], perRow: number) {
  const count = Math.ceil(pupils.length / perRow)
  return Array.from({ length: count }, (_, row) =>
    Array.from({ length: perRow }, (_, at) => pupils[row * perRow + at] ?? null),
  )
}

function face(job: PrintJob, listed: ListedPupil | null): Html {
  if (!listed) return html`<td></td>`
  const { mask, pupil, name } = listed
  const [first, rest] = mask.name
    ? [name, '']
    : [pupil.firstName, [pupil.prefix, pupil.lastName].filter(Boolean).join(' ')]
  return html`<td>${portrait(photoOf(job, listed).dataUrl, name)}
<p class="first">${nameCell(job, first, listed)}</p><p class="quiet">${rest}</p></td>`
}

const css = `${photoStyles}
.faces { table-layout: fixed; }
.faces tbody td { border: 0; text-align: center; padding: 0 1mm 4mm; }
.faces .photo { width: 25mm; height: 31.25mm; border-radius: 1.5mm; display: block; margin: 0 auto 1.2mm; }
.faces .initials { font-size: 17pt; line-height: 31.25mm; }
.faces .first { font-weight: 600; }
.faces td p { line-height: 1.25; }
`
