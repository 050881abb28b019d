import { type RequestState, requestState } from '#shared/change-requests/change-request.ts'
import { askFieldOf } from '#shared/change-requests/rules/ask-fields.ts'
import { askingMessages } from '#shared/children/asking-messages.ts'
import { childrenMessages } from '#shared/children/children-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import { Form, Notice } from '../../platform/form.tsx'
import type { Visit } from '../../platform/visit.ts'
import type { Child } from '../children-table.ts'
import type { PartRow } from '../file/asking-rows.ts'
import type { AskedRequest } from '../file/read-asking.ts'
import { labelOf, localeOf, type Reader, showNewRow, showValue } from '../tabs/field-words.ts'
import { isAnswerOut } from '../tabs/tab-model.ts'

type Props = {
  readonly visit: Visit
  readonly reader: Reader
  readonly requests: readonly AskedRequest[]
  readonly siblings: readonly Child[]
  readonly now: number
  readonly done: string
}

export function RequestsPage({ visit, requests, done, ...rest }: Props) {
  const words = speak(childrenMessages, visit.language)
  const say = speak(askingMessages, visit.language)
  return (
    <>
      <h1>{words('requests')}</h1>
      {done === 'withdrawn' && <Notice kind="good">{say('done.withdrawn')}</Notice>}
      {done === 'too-late' && <Notice kind="bad">{say('done.too-late')}</Notice>}
      {requests.length === 0 && <p className="lead">{say('requests-empty')}</p>}
      {requests.map((request) => (
        <RequestCard key={request.id} visit={visit} request={request} {...rest} />
      ))}
    </>
  )
}

/** As the guardian may know it: an answer that the office can still take back is no answer yet. */
export function shownState(request: AskedRequest, now: number): RequestState {
  if (request.withdrawnAt !== null) return requestState(request.parts)
  return isAnswerOut(request, now) ? requestState(request.parts) : 'pending'
}

type CardProps = Omit<Props, 'requests' | 'done'> & { readonly request: AskedRequest }

function RequestCard({ visit, reader, request, siblings, now }: CardProps) {
  const say = speak(askingMessages, visit.language)
  const words = speak(childrenMessages, visit.language)
  const state = shownState(request, now)
  const { pupilIds, tab, parts, madeAt } = request
  const names = siblings.filter(({ pupilId }) => pupilIds.some((id) => id === pupilId))
  const clock = new Intl.DateTimeFormat(localeOf(visit.language), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: reader.country === 'se' ? 'Europe/Stockholm' : 'Europe/Amsterdam',
  })
  const about = tab === 'own' ? '' : names.map(({ name }) => name).join(', ')
  // Who lost the right to a tab since keeps the answer, not the text.
  const isShown = tab !== 'medical' || names.some(({ hasAuthority }) => hasAuthority)
  return (
    <section className="card">
      <h2>{[words(`tab.${tab}`), about].filter(Boolean).join(' – ')}</h2>
      <State state={state} visit={visit} />
      <p className="meta">{say('sent', { at: clock.format(new Date(madeAt)) })}</p>
      {isShown && (
        <dl className="known">
          {parts.map((part) => (
            <AskedPart key={part.id} part={part} reader={reader} isOut={state !== 'pending'} />
          ))}
        </dl>
      )}
      {state === 'pending' && parts.some(({ decision }) => decision === null) && (
        <Form visit={visit} action="/requests/withdraw" submit={say('withdraw')} isQuiet>
          <input type="hidden" name="request" value={request.id} />
        </Form>
      )}
    </section>
  )
}

const marks: Readonly<Record<RequestState, string>> = {
  pending: '◷',
  accepted: '✓',
  partly: '◐',
  rejected: '✕',
  withdrawn: '↩',
  unchanged: '✓',
}

/** Sign and word: colour alone says nothing to who does not see it. */
export function State({ state, visit }: { readonly state: RequestState; readonly visit: Visit }) {
  return (
    <p className={`state ${state}`}>
      <span aria-hidden="true">{marks[state]}</span>{' '}
      {speak(askingMessages, visit.language)(`state.${state}`)}
    </p>
  )
}

type PartProps = { readonly part: PartRow; readonly reader: Reader; readonly isOut: boolean }

function AskedPart({ part, reader, isOut }: PartProps) {
  const say = speak(askingMessages, reader.language)
  const { act, tbl, field, seen, asked, decision, reason, decided } = part
  const entry = askFieldOf({ act, tbl, field }, reader.country)
  if (!entry) return null
  const show = (value: string | null) => showValue(entry, value, reader) ?? say('nothing')
  const label =
    act === 'set' ? labelOf(entry, reader.language) : say(tbl === 'phones' ? 'phone' : 'contact')
  const value =
    act === 'add'
      ? showNewRow(part, reader)
      : act === 'end'
        ? say('taken-away', { value: seen ?? '' })
        : show(asked)
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {act === 'set' && seen !== null && <s>{show(seen)}</s>} {value}
        {isOut && decision === 'rejected' && (
          <span className="refused">
            {reason ? say('refused', { reason }) : say('refused-plain')}
          </span>
        )}
        {isOut &&
          decision === 'accepted' &&
          act === 'set' &&
          decided !== null &&
          decided !== asked && (
            <span className="meta"> {say('decided-as', { value: show(decided) })}</span>
          )}
        {!isOut && part.documentAskedAt && !part.documentSeenAt && (
          <span className="refused">{say('document')}</span>
        )}
      </dd>
    </>
  )
}
