import { childrenMessages } from '#shared/children/children-messages.ts'
import { showPhone } from '#shared/families/phone-display.ts'
import type { Country } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'
import type { Fields } from '../../platform/portal-parts.ts'
import type { Visit } from '../../platform/visit.ts'
import { textOf } from '../file/office-row.ts'

type SchoolProps = {
  readonly visit: Visit
  readonly country: Country
  readonly name: string
  readonly fields: Fields
}

export function SchoolPage({ visit, country, name, fields }: SchoolProps) {
  const say = speak(childrenMessages, visit.language)
  const address = [
    textOf(fields, 'street'),
    [textOf(fields, 'postcode'), textOf(fields, 'town')].filter(Boolean).join(' '),
  ].filter(Boolean)
  const phone = textOf(fields, 'phone')
  const email = textOf(fields, 'email')
  const website = webAddress(textOf(fields, 'website'))
  return (
    <>
      <h1>{name}</h1>
      <dl className="card known">
        {address.length > 0 && (
          <>
            <dt>{say('field.address')}</dt>
            <dd>{address.join(', ')}</dd>
          </>
        )}
        {phone && (
          <>
            <dt>{say('field.phone')}</dt>
            <dd>
              <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{showPhone(phone, country)}</a>
            </dd>
          </>
        )}
        {email && (
          <>
            <dt>{say('field.email')}</dt>
            <dd>
              <a href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`}>{email}</a>
            </dd>
          </>
        )}
        {website && (
          <>
            <dt>{say('field.website')}</dt>
            <dd>
              <a href={website} rel="noreferrer">
                {new URL(website).host}
              </a>
            </dd>
          </>
        )}
      </dl>
    </>
  )
}

/** What an office typed as its website may be anything: only an address of the web is a link. */
function webAddress(typed: string | null): string | null {
  const text = typed && !/^https?:\/\//i.test(typed) ? `https://${typed}` : typed
  return text !== null && URL.canParse(text) ? new URL(text).href : null
}

export function PrivacyPage({ visit, school }: { readonly visit: Visit; readonly school: string }) {
  const say = speak(childrenMessages, visit.language)
  return (
    <>
      <h1>{say('privacy')}</h1>
      <p className="lead">{school}</p>
      {(['what', 'who', 'how-long', 'rights'] as const).map((part) => (
        <section className="card" key={part}>
          <h2>{say(`privacy-${part}`)}</h2>
          <p>{say(`privacy-${part}-text`)}</p>
        </section>
      ))}
      <p>
        <a href="/school">{say('school')}</a>
      </p>
    </>
  )
}
