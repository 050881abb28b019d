import { consentPurposes, standingConsent } from '#shared/consents/consent.ts'
import { type Html, html } from '../html.ts'
import type { PrintJob } from '../print-job.ts'
import type { ListedPupil } from '../reading/listed-pupil.ts'

/** A box for yes and for no, with what stands now; silence stays silence. */
export function consentBlock({ words, records }: PrintJob, { pupil }: ListedPupil): Html {
  const answers = records.consents(pupil.id)
  return html`<div class="consents"><p class="title">${words.say('section.consents')}</p><ul>${consentPurposes.map(
    (purpose) => {
      const standing = words.ofConsent(`standing.${standingConsent(purpose, answers)}`)
      return html`<li><span class="choice"><span class="box"></span>${words.say('yes')}</span>
<span class="choice"><span class="box"></span>${words.say('no')}</span>
<span>${words.ofConsent(`purpose.${purpose}`)} <span class="quiet">(${words.say('consent-now', { standing })})</span></span></li>`
    },
  )}</ul></div>`
}
