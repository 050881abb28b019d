import { inArray } from 'drizzle-orm'
import { isOpenCode, type LinkCode } from '#shared/accounts/office/link-code-row.ts'
import { letterMessages } from '#shared/accounts/office/words/letter-messages.ts'
import type { Household } from '#shared/families/household.ts'
import { type Say, speak } from '#shared/platform/messages.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import { linkCodes } from '../../../accounts/accounts-table.ts'
import { paperFormats } from '../../formats.ts'
import { type Html, html } from '../../html.ts'
import type { Sheet } from '../../page.ts'
import type { LetterPortal, PrintJob } from '../../print-job.ts'
import type { ListedGuardian } from '../../reading/family-records.ts'
import type { ListedPupil } from '../../reading/listed-pupil.ts'
import { addressLines } from '../label-addresses.ts'
import { letterStyles } from './letter-styles.ts'
import { qrPicture } from './qr-picture.ts'

type Letter = {
  readonly listed: ListedPupil
  readonly to: ListedGuardian
  readonly row: LinkCode
  readonly code: string
}

/**
 * A letter with a code for each guardian and child, in the guardian's language: by class and in the
 * order of the list, to be handed out or put in window envelopes.
 */
export function linkLetters(job: PrintJob): Sheet {
  const letters = readLetters(job)
  const { portal } = job
  return {
    body: html`${letters.map((letter) => portal && page(job, portal, letter))}`,
    css: letterStyles(job.context.country),
    isBare: true,
    codeIds: letters.map(({ row }) => row.id),
  }
}

function readLetters(job: PrintJob) {
  const { db, records, sections, request, portal, school, context, leaveOut } = job
  const listed = sections.flatMap(({ pupils }) => pupils)
  const ties = listed.flatMap((each) =>
    records.guardians(each.pupil.id).map((to) => ({ listed: each, to })),
  )
  const ids = ties.map(({ to }) => to.link.id)
  const rows = db.select().from(linkCodes).where(inArray(linkCodes.linkId, ids)).all()
  const wanted = request.codeIds && new Set<string>(request.codeIds)
  const open = rows.filter(
    (row) =>
      row.way === 'letter' && isOpenCode(row, context.today) && (wanted?.has(row.id) ?? true),
  )
  const byLink = new Map(open.map((row) => [row.linkId, row]))
  const letters = ties.flatMap((tie): Letter[] => {
    const row = byLink.get(tie.to.link.id)
    const code = row && portal?.codeOf(row, school.id)
    return row && code ? [{ ...tie, row, code }] : []
  })
  const served = new Set(letters.map((letter) => letter.listed.pupil.id))
  leaveOut('no-code', listed.filter(({ pupil }) => !served.has(pupil.id)).length)
  return letters
}

function page(job: PrintJob, portal: LetterPortal, letter: Letter): Html {
  const { school } = job
  const { listed, to, row, code } = letter
  const language = to.guardian.language ?? school.language
  const say = speak(letterMessages, language)
  const { longDay } = paperFormats(language)
  const day = longDay(row.endsOn)
  const link = `${portal.url}/register?school=${school.id}&code=${code}`
  return html`<article class="letter" lang="${language}">
<header><b>${school.name}</b>${lines([school.street, [school.postcode, school.town].filter(Boolean).join(' ')])}</header>
<address>${lines([displayName(to.guardian), ...addressOf(job, letter)])}</address>
<p class="place">${[school.place ?? school.town, longDay(job.context.today)].filter(Boolean).join(', ')}</p>
<h1>${subject(say, listed)}</h1>
<p>${displayName(to.guardian) ? say('greeting', { guardian: displayName(to.guardian) }) : say('greeting-nobody')}</p>
<p>${say('intro', { school: school.name, pupil: listed.name })}</p>
<div class="code"><div><p>${say('your-code')}</p><p class="signs">${code}</p><p class="until">${say('until', { day })}</p></div>
<figure>${qrPicture(link)}<figcaption>${say('scan')}</figcaption></figure></div>
${steps(say, portal.url)}
<p>${school.phone ? say('lost-phone', { phone: job.phone(school.phone) }) : say('lost')}</p>
<p class="closing">${say('closing')}<br>${school.name}</p>
</article>`
}

function subject(say: Say<typeof letterMessages>, { name, groupName }: ListedPupil) {
  return groupName
    ? say('subject-group', { pupil: name, group: groupName })
    : say('subject', { pupil: name })
}

function steps(say: Say<typeof letterMessages>, url: string): Html {
  const shown = url.replace(/^https:\/\//, '')
  return html`<div class="steps"><section><h2>${say('new-title')}</h2><ol><li>${say('new-1', { url: shown })}</li>
<li>${say('new-2')}</li><li>${say('new-3')}</li></ol></section>
<section><h2>${say('old-title')}</h2><ol><li>${say('old-1', { url: shown })}</li><li>${say('old-2')}</li></ol></section></div>`
}

const lines = (texts: readonly (string | null)[]) =>
  html`${texts.filter(Boolean).map((text) => html`<span>${text}</span>`)}`

/** Where the guardian lives. A protected family's own address stands on no envelope. */
function addressOf({ records, context }: PrintJob, { listed, to }: Letter): readonly string[] {
  const home = to.guardian.householdId ? records.household(to.guardian.householdId) : null
  if (!listed.isProtected) return home ? addressLines(home, context.country) : []
  return home?.mailingAddress ? addressLines(onlyMailing(home), context.country) : []
}

const onlyMailing = (home: Household): Household => ({ ...home, street: null, town: null })
