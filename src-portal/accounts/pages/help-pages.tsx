import { accountsMessages } from '#shared/accounts/accounts-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import { Field, Form, Notice } from '../../platform/form.tsx'
import type { Visit } from '../../platform/visit.ts'
import { type AccountRefusal, sayRefusal, troubleWith } from './say-refusal.ts'

type Props = { readonly visit: Visit; readonly refusal: AccountRefusal | null }

export function ForgottenPage({ visit, refusal }: Props) {
  const say = speak(accountsMessages, visit.language)
  return (
    <>
      <h1>{say('forgotten.title')}</h1>
      <p className="lead">{say('forgotten.lead')}</p>
      {refusal && <Notice kind="bad">{sayRefusal(visit.language, refusal)}</Notice>}
      <div className="card">
        <Form visit={visit} action="/forgotten" submit={say('forgotten.submit')}>
          <Field name="email" type="email" label={say('email')} autoComplete="username" />
        </Form>
      </div>
    </>
  )
}

export function NewPasswordPage({ visit, refusal, token }: Props & { readonly token: string }) {
  const say = speak(accountsMessages, visit.language)
  return (
    <>
      <h1>{say('reset.title')}</h1>
      <div className="card">
        <Form visit={visit} action="/new-password" submit={say('reset.submit')}>
          <input type="hidden" name="token" value={token} />
          <Field
            name="password"
            type="password"
            label={say('new-password')}
            hint={say('password.hint')}
            trouble={troubleWith(visit.language, refusal, 'password')}
            autoComplete="new-password"
          />
        </Form>
      </div>
    </>
  )
}

type Typed = Readonly<Record<'ownName' | 'childName' | 'birthDate' | 'email' | 'phone', string>>

export function RequestPage({ visit, refusal, typed }: Props & { readonly typed: Typed }) {
  const say = speak(accountsMessages, visit.language)
  return (
    <>
      <h1>{say('request.title')}</h1>
      <p className="lead">{say('request.lead')}</p>
      {refusal && <Notice kind="bad">{sayRefusal(visit.language, refusal)}</Notice>}
      <div className="card">
        <Form visit={visit} action="/access-request" submit={say('request.submit')}>
          <Field
            name="ownName"
            label={say('request.own-name')}
            value={typed.ownName}
            autoComplete="name"
          />
          <Field name="childName" label={say('request.child-name')} value={typed.childName} />
          <Field
            name="birthDate"
            type="date"
            label={say('request.birth-date')}
            value={typed.birthDate}
          />
          <Field
            name="email"
            type="email"
            label={say('email')}
            value={typed.email}
            autoComplete="email"
          />
          <Field
            name="phone"
            type="tel"
            label={say('request.phone')}
            value={typed.phone}
            autoComplete="tel"
          />
        </Form>
      </div>
    </>
  )
}

export function AboutPage({ visit }: { readonly visit: Visit }) {
  const say = speak(accountsMessages, visit.language)
  return (
    <>
      <h1>{say('about.title')}</h1>
      {(['what', 'who', 'cookies'] as const).map((part) => (
        <section className="card" key={part}>
          <h2>{say(`about.${part}`)}</h2>
          <p>{say(`about.${part}-text`)}</p>
        </section>
      ))}
    </>
  )
}
