import { accountsMessages } from '#shared/accounts/accounts-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import { Field, Form, Notice } from '../../platform/form.tsx'
import type { Visit } from '../../platform/visit.ts'
import type { Child } from '../entitled-links.ts'
import { type AccountRefusal, sayRefusal } from './say-refusal.ts'

type Props = {
  readonly visit: Visit
  readonly pupils: readonly Child[]
  readonly refusal: AccountRefusal | null
  readonly isAdded: boolean
}

/** Where a guardian begins: the own children, and the way to add one. */
export function ChildrenPage({ visit, pupils, refusal, isAdded }: Props) {
  const say = speak(accountsMessages, visit.language)
  return (
    <>
      <h1>{say('children.title')}</h1>
      {isAdded && <Notice kind="good">{say('children.added')}</Notice>}
      {pupils.length === 0 && <Notice kind="plain">{say('children.none')}</Notice>}
      {pupils.map(({ linkId, name, initials, groups }) => (
        <section className="card child" key={linkId}>
          <span className="initials" aria-hidden="true">
            {initials}
          </span>
          <div>
            <h2 className="name">{name}</h2>
            <p className="meta">{[...groups, visit.school?.name].filter(Boolean).join(' · ')}</p>
          </div>
        </section>
      ))}
      <section className="card" id="add">
        <h2>{say('children.add')}</h2>
        <Form visit={visit} action="/children" submit={say('children.add-submit')} isQuiet>
          <Field
            name="code"
            className="code"
            label={say('code')}
            hint={say('children.add-lead')}
            trouble={refusal ? sayRefusal(visit.language, refusal) : undefined}
            autoComplete="off"
          />
        </Form>
      </section>
      <Form visit={visit} action="/sign-out" submit={say('sign-out')} isQuiet />
    </>
  )
}
