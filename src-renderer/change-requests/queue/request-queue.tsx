import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import type { RequestRow } from '#shared/change-requests/change-requests-contract.ts'
import { inboxMessages } from '#shared/change-requests/messages/inbox-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { useAskWords } from '../use-ask-words.ts'
import classes from './queue.module.css'
import { RequestSigns } from './request-signs.tsx'

/** More than fits a screen many times over; the rest moves up by itself. */
const mostDrawn = 120

type RequestQueueProps = {
  readonly rows: readonly RequestRow[]
  readonly activeId: string | null
  readonly onActive: (id: RequestRow['id']) => void
  /** Enter: into the request. */
  readonly onEnter: () => void
}

/** Who waits, oldest first; the arrows walk, and what is chosen stands beside it. */
export function RequestQueue({ rows, activeId, onActive, onEnter }: RequestQueueProps) {
  const say = useSay(inboxMessages)
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const shown = rows.slice(0, mostDrawn)
  const active = shown.findIndex((row) => row.id === activeId)

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') {
      event.preventDefault()
      return onEnter()
    }
    const next = shown[indexAfter(event.key, active, shown.length) ?? -1]
    if (!next) return
    event.preventDefault()
    onActive(next.id)
  }

  return (
    <>
      <div
        ref={list}
        className={classes.list}
        role="listbox"
        tabIndex={0}
        data-queue
        aria-label={say('queue')}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        onKeyDown={onKeyDown}
      >
        {shown.map((row, index) => (
          <QueueRow
            key={row.id}
            id={`${id}-${index}`}
            row={row}
            isActive={row.id === activeId}
            onPick={() => onActive(row.id)}
          />
        ))}
      </div>
      {rows.length > shown.length && (
        <p className={classes.more}>{say('more-waiting', { count: rows.length - shown.length })}</p>
      )}
    </>
  )
}

type QueueRowProps = {
  readonly id: string
  readonly row: RequestRow
  readonly isActive: boolean
  readonly onPick: () => void
}

function QueueRow({ id, row, isActive, onPick }: QueueRowProps) {
  const words = useAskWords()
  const labels = [...new Set(row.subjects.map(words.label))]
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys and the focus.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={classes.row}
      onClick={onPick}
    >
      <span className={classes.name} data-private>
        <strong>{row.pupilNames}</strong>
        {row.groupName && ` · ${row.groupName}`}
      </span>
      <span className={classes.what}>{labels.join(', ')}</span>
      <RequestSigns row={row} />
    </div>
  )
}

function indexAfter(key: string, active: number, count: number) {
  if (key === 'ArrowDown') return Math.min(active + 1, count - 1)
  if (key === 'ArrowUp') return Math.max(active - 1, 0)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}
