import { requestDetailMessages } from '#shared/change-requests/messages/request-detail-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { IconArrowRight, IconCheck, IconId, IconX } from '../../platform/ui/icons.ts'
import classes from './detail.module.css'
import type { countOf } from './drafts.ts'

type DecideBarProps = {
  readonly count: ReturnType<typeof countOf>
  readonly isUnchanged: boolean
  readonly wantsDocument: boolean
  readonly onDecide: (rejectAll: boolean) => Promise<void>
  readonly onAskDocuments: () => Promise<void>
  readonly onLater: () => void
}

/** The first button says exactly what happens. */
export function DecideBar(props: DecideBarProps) {
  const say = useSay(requestDetailMessages)
  const { count, isUnchanged, wantsDocument, onDecide, onAskDocuments, onLater } = props
  const isRefusal = count.accepted === 0 && !isUnchanged
  return (
    <div className={classes.bar}>
      <Button
        kind="primary"
        icon={isRefusal ? IconX : IconCheck}
        keys="a"
        onClick={() => void onDecide(false)}
      >
        {isUnchanged ? say('close-unchanged') : sentence()}
      </Button>
      {!isRefusal && (
        <Button icon={IconX} keys="x" onClick={() => void onDecide(true)}>
          {say('reject-all')}
        </Button>
      )}
      {wantsDocument && (
        <Button icon={IconId} onClick={() => void onAskDocuments()}>
          {say('document-ask')}
        </Button>
      )}
      <Button kind="quiet" icon={IconArrowRight} keys="s" onClick={onLater}>
        {say('later')}
      </Button>
    </div>
  )

  function sentence() {
    const { accepted, rejected } = count
    if (rejected === 0) return say('accept-all', { count: accepted })
    return accepted === 0
      ? say('reject-some', { rejected })
      : say('accept-some', { count: accepted, rejected })
  }
}
