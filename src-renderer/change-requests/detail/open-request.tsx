import { useEffect, useRef } from 'react'
import type { ChangeRequestId } from '#shared/change-requests/change-request.ts'
import type { RequestFile } from '#shared/change-requests/change-requests-contract.ts'
import { requestDetailMessages } from '#shared/change-requests/messages/request-detail-messages.ts'
import { requestRefusalMessages } from '#shared/change-requests/messages/request-refusal-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
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
  useClosing(found === 'loading' || !found.ok ? null : found.value)
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

/**
 * A request in which nothing would change any more closes itself: the office wrote it already, or the
 * guardian asked for what stood there. Like every decision it can be undone.
 */
function useClosing(file: RequestFile | null) {
  const say = useSay(requestDetailMessages)
  const closed = useRef<string | null>(null)
  useEffect(() => {
    const open = file?.parts.filter(({ decision }) => decision === null) ?? []
    const isDone = open.length > 0 && open.every(({ standing }) => standing === 'unchanged')
    // Undone by hand it stays open: somebody wants to look at it.
    if (!file || !isDone || closed.current === file.id) return
    closed.current = file.id
    const parts = open.map(({ id, asked, now }) => ({
      ...{ id, now, value: asked, choice: 'accept' as const, reason: null, document: null },
    }))
    void changeRequests.decide({ id: file.id, parts, movers: null }).then((answer) => {
      const text = say('done-unchanged', { names: file.pupilNames })
      if (answer.ok) void toast({ text, undo: 'last' })
    })
  }, [file, say])
}
