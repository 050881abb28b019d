import { daysText } from '#shared/leave/leave-letter.ts'
import { type LeaveAnswer, type LeaveRequest, stateOf } from '#shared/leave/leave-request.ts'
import { leaveWords } from '#shared/leave/words/leave-words.ts'
import { leavePagesWords } from '#shared/leave/words/pages-words.ts'
import { speak } from '#shared/platform/messages.ts'
import type { Child } from '../children/children-table.ts'
import { Form, Notice } from '../platform/form.tsx'
import type { Visit } from '../platform/visit.ts'
import type { AskRefusal, ChangeRefusal } from './keep-leave.ts'
import { LeaveForm } from './leave-form.tsx'
import type { LeaveHouse } from './leave-rows.ts'
import type { FormTrouble, TypedLeave } from './read-form.ts'

export type Done = 'asked' | 'withdrawn' | 'answered'

/** A request as one guardian may see it: the words of who asked stay with the school. */
export type ShownRequest = {
  readonly request: LeaveRequest
  readonly name: string
  readonly isMine: boolean
  readonly answer: LeaveAnswer | null
}

export type LeavePageProps = {
  readonly visit: Visit
  readonly house: LeaveHouse
  /** The children that this guardian has a say in. */
  readonly children: readonly Child[]
  readonly listed: readonly ShownRequest[]
  readonly typed: TypedLeave
  readonly trouble: AskRefusal | ChangeRefusal | FormTrouble | null
  readonly done: Done | null
}

export function LeavePage(props: LeavePageProps) {
  const { visit, house, children, listed, trouble, done } = props
  const say = speak(leavePagesWords, visit.language)
  return (
    <>
      <h1>{say('title')}</h1>
      {done && <Notice kind="good">{say(`${done}-done`)}</Notice>}
      {trouble && <Notice kind="bad">{say(trouble)}</Notice>}
      {house.settings.rules !== '' && (
        <section>
          <h2>{say('rules-title')}</h2>
          <p className="lines">{house.settings.rules}</p>
        </section>
      )}
      <h2>{say('list')}</h2>
      {listed.length === 0 && <p>{say('list-empty')}</p>}
      {listed.map((shown) => (
        <Request key={shown.request.id} visit={visit} shown={shown} house={house} />
      ))}
      <h2>{say('form')}</h2>
      {children.length === 0 ? <p>{say('no-authority')}</p> : <LeaveForm {...props} />}
    </>
  )
}

type RequestProps = {
  readonly visit: Visit
  readonly shown: ShownRequest
  readonly house: LeaveHouse
}

function Request({ visit, shown, house }: RequestProps) {
  const { request, name, isMine, answer } = shown
  const { language } = visit
  const say = speak(leavePagesWords, language)
  const words = speak(leaveWords, language)
  const { decision } = request
  const state = words(`state.${stateOf(request)}`)
  const by = isMine ? 'own' : request.source === 'guardian' ? 'by-other' : 'by-school'
  const asks = house.settings.asksEverybody && !isMine && decision === null
  return (
    <article className="card">
      <h3>{`${name}, ${daysText(request, language)}`}</h3>
      <p className="meta">{`${words(`kind.${request.kind}`)} · ${say(by)}`}</p>
      <p>
        <strong>{state}</strong>
        {decision?.outcome === 'partly' &&
          decision.from &&
          decision.until &&
          ` – ${say('granted-days', { days: daysText({ from: decision.from, until: decision.until }, language) })}`}
      </p>
      {decision?.ground && <p>{words(`ground.${decision.ground}`)}</p>}
      {decision?.words && <p className="lines">{decision.words}</p>}
      {asks && <Answer visit={visit} leaveId={request.id} answer={answer} />}
      {isMine && decision === null && (
        <Form visit={visit} action="/leave/withdraw" submit={say('withdraw')} isQuiet>
          <input type="hidden" name="request" value={request.requestId} />
        </Form>
      )}
    </article>
  )
}

type AnswerProps = {
  readonly visit: Visit
  readonly leaveId: string
  readonly answer: LeaveAnswer | null
}

function Answer({ visit, leaveId, answer }: AnswerProps) {
  const say = speak(leavePagesWords, visit.language)
  return (
    <>
      <p>{answer ? say(answer === 'agrees' ? 'you-agree' : 'you-object') : say('consent-ask')}</p>
      {answer !== 'agrees' && (
        <Form visit={visit} action="/leave/answer" submit={say('agree')}>
          <input type="hidden" name="leave" value={leaveId} />
          <input type="hidden" name="answer" value="agrees" />
        </Form>
      )}
      {answer !== 'objects' && (
        <Form visit={visit} action="/leave/answer" submit={say('object')} isQuiet>
          <input type="hidden" name="leave" value={leaveId} />
          <input type="hidden" name="answer" value="objects" />
        </Form>
      )}
    </>
  )
}
