import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import type { LeaveRow } from '#shared/leave/leave-contract.ts'
import { leaveWords } from '#shared/leave/words/leave-words.ts'
import { leaveScreenWords } from '#shared/leave/words/screen-words.ts'
import { foldText, searchWords } from '#shared/platform/fold-text.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useFormats } from '../platform/formats.ts'
import { useSay } from '../platform/language.tsx'
import type { RouteOf } from '../platform/routes.ts'
import { useShortcuts } from '../platform/shortcuts.ts'
import { Button } from '../platform/ui/button.tsx'
import { Segments } from '../platform/ui/fields/choice-field.tsx'
import { type GridColumn, useGridLayout } from '../platform/ui/grid/columns.ts'
import { DataGrid } from '../platform/ui/grid/data-grid.tsx'
import { IconFilter, IconPlane, IconPlus, IconSettings } from '../platform/ui/icons.ts'
import { FilterBar } from '../platform/ui/page/filter-bar.tsx'
import { ListPage } from '../platform/ui/page/list-page.tsx'
import { PageHead } from '../platform/ui/page/page.tsx'
import { EmptyState } from '../platform/ui/signs/empty-state.tsx'
import { Skeleton } from '../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../platform/use-fresh.ts'
import classes from './leave.module.css'
import { leave, leaveTables } from './leave-calls.ts'
import { LeavePanel } from './leave-panel.tsx'
import { LeaveSettingsDialog } from './leave-settings-dialog.tsx'
import { LeaveTag } from './leave-tag.tsx'
import { NewLeaveDialog } from './new-leave-dialog.tsx'

/** Requests for leave, and beside each the facts that its decision needs. */
export function LeaveScreen({ route }: { readonly route: RouteOf<'leave'> }) {
  const say = useSay(leaveScreenWords)
  const sayUi = useSay(uiMessages)
  const rows = useFresh(leaveTables, {}, () => leave.list({}))
  const [activeId, setActive] = useState<string | null>(route.id ?? null)
  const [dialog, open] = useState<'new' | 'settings' | null>(route.isNew ? 'new' : null)
  useShortcuts(sayUi('keys-list'), [{ keys: 'mod+n', says: say('new'), run: () => open('new') }])
  if (rows === 'loading') {
    return (
      <>
        <PageHead title={say('title')} />
        <Skeleton />
      </>
    )
  }
  const waiting = rows.filter(isOpen).length
  const active = rows.find(({ requestId }) => requestId === activeId) ?? rows[0] ?? null
  return (
    <>
      <ListPage
        list={(openPanel) => (
          <>
            <div className={classes.head}>
              <PageHead
                title={say('title')}
                aside={waiting > 0 ? say('open-count', { count: waiting }) : say('open-none')}
                actions={
                  <>
                    <Button icon={IconSettings} onClick={() => open('settings')}>
                      {say('settings')}
                    </Button>
                    <Button kind="primary" icon={IconPlus} onClick={() => open('new')}>
                      {say('new')}
                    </Button>
                  </>
                }
              />
            </div>
            <LeaveGrid
              rows={rows}
              activeId={active?.requestId ?? null}
              onActiveChange={setActive}
              onOpenPanel={openPanel}
              onNew={() => open('new')}
            />
          </>
        )}
        panel={active && <LeavePanel key={active.requestId} row={active} />}
      />
      {dialog === 'new' && (
        <NewLeaveDialog
          pupilId={route.pupilId ?? null}
          onClose={() => open(null)}
          onAdded={setActive}
        />
      )}
      {dialog === 'settings' && <LeaveSettingsDialog onClose={() => open(null)} />}
    </>
  )
}

const isOpen = ({ state }: LeaveRow) => state === 'waiting' || state === 'forwarded'

type LeaveGridProps = {
  readonly rows: readonly LeaveRow[]
  readonly activeId: string | null
  readonly onActiveChange: (id: string) => void
  readonly onOpenPanel: (row: LeaveRow, by: 'key' | 'pointer') => void
  readonly onNew: () => void
}

function LeaveGrid({ rows, activeId, onActiveChange, onOpenPanel, onNew }: LeaveGridProps) {
  const say = useSay(leaveScreenWords)
  const sayUi = useSay(uiMessages)
  const columns = useLeaveColumns()
  const [layout, keepLayout] = useGridLayout('leave', columns)
  const [text, setText] = useState('')
  const [which, setWhich] = useState<'open' | 'all'>(rows.some(isOpen) ? 'open' : 'all')
  const words = useDeferredValue(text)
  const matches = useCallback(
    (row: LeaveRow) => {
      if (which === 'open' && !isOpen(row)) return false
      const haystack = foldText(`${row.names} ${row.groupNames}`)
      return searchWords(words).every((word) => haystack.includes(word))
    },
    [words, which],
  )
  function clear() {
    setText('')
    setWhich('all')
  }
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={IconPlane}
        title={say('empty-title')}
        action={<Button onClick={onNew}>{say('new')}</Button>}
      >
        {say('empty-text')}
      </EmptyState>
    )
  }
  return (
    <>
      <FilterBar
        label={say('filter-label')}
        placeholder={say('filter-placeholder')}
        value={text}
        onChange={setText}
      >
        <Segments
          label={say('which')}
          value={which}
          onChange={setWhich}
          options={[
            { value: 'open', label: say('which.open') },
            { value: 'all', label: say('which.all') },
          ]}
        />
      </FilterBar>
      <DataGrid
        label={say('list-label')}
        rows={rows}
        columns={columns}
        rowId={idOf}
        matches={matches}
        layout={layout}
        onLayoutChange={keepLayout}
        activeId={activeId}
        onActiveChange={onActiveChange}
        onOpenPanel={onOpenPanel}
        empty={
          <EmptyState
            icon={IconFilter}
            title={say('filter-none')}
            action={<Button onClick={clear}>{sayUi('clear-filter')}</Button>}
          />
        }
      />
    </>
  )
}

const idOf = ({ requestId }: LeaveRow) => requestId

function useLeaveColumns(): readonly GridColumn<LeaveRow>[] {
  const say = useSay(leaveScreenWords)
  const sayLeave = useSay(leaveWords)
  const { compare, weekday, moment } = useFormats()
  return useMemo(() => {
    const days = ({ from, until }: LeaveRow) =>
      from === until ? weekday(from) : `${weekday(from)} – ${weekday(until)}`
    return [
      {
        id: 'name',
        header: say('column.name'),
        text: ({ names }) => names,
        compare: (a, b) => compare(a.names, b.names),
        width: 150,
        grow: 2,
        isName: true,
      },
      {
        id: 'state',
        header: say('column.state'),
        text: ({ state }) => sayLeave(`state.${state}`),
        cell: ({ state }) => <LeaveTag state={state} />,
        width: 156,
      },
      {
        id: 'days',
        header: say('column.days'),
        text: days,
        compare: (a, b) => a.from.localeCompare(b.from),
        width: 178,
      },
      {
        id: 'kind',
        header: say('column.kind'),
        text: ({ kind }) => sayLeave(`kind.${kind}`),
        width: 130,
        grow: 1,
      },
      {
        id: 'group',
        header: say('column.group'),
        text: ({ groupNames }) => groupNames,
        compare: (a, b) => compare(a.groupNames, b.groupNames),
        width: 84,
      },
      {
        id: 'asked',
        header: say('column.asked'),
        text: ({ askedAt }) => moment(askedAt),
        compare: (a, b) => a.askedAt.localeCompare(b.askedAt),
        width: 140,
        isHiddenAtFirst: true,
      },
    ]
  }, [say, sayLeave, compare, weekday, moment])
}
