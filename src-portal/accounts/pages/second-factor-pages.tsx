import { accountsMessages } from '#shared/accounts/accounts-messages.ts'
import { mySignInMessages } from '#shared/accounts/my-sign-in-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import { Field, Form } from '../../platform/form.tsx'
import type { Visit } from '../../platform/visit.ts'
import { type AccountRefusal, sayRefusal } from './say-refusal.ts'

type SetUpProps = {
  readonly visit: Visit
  readonly refusal: AccountRefusal | null
  /** For an app; null when a code went by SMS. */
  readonly app: { readonly secret: string; readonly picture: string } | null
  readonly number: string | null
}

export function SetUpSecondPage({ visit, refusal, app, number }: SetUpProps) {
  const say = speak(mySignInMessages, visit.language)
  const words = speak(accountsMessages, visit.language)
  return (
    <>
      <h1>{say('second-title')}</h1>
      <p className="lead">
        {app ? say('second-scan') : words('second.lead-sms', { number: number ?? '' })}
      </p>
      {app && (
        <section className="card">
          <img className="qr" src={app.picture} alt={say('second-picture')} />
          <h2>{say('second-key')}</h2>
          <code className="secret">{app.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </section>
      )}
      <div className="card">
        <Form visit={visit} action="/my-sign-in/second" submit={say('second-turn-on')}>
          <input type="hidden" name="factor" value={app ? 'totp' : 'sms'} />
          <Field
            name="second"
            label={words('second.code')}
            trouble={refusal ? sayRefusal(visit.language, refusal) : undefined}
            autoComplete="one-time-code"
            inputMode="numeric"
          />
        </Form>
      </div>
    </>
  )
}

type CodesProps = { readonly visit: Visit; readonly codes: readonly string[] }

export function RecoveryCodesPage({ visit, codes }: CodesProps) {
  const say = speak(mySignInMessages, visit.language)
  return (
    <>
      <h1>{say('recovery-title')}</h1>
      <p className="lead">{say('recovery-lead')}</p>
      <ul className="rows card">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>
        <a className="button" href="/my-sign-in">
          {say('ready')}
        </a>
      </p>
    </>
  )
}
