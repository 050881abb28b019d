import { displayName } from '#shared/pupils/person-name.ts'
import { maySee } from '#shared/staff/rights.ts'
import { type Html, html, joined, type Part } from '../html.ts'
import { hiddenNote, notes, outlineHeading, pageHead, type Sheet } from '../page.ts'
import type { PrintJob } from '../print-job.ts'
import type { ListedPupil } from '../reading/listed-pupil.ts'
import type { Section } from '../reading/sections.ts'
import { type MarksOfToday, marksOfToday } from './marks-of-today.ts'
import { nameCell, phoneLines, reachable } from './person-cells.ts'

/** Whom to call about a child, in which order, and what to know before help comes. */
export function emergencyList(job: PrintJob): Sheet {
  const marks = marksOfToday(job)
  return { body: html`${job.sections.map((section) => emergencyTable(job, section, marks))}`, css }
}

function emergencyTable(job: PrintJob, section: Section, marks: MarksOfToday): Html {
  const { words, context } = job
  const lines = maySee(context, 'medical') ? [] : [words.say('no-medical')]
  return html`<section>${outlineHeading(job, section)}<table class="emergency"><colgroup><col class="who"><col class="call"><col></colgroup><thead>${pageHead(job, section, 3)}
<tr class="columns"><th>${words.ofChoice('column.name')}</th><th>${words.say('call-in-order')}</th><th>${words.say('good-to-know')}</th></tr></thead>
<tbody>${section.pupils.map((listed) => row(job, listed, marks))}</tbody></table>
${notes([...hiddenNote(job, section), ...lines])}</section>`
}

function row(job: PrintJob, listed: ListedPupil, marks: MarksOfToday): Html {
  const { formats, request } = job
  const { birthDate } = listed.pupil
  const name = request.order === 'lastName' ? listed.sortName : listed.name
  return html`<tr><td><p class="name">${nameCell(job, name, listed)}</p>
${marks.has(listed.pupil.id) && html`<p class="today">${marks.get(listed.pupil.id) ?? ''}</p>`}
${birthDate && html`<span class="quiet">${formats.dayCell(birthDate)}</span>`}</td>
<td>${callList(job, listed)}</td><td>${toKnow(job, listed)}</td></tr>`
}

/** Guardians first, then the others; each with all numbers. */
function callList(job: PrintJob, listed: ListedPupil): Html {
  const { words, records } = job
  if (listed.mask.address) return html`<b>${words.say('through-office')}</b>`
  const guardians = reachable(job, listed).map(({ guardian, link }) => ({
    name: displayName(guardian),
    about: words.ofFamily(`relation.${link.relation}`),
    phones: records.phones(guardian.id),
  }))
  const others = records
    .contacts(listed.pupil.id)
    .filter(({ contact, link }) => contact.kind !== 'dentist' && !link.collectingForbidden)
    .map(({ contact, link }) => ({
      name: contact.name,
      about: link.relation ?? words.ofFamily(`contact-kind.${contact.kind}`),
      phones: records.phones(contact.id),
    }))
  const called = [...guardians, ...others].filter(({ phones }) => phones.length > 0)
  if (called.length === 0) return html`<b>${words.say('nobody-to-call')}</b>`
  return html`<ol>${called.map(
    ({ name, about, phones }) =>
      html`<li><span><b>${name}</b> <span class="quiet">${about}</span></span><span>${phoneLines(job, phones)}</span></li>`,
  )}</ol>`
}

function toKnow(job: PrintJob, listed: ListedPupil): Html {
  return joined([...medical(job, listed), ...collecting(job, listed)], html``)
}

function medical({ context, records, words }: PrintJob, { pupil }: ListedPupil): readonly Part[] {
  const found = maySee(context, 'medical') ? records.medical(pupil.id) : null
  if (!found) return []
  const permission = found.medicationPermitted ? 'medication-permitted' : 'medication-not-permitted'
  const more = [
    found.allergies !== found.alert && found.allergies,
    found.conditions,
    found.medication && `${found.medication} (${words.say(permission)})`,
    found.diet,
    found.instructions,
  ]
  return [
    found.alert && html`<p class="alert">${found.alert}</p>`,
    ...more.map((line) => line && html`<p>${line}</p>`),
  ]
}

function collecting(job: PrintJob, listed: ListedPupil): readonly Part[] {
  const { words, records } = job
  const { pupil, mask } = listed
  if (mask.address) return []
  const guardians = records.guardians(pupil.id)
  const contacts = records.contacts(pupil.id)
  const allowed = [
    ...guardians
      .filter(({ link }) => link.mayCollect && !link.noContact)
      .map(({ guardian }) => displayName(guardian)),
    ...contacts
      .filter(({ link }) => link.mayCollect && !link.collectingForbidden)
      .map(({ contact }) => contact.name),
  ]
  const banned = [
    ...guardians
      .filter(({ link }) => link.noContact || (!link.mayCollect && link.authority === 'none'))
      .map(({ guardian, link }) => {
        const why = link.noContact
          ? words.say('no-contact')
          : words.ofFamily(`relation.${link.relation}`)
        return `${displayName(guardian)} (${why})`
      }),
    ...contacts.filter(({ link }) => link.collectingForbidden).map(({ contact }) => contact.name),
  ]
  return [
    allowed.length > 0 &&
      html`<p><span class="quiet">${words.say('may-collect')}:</span> ${allowed.join(', ')}</p>`,
    banned.length > 0 &&
      html`<p class="banned">${words.say('may-not-collect')}: ${banned.join(', ')}</p>`,
  ]
}

const css = `
.emergency { table-layout: fixed; font-size: 8.7pt; line-height: 1.32; }
.emergency .who { width: 18%; }
.emergency .call { width: 52%; }
.emergency tbody td { padding-block: 1.5mm; padding-inline-end: 4mm; }
.emergency ol { margin: 0; padding: 0; list-style: none; counter-reset: call; }
.emergency li { counter-increment: call; display: grid; grid-template-columns: 3mm 1fr 40mm;
  gap: 0 1.5mm; break-inside: avoid; }
.emergency li + li { margin-top: .4mm; }
.emergency li::before { content: counter(call); color: #626c68; }
.emergency b { font-weight: 600; }
.today { font-weight: 650; }
.today::before { content: '\\2715  '; }
.alert, .banned { border: .4mm solid #1b2321; border-radius: 1mm; padding: .6mm 1.6mm; font-weight: 650;
  margin-bottom: .8mm !important; }
.alert::before { content: '! '; }
.banned { margin-top: .8mm !important; border-style: dashed; }
`
