import { useState } from 'react'
import type { SimpleRequest } from '#shared/change-requests/change-requests-contract.ts'
import { inboxMessages } from '#shared/change-requests/messages/inbox-messages.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { Button } from '../../platform/ui/button.tsx'
import { CheckboxField } from '../../platform/ui/fields/choice-field.tsx'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { Skeleton } from '../../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { changeRequests } from '../request-calls.ts'
import { useAskWords } from '../use-ask-words.ts'
import classes from './simple.module.css'

/** Requests with nothing odd about them: the list first, then all at once. */
export function SimpleDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay(inboxMessages)
  const sayUi = useSay(uiMessages)
  const [left, leave] = useState<readonly string[]>([])
  const [isBusy, setBusy] = useState(false)
  // Read once: the list that somebody looks over must not change under their eyes.
  const found = useFresh([], {}, changeRequests.simple)
  const chosen = found === 'loading' ? [] : found.filter(({ id }) => !left.includes(id))

  async function accept() {
    setBusy(true)
    let count = 0
    for (const { id } of chosen) {
      const answer = await changeRequests.acceptSimple({ id })
      if (answer.ok) count++
    }
    const gaps = { count, left: chosen.length - count }
    void toast({ text: say(gaps.left > 0 ? 'bulk-left' : 'bulk-done', gaps), undo: 'last' })
    onClose()
  }

  return (
    <Modal
      title={say('bulk-title')}
      onClose={onClose}
      width={680}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button
            kind="primary"
            isBusy={isBusy}
            disabled={chosen.length === 0}
            onClick={() => void accept()}
          >
            {say('bulk-count', { count: chosen.length })}
          </Button>
        </>
      }
    >
      {found === 'loading' ? (
        <Skeleton rows={5} />
      ) : found.length === 0 ? (
        <Banner tone="info">{say('bulk-none')}</Banner>
      ) : (
        <>
          <p>{say('bulk-text')}</p>
          <ul className={classes.list}>
            {found.map((each) => (
              <SimpleLine
                key={each.id}
                request={each}
                isChosen={!left.includes(each.id)}
                onChoose={(is) =>
                  leave(is ? left.filter((id) => id !== each.id) : [...left, each.id])
                }
              />
            ))}
          </ul>
        </>
      )}
    </Modal>
  )
}

type SimpleLineProps = {
  readonly request: SimpleRequest
  readonly isChosen: boolean
  readonly onChoose: (is: boolean) => void
}

function SimpleLine({ request, isChosen, onChoose }: SimpleLineProps) {
  const words = useAskWords()
  return (
    <li className={classes.line} data-private>
      <CheckboxField
        label={`${request.pupilNames} · ${request.guardianName}`}
        value={isChosen}
        onChange={onChoose}
      />
      <ul>
        {request.parts.map((part) => (
          <li key={part.id}>
            {words.label(`${part.tbl}.${part.field ?? part.act}`)}:{' '}
            {part.now && <del>{words.value(part, part.now)}</del>}{' '}
            <ins>{words.value(part, part.asked)}</ins>
          </li>
        ))}
      </ul>
    </li>
  )
}
