import { standingConsent } from '#shared/consents/consent.ts'
import type { Phone } from '#shared/families/contact.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import { figures, type Html, html, joined } from '../html.ts'
import type { PrintJob } from '../print-job.ts'
import type { ListedGuardian } from '../reading/family-records.ts'
import type { ListedPupil } from '../reading/listed-pupil.ts'

/** The name, and the word that says that this pupil is protected. */
export function nameCell({ words }: PrintJob, name: string, { isProtected }: ListedPupil): Html {
  return html`${name}${isProtected && html`<span class="mark">${words.say('protected-mark')}</span>`}`
}

/** `06 12345678 mobiel`, one a line. */
export function phoneLines({ words, phone }: PrintJob, phones: readonly Phone[]): Html {
  const line = ({ number, kind, mayCallDuringSchool }: Phone) => {
    const about = [
      words.ofFamily(`phone-kind.${kind}`),
      !mayCallDuringSchool && words.say('not-at-school'),
    ]
    return html`${figures(phone(number))} <span class="quiet">${about.filter(Boolean).join(', ')}</span>`
  }
  return joined(phones.map(line), html`<br>`)
}

/** Whether the picture may be printed, and otherwise whether one was held back. */
export function photoOf(
  { records }: PrintJob,
  { pupil, isProtected }: ListedPupil,
): { readonly dataUrl: string | null; readonly isHeldBack: boolean } {
  const dataUrl = records.photo(pupil.id)
  if (!dataUrl || isProtected) return { dataUrl: null, isHeldBack: false }
  const isAllowed = standingConsent('photo-internal', records.consents(pupil.id)) === 'granted'
  return { dataUrl: isAllowed ? dataUrl : null, isHeldBack: !isAllowed }
}

/** A picture, or the initials where there is none that may be printed. */
export function portrait(dataUrl: string | null, name: string): Html {
  return dataUrl && /^data:image\/(png|jpeg);base64,[A-Za-z0-9+/=]+$/.test(dataUrl)
    ? html`<img class="photo" alt="" src="${dataUrl}">`
    : html`<span class="photo initials" aria-hidden="true">${lettersOf(name)}</span>`
}

/** `Anna van den Berg`: `AB`. */
function lettersOf(name: string) {
  const capitals = name.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word))
  const [first = name, ...rest] = capitals
  return first.slice(0, 1) + (rest.at(-1)?.slice(0, 1) ?? '')
}

export function guardianName({ guardian }: ListedGuardian) {
  return displayName(guardian)
}

/** Guardians who may be called and written to: a court's ban comes before any list. */
export function reachable({ records }: PrintJob, { pupil, mask }: ListedPupil) {
  if (mask.address || mask.name) return []
  return records.guardians(pupil.id).filter(({ link }) => !link.noContact)
}

export const photoStyles = `
.photo { display: inline-block; object-fit: cover; border-radius: 1mm;
  vertical-align: middle; }
.initials { background: #eef0ed; color: #4d5854; font-weight: 600; text-align: center; }
`
