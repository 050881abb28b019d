import type { RequestState } from '#shared/change-requests/change-request.ts'
import type { RequestRow } from '#shared/change-requests/change-requests-contract.ts'
import { inboxMessages } from '#shared/change-requests/messages/inbox-messages.ts'
import { requestDetailMessages } from '#shared/change-requests/messages/request-detail-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import {
  type Icon,
  IconArrowBackUp,
  IconCheck,
  IconCircleDashed,
  IconCircleX,
  IconClock,
  IconFileText,
  IconId,
} from '../../platform/ui/icons.ts'
import { StatusTag, type Tone } from '../../platform/ui/signs/status-tag.tsx'
import classes from './queue.module.css'

/** How long it waits, or what became of it. */
export function RequestSigns({ row }: { readonly row: RequestRow }) {
  const say = useSay(inboxMessages)
  const sayDetail = useSay(requestDetailMessages)
  const age = useAge()
  const { moment } = useFormats()
  return (
    <span className={classes.signs}>
      {row.state === 'pending' ? (
        <StatusTag tone={age.days(row.madeAt) > 5 ? 'warn' : 'quiet'} icon={IconClock}>
          {age.words(row.madeAt)}
        </StatusTag>
      ) : (
        <StateTag state={row.state} />
      )}
      {row.answeredAt && <span className={classes.at}>{moment(row.answeredAt)}</span>}
      {row.waitsForDocument && (
        <StatusTag tone="info" icon={IconId}>
          {say('waits-sign')}
        </StatusTag>
      )}
      {row.source === 'paper' && (
        <StatusTag tone="neutral" icon={IconFileText}>
          {say('paper-sign')}
        </StatusTag>
      )}
      {row.state === 'pending' && row.seemsSimple && !row.waitsForDocument && (
        <StatusTag tone="ok" icon={IconCheck}>
          {say('simple-sign')}
        </StatusTag>
      )}
      <span className="visually-hidden">{sayDetail(`state-${row.state}`)}</span>
    </span>
  )
}

const looks: Readonly<Record<RequestState, { readonly tone: Tone; readonly icon: Icon }>> = {
  pending: { tone: 'info', icon: IconClock },
  accepted: { tone: 'ok', icon: IconCheck },
  partly: { tone: 'warn', icon: IconCircleDashed },
  rejected: { tone: 'neutral', icon: IconCircleX },
  withdrawn: { tone: 'neutral', icon: IconArrowBackUp },
  unchanged: { tone: 'quiet', icon: IconCheck },
}

export function StateTag({ state }: { readonly state: RequestState }) {
  const say = useSay(requestDetailMessages)
  return (
    <StatusTag tone={looks[state].tone} icon={looks[state].icon}>
      {say(`state-${state}`)}
    </StatusTag>
  )
}

function useAge() {
  const say = useSay(inboxMessages)
  const days = (at: string) => Math.max(0, Math.floor((Date.now() - Date.parse(at)) / 86_400_000))
  const words = (at: string) => {
    const count = days(at)
    return count === 0 ? say('age-now') : say('age-days', { count })
  }
  return { days, words }
}
