import { randomUUID } from 'node:crypto'
import { askingMessages } from '#shared/children/asking-messages.ts'
import {
  type ConsentPurpose,
  consentPurposes,
  type GivenAnswer,
  standingConsent,
} from '#shared/consents/consent.ts'
import { consentsMessages } from '#shared/consents/consents-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import { Form, Notice } from '../../platform/form.tsx'
import type { Asking } from '../file/read-asking.ts'
import type { AtChild } from '../frame/child-pages.tsx'
import { showDay } from '../tabs/field-words.ts'
import { TabStrip } from '../tabs/tab-strip.tsx'

type Answer = GivenAnswer & { readonly givenOn: string }

type Props = {
  readonly at: AtChild
  readonly asking: Asking
  /** Newest first. */
  readonly answers: readonly Answer[]
  readonly isSaved: boolean
}

export function ConsentsPage({ at, asking, answers, isSaved }: Props) {
  const { visit, child, who } = at
  const say = speak(askingMessages, visit.language)
  const { guardianId } = who.session
  const own = answers.filter((answer) => answer.guardianId === guardianId)
  const ground = { asking, country: who.school.country }
  const purposes = consentPurposes.map((purpose) => (
    <Purpose key={purpose} at={at} purpose={purpose} answers={answers} own={own} />
  ))
  return (
    <>
      <TabStrip visit={visit} ground={ground} child={child} here="privacy" unsent={[]} />
      {isSaved && <Notice kind="good">{say('done.saved')}</Notice>}
      <p className="lead">{say('consents-lead')}</p>
      {child.hasAuthority ? (
        <Form
          visit={visit}
          action={`/children/${child.linkId}/privacy`}
          submit={say('consents-submit')}
        >
          <input type="hidden" name="once" value={randomUUID()} />
          {purposes}
        </Form>
      ) : (
        <>
          <Notice kind="plain">{say('consents-not-yours')}</Notice>
          {purposes}
        </>
      )}
      <History at={at} own={own} />
    </>
  )
}

type PurposeProps = {
  readonly at: AtChild
  readonly purpose: ConsentPurpose
  readonly answers: readonly Answer[]
  readonly own: readonly Answer[]
}

/** One question, with what holds now; another guardian's answer is not told. */
function Purpose({ at: { visit, child }, purpose, answers, own }: PurposeProps) {
  const say = speak(askingMessages, visit.language)
  const name = speak(consentsMessages, visit.language)(`purpose.${purpose}`)
  const mine = own.find((answer) => answer.purpose === purpose)
  const now = <p className="meta">{say(`consents-now.${standingConsent(purpose, answers)}`)}</p>
  if (!child.hasAuthority) {
    return (
      <section className="card">
        <h2>{name}</h2>
        {now}
      </section>
    )
  }
  return (
    <fieldset className="card">
      <legend>{name}</legend>
      <div className="choices">
        {(['yes', 'no'] as const).map((answer) => (
          <label className="tick" key={answer}>
            <input
              type="radio"
              name={`consent.${purpose}`}
              value={answer}
              defaultChecked={mine?.granted === (answer === 'yes')}
            />
            {say(answer)}
          </label>
        ))}
      </div>
      {now}
    </fieldset>
  )
}

function History({ at: { visit }, own }: Pick<PurposeProps, 'at' | 'own'>) {
  const say = speak(askingMessages, visit.language)
  const words = speak(consentsMessages, visit.language)
  return (
    <details className="card">
      <summary>{say('consents-history')}</summary>
      {own.length === 0 && <p>{say('consents-none')}</p>}
      <ul className="rows">
        {own.map(({ purpose, granted, givenOn, recordedAt }) => (
          <li key={`${purpose} ${recordedAt}`}>
            <div>
              {words(`purpose.${purpose}`)}
              <div className="meta">
                {say('consents-answer', {
                  answer: say(granted ? 'yes' : 'no'),
                  day: showDay(givenOn, visit.language),
                })}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}
