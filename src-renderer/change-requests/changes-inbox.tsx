import { type ReactNode, useMemo, useRef, useState } from 'react'
import type { RequestRow } from '#shared/change-requests/change-requests-contract.ts'
import { inboxMessages } from '#shared/change-requests/messages/inbox-messages.ts'
import { requestDetailMessages } from '#shared/change-requests/messages/request-detail-messages.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { holdsAll, readTerms } from '#shared/search/haystack.ts'
import { useSay } from '../platform/language.tsx'
import { useShortcuts } from '../platform/shortcuts.ts'
import { Button } from '../platform/ui/button.tsx'
import { Segments } from '../platform/ui/fields/choice-field.tsx'
import { IconCircleCheck, IconSearch } from '../platform/ui/icons.ts'
import { FilterBar } from '../platform/ui/page/filter-bar.tsx'
import { EmptyState } from '../platform/ui/signs/empty-state.tsx'
import { Skeleton } from '../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../platform/use-fresh.ts'
import classes from './changes-inbox.module.css'
import { OpenRequest } from './detail/open-request.tsx'
import { InboxActions } from './inbox-actions.tsx'
import { RequestQueue } from './queue/request-queue.tsx'
import { changeRequests, queueTables } from './request-calls.ts'

type Shown = 'open' | 'answered'

/** What guardians ask to change: the queue, and the one that is being looked at. */
export function ChangesInbox({ head }: { readonly head: ReactNode }) {
  const [shown, show] = useState<Shown>('open')
  const rows = useFresh(queueTables, { of: shown }, changeRequests.list)
  return (
    <div className={classes.inbox}>
      {rows === 'loading' ? (
        <Skeleton rows={10} />
      ) : (
        <Queue key={shown} head={head} rows={rows} shown={shown} onShow={show} />
      )}
    </div>
  )
}

type QueueProps = {
  readonly head: ReactNode
  readonly rows: readonly RequestRow[]
  readonly shown: Shown
  readonly onShow: (shown: Shown) => void
}

function Queue({ head, rows, shown, onShow }: QueueProps) {
  const say = useSay(inboxMessages)
  const [text, setText] = useState('')
  const matching = useMemo(() => {
    const terms = readTerms(text)
    return rows.filter(({ haystack }) => holdsAll(haystack, terms))
  }, [rows, text])
  const { active, activate, next } = useActive(matching)
  const detail = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const toList = () => list.current?.querySelector<HTMLElement>('[data-queue]')?.focus()

  return (
    <>
      <div ref={list} className={classes.queue} data-pane>
        {head}
        <InboxActions
          openCount={shown === 'open' ? rows.length : 0}
          simpleCount={rows.filter(({ seemsSimple }) => seemsSimple).length}
        />
        <FilterBar
          label={say('filter')}
          placeholder={say('filter-placeholder')}
          value={text}
          onChange={setText}
        >
          <Segments
            label={say('shown')}
            value={shown}
            onChange={onShow}
            options={[
              { value: 'open', label: say('open-ones') },
              { value: 'answered', label: say('answered-ones') },
            ]}
          />
        </FilterBar>
        {matching.length > 0 ? (
          <RequestQueue
            rows={matching}
            activeId={active?.id ?? null}
            onActive={activate}
            onEnter={() => firstStop(detail.current)?.focus()}
          />
        ) : (
          <Nothing rows={rows} shown={shown} onClear={() => setText('')} />
        )}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape is a way back, beside F6. */}
      <div
        ref={detail}
        className={classes.detail}
        data-pane
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.defaultPrevented) return
          event.preventDefault()
          toList()
        }}
      >
        {active && (
          <OpenRequest
            id={active.id}
            onDone={() => {
              next()
              toList()
            }}
          />
        )}
      </div>
    </>
  )
}

/** The one that is looked at; when it goes away the one after it opens by itself. */
function useActive(rows: readonly RequestRow[]) {
  const say = useSay(requestDetailMessages)
  const [place, put] = useState<{ readonly id: string | null; readonly index: number }>({
    id: null,
    index: 0,
  })
  const at = rows.findIndex(({ id }) => id === place.id)
  const index = at >= 0 ? at : Math.min(place.index, rows.length - 1)
  const active = rows[index]
  const goTo = (to: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))]
    if (row) put({ id: row.id, index: rows.indexOf(row) })
  }
  useShortcuts(say('col-take'), [
    { keys: 'n', says: say('key-next'), run: () => goTo(index + 1) },
    { keys: 'p', says: say('key-previous'), run: () => goTo(index - 1) },
  ])
  return {
    active,
    activate: (id: RequestRow['id']) => put({ id, index: rows.findIndex((row) => row.id === id) }),
    next: () => (index + 1 < rows.length ? goTo(index + 1) : goTo(index - 1)),
  }
}

type NothingProps = {
  readonly rows: readonly RequestRow[]
  readonly shown: Shown
  readonly onClear: () => void
}

function Nothing({ rows, shown, onClear }: NothingProps) {
  const say = useSay(inboxMessages)
  const sayUi = useSay(uiMessages)
  if (rows.length > 0) {
    return (
      <EmptyState
        icon={IconSearch}
        title={say('none-title')}
        action={<Button onClick={onClear}>{sayUi('clear-filter')}</Button>}
      >
        {say('none-text')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={IconCircleCheck}
      title={say(shown === 'open' ? 'empty-title' : 'answered-empty')}
    >
      {say('empty-text')}
    </EmptyState>
  )
}

const firstStop = (pane: HTMLElement | null) =>
  pane?.querySelector<HTMLElement>(
    'table :is(input, button, select, textarea):not(:disabled), :is(input, button):not(:disabled)',
  )
