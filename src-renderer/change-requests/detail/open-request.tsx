import type { ChangeRequestId } from '#shared/change-requests/change-request.ts'
import { requestRefusalMessages } from '#shared/change-requests/messages/request-refusal-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { Skeleton } from '../../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { changeRequests, requestTables } from '../request-calls.ts'
import { RequestDetail } from './request-detail.tsx'
import { TakeBack } from './take-back.tsx'

type OpenRequestProps = { readonly id: ChangeRequestId; readonly onDone: () => void }

/** The chosen request, read again whenever something it stands beside changes. */
export function OpenRequest({ id, onDone }: OpenRequestProps) {
  const sayRefusal = useSay(requestRefusalMessages)
  const found = useFresh(requestTables, { id }, changeRequests.find)
  if (found === 'loading') return <Skeleton rows={6} />
  if (!found.ok) return <Banner tone="info">{sayRefusal(found.refusal)}</Banner>
  // While another is being read the former answer stands: nothing may be decided about it then.
  const isFormer = found.value.id !== id
  return (
    <div inert={isFormer}>
      <RequestDetail key={found.value.id} file={found.value} onDone={onDone} />
      {found.value.state !== 'pending' && found.value.answeredAt && <TakeBack file={found.value} />}
    </div>
  )
}
