import { requestState } from '#shared/change-requests/change-request.ts'
import type { PartView } from '#shared/change-requests/change-requests-contract.ts'
import { requestDetailMessages } from '#shared/change-requests/messages/request-detail-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { StateTag } from '../queue/request-signs.tsx'
import { useAskWords } from '../use-ask-words.ts'
import classes from './detail.module.css'
import { usePartLabel, Value } from './part/part-rows.tsx'

/** What was decided, field by field. */
export function AnsweredParts({ parts }: { readonly parts: readonly PartView[] }) {
  const say = useSay(requestDetailMessages)
  if (parts.length === 0) return null
  return (
    <table className={classes.parts}>
      <thead className={classes.columns}>
        <tr>
          <th scope="col">{say('col-field')}</th>
          <th scope="col">{say('col-was')}</th>
          <th scope="col">{say('col-became')}</th>
          <th scope="col">{say('col-result')}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <AnsweredPart key={part.id} part={part} />
        ))}
      </tbody>
    </table>
  )
}

function AnsweredPart({ part }: { readonly part: PartView }) {
  const words = useAskWords()
  const label = usePartLabel(part)
  const wanted = words.value(part, part.decided ?? part.asked)
  const isAccepted = part.decision === 'accepted'
  return (
    <tr className={classes.part} data-taken={isAccepted}>
      <th scope="row">{label}</th>
      <td data-private>
        <Value text={words.value(part, part.before ?? part.seen)} isOld={isAccepted} />
      </td>
      <td data-private>
        <Value text={wanted} isOld={!isAccepted} />
        {part.reason && <p className={classes.plain}>{part.reason}</p>}
      </td>
      <td>
        <StateTag state={requestState([part])} />
      </td>
    </tr>
  )
}
