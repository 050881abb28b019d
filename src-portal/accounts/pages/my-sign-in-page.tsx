import { accountsMessages } from '#shared/accounts/accounts-messages.ts'
import { mySignInMessages } from '#shared/accounts/my-sign-in-messages.ts'
import { type MessageKey, speak } from '#shared/platform/messages.ts'
import { Field, Form, Notice } from '../../platform/form.tsx'
import type { ShownSession } from '../../platform/sessions.ts'
import type { Visit } from '../../platform/visit.ts'
import type { Account } from '../accounts.ts'
import { type AccountRefusal, sayRefusal } from './say-refusal.ts'

export type MySaid = { readonly key: MessageKey<typeof mySignInMessages>; readonly email?: string }

type Props = {
  readonly visit: Visit
  readonly account: Account
  readonly sessions: readonly ShownSession[]
  /** The covered number that the school has; null without one, `absent` without a provider. */
  readonly mobile: string | null | 'absent'
  readonly refusal: AccountRefusal | null
  readonly said: MySaid | null
}

export function MySignInPage({ visit, account, sessions, mobile, refusal, said }: Props) {
  const say = speak(mySignInMessages, visit.language)
  const email = said?.email ?? ''
  return (
    <>
      <h1>{say('title')}</h1>
      {said && <Notice kind="good">{say(said.key, { email })}</Notice>}
      {refusal && <Notice kind="bad">{sayRefusal(visit.language, refusal)}</Notice>}
      <PasswordCard visit={visit} />
      <AddressCard visit={visit} email={account.email} />
      <SecondFactorCard visit={visit} account={account} mobile={mobile} />
      <SessionsCard visit={visit} sessions={sessions} />
    </>
  )
}

function PasswordCard({ visit }: { readonly visit: Visit }) {
  const say = speak(mySignInMessages, visit.language)
  const words = speak(accountsMessages, visit.language)
  return (
    <section className="card">
      <h2>{say('password-title')}</h2>
      <Form visit={visit} action="/my-sign-in/password" submit={say('password-submit')} isQuiet>
        <Field
          name="current"
          type="password"
          label={say('current')}
          autoComplete="current-password"
        />
        <Field
          name="wanted"
          type="password"
          label={words('new-password')}
          hint={words('password.hint')}
          autoComplete="new-password"
        />
      </Form>
    </section>
  )
}

function AddressCard({ visit, email }: { readonly visit: Visit; readonly email: string }) {
  const say = speak(mySignInMessages, visit.language)
  return (
    <section className="card">
      <h2>{say('address-title')}</h2>
      <p className="meta">{say('address-now', { email })}</p>
      <Form visit={visit} action="/my-sign-in/address" submit={say('address-submit')} isQuiet>
        <Field name="email" type="email" label={say('address-new')} autoComplete="email" />
        <Field
          name="proof"
          type="password"
          label={say('current')}
          autoComplete="current-password"
        />
      </Form>
    </section>
  )
}

type SecondProps = Pick<Props, 'visit' | 'account' | 'mobile'>

function SecondFactorCard({ visit, account, mobile }: SecondProps) {
  const say = speak(mySignInMessages, visit.language)
  if (account.secondFactor) {
    return (
      <section className="card">
        <h2>{say('second-title')}</h2>
        <p>{say(`second-on-${account.secondFactor}`)}</p>
        <Form visit={visit} action="/my-sign-in/second/off" submit={say('second-turn-off')} isQuiet>
          <Field
            name="off-proof"
            type="password"
            label={say('current')}
            autoComplete="current-password"
          />
        </Form>
      </section>
    )
  }
  return (
    <section className="card">
      <h2>{say('second-title')}</h2>
      <p>{say('second-off')}</p>
      <p>
        <a className="button quiet" href="/my-sign-in/second">
          {say('second-set-up')}
        </a>
      </p>
      {mobile === 'absent' && <p className="meta">{say('sms-absent')}</p>}
      {mobile && mobile !== 'absent' && (
        <Form
          visit={visit}
          action="/my-sign-in/second/sms"
          submit={say('second-set-up-sms', { number: mobile })}
          isQuiet
        />
      )}
    </section>
  )
}

function SessionsCard({ visit, sessions }: Pick<Props, 'visit' | 'sessions'>) {
  const say = speak(mySignInMessages, visit.language)
  const clock = new Intl.DateTimeFormat(visit.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: visit.school?.country === 'se' ? 'Europe/Stockholm' : 'Europe/Amsterdam',
  })
  return (
    <section className="card">
      <h2>{say('sessions-title')}</h2>
      <ul className="rows">
        {sessions.map(({ id, device, seenAt }) => (
          <li key={id}>
            <div>
              {device}
              {id === visit.session?.id && ` (${say('session-this')})`}
              <div className="meta">
                {say('session-seen', { at: clock.format(new Date(seenAt)) })}
              </div>
            </div>
            <form method="post" action="/my-sign-in/sessions">
              <input type="hidden" name="form" value={visit.formToken} />
              <button className="button quiet small" type="submit" name="session" value={id}>
                {say('session-end')}
                <span className="unseen">, {device}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
