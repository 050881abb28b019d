import { accountsMessages } from '#shared/accounts/accounts-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import { Field, Form } from '../../platform/form.tsx'
import type { Visit } from '../../platform/visit.ts'
import { type AccountRefusal, sayRefusal } from './say-refusal.ts'

type Props = { readonly visit: Visit; readonly refusal: AccountRefusal | null }

export function AddChildPage({ visit, refusal }: Props) {
  const say = speak(accountsMessages, visit.language)
  return (
    <>
      <h1>{say('children.add')}</h1>
      <section className="card">
        <Form visit={visit} action="/children" submit={say('children.add-submit')}>
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
    </>
  )
}
