import { displayName } from '#shared/pupils/person-name.ts'
import { type Html, html } from '../html.ts'
import type { Sheet } from '../page.ts'
import type { PrintJob } from '../print-job.ts'
import type { ListedPupil } from '../reading/listed-pupil.ts'
import { type Addressee, addresseesOf } from './sheet-addressees.ts'
import { sheetBlocks } from './sheet-blocks.ts'
import { consentBlock } from './sheet-consents.ts'

/** Everything that guardians should look over once in a while, with room to write what is new. */
export function pupilSheet(job: PrintJob): Sheet {
  const pages = job.sections.flatMap((section) =>
    section.pupils.flatMap((listed) =>
      addresseesOf(job, listed).map((addressee) => page(job, listed, addressee)),
    ),
  )
  return { body: html`${pages}`, css }
}

function page(job: PrintJob, listed: ListedPupil, addressee: Addressee): Html {
  const { words, school, formats, context } = job
  const names = addressee.guardians.map(({ guardian }) => displayName(guardian)).join(', ')
  const forWhom = names && words.say('sheet-for', { names })
  const aside = [listed.groupName, forWhom].filter(Boolean).join(' · ')
  return html`<div class="page"><div class="head"><div><span><h1>${listed.name}</h1><p>${aside}</p></span>
<p class="school"><b>${school.name}</b><br>${formats.longDay(context.today)}</p></div>
${listed.isProtected && html`<p class="warning">${words.say('protected-warning')}</p>`}</div>
<p class="intro"><b>${words.say('sheet-title')}</b> ${words.say('sheet-intro', { name: firstNameOf(listed) })}
${addressee.hasOthers && words.say('sheet-other-guardian')}</p>
<table class="check"><thead><tr class="columns"><th></th><th>${words.say('sheet-known')}</th><th>${words.say('sheet-correction')}</th></tr></thead>
${sheetBlocks(job, listed, addressee).map(
  ({
    title,
    rows,
  }) => html`<tbody><tr class="block"><th colspan="3" scope="rowgroup">${title}</th></tr>
${rows.map(({ label, value }) => html`<tr><th scope="row">${label}</th><td>${value}</td><td class="write"></td></tr>`)}</tbody>`,
)}</table>
${consentBlock(job, listed)}
<div class="sign card"><span class="box"></span>${words.say('all-correct')}<span class="box"></span>${words.say('some-changed')}
<span class="line">${words.say('date')}</span><span class="line wide">${words.say('signature')}</span></div></div>`
}

const firstNameOf = ({ mask, pupil, name }: ListedPupil) => (mask.name ? name : pupil.firstName)

const css = `
.page { font-size: 8.7pt; line-height: 1.3; }
.page .head { padding-bottom: 2.4mm; }
.intro { margin-bottom: 2mm; max-width: 160mm; }
.intro b, .sign b { font-weight: 650; }
.check { table-layout: fixed; }
.check .columns th:nth-child(1) { width: 19%; }
.check .columns th:nth-child(2) { width: 43%; }
.check tr > * { padding-block: .7mm; height: 5.2mm; }
.check tr > th[scope='row'] { font-weight: 400; color: #4d5854; }
.check .block th { padding-top: 1.9mm; border-bottom: .25mm solid #858d87; font-weight: 650;
  font-size: 9.4pt; }
.consents .title { font-weight: 650; font-size: 9.4pt; }
.check .write { border-bottom: .25mm dotted #858d87; }
.consents { margin-top: 2.2mm; break-inside: avoid; }
.consents ul { list-style: none; margin: 1mm 0 0; padding: 0; columns: 2; column-gap: 8mm;
  border-top: .25mm solid #858d87; padding-top: 1mm; }
.consents li { display: flex; gap: 1.6mm; align-items: baseline; padding: .55mm 0; break-inside: avoid; }
.consents li span:last-child { flex: 1; }
.box { display: inline-block; width: 3mm; height: 3mm; border: .3mm solid #1b2321; border-radius: .5mm;
  transform: translateY(.4mm); margin-inline-end: 1mm; flex: none; }
.choice { white-space: nowrap; margin-inline-end: 1mm; }
.sign { margin-top: 4mm; display: flex; align-items: flex-end; gap: 0 1.5mm; font-weight: 600; }
.sign .box:not(:first-child) { margin-inline-start: 3mm; }
.sign .line { flex: 1; border-bottom: .25mm solid #1b2321; margin-inline-start: 4mm; padding-top: 7mm;
  font-weight: 400; color: #4d5854; }
.sign .wide { flex: 2; }
`
