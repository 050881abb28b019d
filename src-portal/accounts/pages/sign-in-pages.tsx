import { accountsMessages } from '#shared/accounts/accounts-messages.ts'
import { type MessageKey, speak } from '#shared/platform/messages.ts'
import { Field, Form, Notice } from '../../platform/form.tsx'
import type { Visit } from '../../platform/visit.ts'
import { type AccountRefusal, sayRefusal, troubleWith } from './say-refusal.ts'

export type Said = MessageKey<typeof accountsMessages>
type Trouble = { readonly refusal: AccountRefusal | null }

type SignInProps = Trouble & {
  readonly visit: Visit
  readonly email: string
  readonly done: Said | null
}

export function SignInPage({ visit, email, refusal, done }: SignInProps) {
  const say = speak(accountsMessages, visit.language)
  return (
    <>
      <h1>{say('sign-in.title')}</h1>
      {done && <Notice kind="good">{say(done)}</Notice>}
      {refusal && <Notice kind="bad">{sayRefusal(visit.language, refusal)}</Notice>}
      <div className="card">
        <Form visit={visit} action="/sign-in" submit={say('sign-in.submit')}>
          <Field
            name="email"
            type="email"
            label={say('email')}
            value={email}
            autoComplete="username"
          />
          <Field
            name="password"
            type="password"
            label={say('password')}
            autoComplete="current-password"
          />
        </Form>
      </div>
      <p className="links">
        <a href="/register">{say('sign-in.to-register')}</a>
        <a href="/forgotten">{say('sign-in.to-forgotten')}</a>
        <a href="/access-request">{say('sign-in.to-request')}</a>
      </p>
    </>
  )
}

type SecondProps = Trouble & {
  readonly visit: Visit
  /** The covered number that a code went to; null for an app. */
  readonly number: string | null
}

export function SecondStepPage({ visit, refusal, number }: SecondProps) {
  const say = speak(accountsMessages, visit.language)
  return (
    <>
      <h1>{say('second.title')}</h1>
      <p className="lead">
        {number ? say('second.lead-sms', { number }) : say('second.lead-totp')}
      </p>
      <div className="card">
        <Form visit={visit} action="/sign-in/second" submit={say('second.submit')}>
          <Field
            name="second"
            label={say('second.code')}
            hint={say('second.hint')}
            trouble={refusal ? sayRefusal(visit.language, refusal) : undefined}
            autoComplete="one-time-code"
          />
        </Form>
      </div>
    </>
  )
}

type RegisterProps = Trouble & {
  readonly visit: Visit
  readonly email: string
  readonly code: string
}

export function RegisterPage({ visit, email, code, refusal }: RegisterProps) {
  const say = speak(accountsMessages, visit.language)
  const { language } = visit
  const troubleOf = (field: 'email' | 'code' | 'password') => troubleWith(language, refusal, field)
  const isElsewhere = refusal === 'account.exists' || refusal === 'sign-in.busy'
  return (
    <>
      <h1>{say('register.title')}</h1>
      <p className="lead">{say('register.lead')}</p>
      {refusal && isElsewhere && <Notice kind="bad">{sayRefusal(language, refusal)}</Notice>}
      <div className="card">
        <Form visit={visit} action="/register" submit={say('register.submit')}>
          <Field
            name="code"
            className="code"
            label={say('code')}
            hint={say('code.hint')}
            value={code}
            trouble={troubleOf('code')}
            autoComplete="off"
          />
          <Field
            name="email"
            type="email"
            label={say('email')}
            value={email}
            trouble={troubleOf('email')}
            autoComplete="username"
          />
          <Field
            name="password"
            type="password"
            label={say('password')}
            hint={say('password.hint')}
            trouble={troubleOf('password')}
            autoComplete="new-password"
          />
        </Form>
      </div>
    </>
  )
}

type StepProps = {
  readonly visit: Visit
  readonly step: 'activate' | 'reactivate' | 'confirm'
  readonly action: string
  readonly token: string
}

/** A link in a mail opens a page with a button: programs that look into mails follow links too. */
export function StepPage({ visit, step, action, token }: StepProps) {
  const say = speak(accountsMessages, visit.language)
  return (
    <>
      <h1>{say(`${step}.title`)}</h1>
      <p className="lead">{say(`${step}.lead`)}</p>
      <Form visit={visit} action={action} submit={say(`${step}.submit`)}>
        <input type="hidden" name="token" value={token} />
      </Form>
    </>
  )
}

/** What was done or not, in one sentence, with the way on. */
export function TellPage({
  visit,
  title,
  kind,
  text,
}: {
  readonly visit: Visit
  readonly title: string
  readonly kind: 'good' | 'bad'
  readonly text: string
}) {
  const say = speak(accountsMessages, visit.language)
  return (
    <>
      <h1>{title}</h1>
      <Notice kind={kind}>{text}</Notice>
      <p className="links">
        <a href="/sign-in">{say('sign-in.title')}</a>
        {kind === 'bad' && <a href="/forgotten">{say('forgotten.title')}</a>}
      </p>
    </>
  )
}
