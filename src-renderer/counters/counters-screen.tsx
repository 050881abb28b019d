import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import type { CounterRow } from '#shared/counters/counters-contract.ts'
import { needsAttention } from '#shared/counters/counters-of.ts'
import { counterWords } from '#shared/counters/words/counter-words.ts'
import { counterScreenWords } from '#shared/counters/words/screen-words.ts'
import { foldText, searchWords } from '#shared/platform/fold-text.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useFormats } from '../platform/formats.ts'
import { useSay } from '../platform/language.tsx'
import { go, type RouteOf } from '../platform/routes.ts'
import { Button } from '../platform/ui/button.tsx'
import { Segments } from '../platform/ui/fields/choice-field.tsx'
import { type GridColumn, useGridLayout } from '../platform/ui/grid/columns.ts'
import { DataGrid } from '../platform/ui/grid/data-grid.tsx'
import { IconFilter, IconGavel, IconSettings } from '../platform/ui/icons.ts'
import { FilterBar } from '../platform/ui/page/filter-bar.tsx'
import { ListPage } from '../platform/ui/page/list-page.tsx'
import { PageHead } from '../platform/ui/page/page.tsx'
import { EmptyState } from '../platform/ui/signs/empty-state.tsx'
import { Skeleton } from '../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../platform/use-fresh.ts'
import { countedTables, counters } from './counter-calls.ts'
import { CounterPanel } from './counter-panel.tsx'
import { CounterTag, Meter, useTotalText } from './counter-signs.tsx'
import classes from './counters.module.css'
import { FiguresDialog } from './figures-dialog.tsx'

/** What the law counts, what is due and why (Wettelijk). */
export function CountersScreen({ route }: { readonly route: RouteOf<'counters'> }) {
  const say = useSay(counterScreenWords)
  const list = useFresh(countedTables, {}, () => counters.list({}))
  const [activeKey, setActive] = useState<string | null>(null)
  const [isShowingFigures, showFigures] = useState(false)
  if (list === 'loading') {
    return (
      <>
        <PageHead title={say('title')} />
        <Skeleton />
      </>
    )
  }
  const { rows } = list
  const due = rows.filter(({ state }) => state === 'due').length
  const active =
    rows.find(({ key }) => key === activeKey) ??
    rows.find(({ pupilId }) => pupilId === route.id) ??
    rows[0] ??
    null
  return (
    <>
      <ListPage
        list={(openPanel) => (
          <>
            <div className={classes.head}>
              <PageHead
                title={say('title')}
                aside={due > 0 ? say('due-count', { count: due }) : say('due-none')}
                actions={
                  <Button icon={IconSettings} onClick={() => showFigures(true)}>
                    {say('figures')}
                  </Button>
                }
              />
            </div>
            <CounterGrid
              rows={rows}
              activeKey={active?.key ?? null}
              onActiveChange={setActive}
              onOpenPanel={openPanel}
            />
          </>
        )}
        panel={active && <CounterPanel key={active.key} row={active} />}
      />
      {isShowingFigures && <FiguresDialog onClose={() => showFigures(false)} />}
    </>
  )
}

type CounterGridProps = {
  readonly rows: readonly CounterRow[]
  readonly activeKey: string | null
  readonly onActiveChange: (key: string) => void
  readonly onOpenPanel: (row: CounterRow, by: 'key' | 'pointer') => void
}

function CounterGrid({ rows, activeKey, onActiveChange, onOpenPanel }: CounterGridProps) {
  const say = useSay(counterScreenWords)
  const sayUi = useSay(uiMessages)
  const columns = useCounterColumns()
  const [layout, keepLayout] = useGridLayout('counters', columns)
  const [text, setText] = useState('')
  const [which, setWhich] = useState<'attention' | 'all'>('attention')
  const words = useDeferredValue(text)
  const matches = useCallback(
    (row: CounterRow) => {
      if (which === 'attention' && !needsAttention(row)) return false
      const haystack = foldText(`${row.name} ${row.groupName}`)
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
        icon={IconGavel}
        title={say('empty-title')}
        action={<Button onClick={() => go({ screen: 'pupils' })}>{say('to-registers')}</Button>}
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
            { value: 'attention', label: say('which.attention') },
            { value: 'all', label: say('which.all') },
          ]}
        />
      </FilterBar>
      <DataGrid
        label={say('list-label')}
        rows={rows}
        columns={columns}
        rowId={keyOf}
        matches={matches}
        layout={layout}
        onLayoutChange={keepLayout}
        activeId={activeKey}
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

const keyOf = ({ key }: CounterRow) => key

function useCounterColumns(): readonly GridColumn<CounterRow>[] {
  const say = useSay(counterScreenWords)
  const sayCounter = useSay(counterWords)
  const { compare, day } = useFormats()
  const totalText = useTotalText()
  return useMemo(
    () => [
      {
        id: 'name',
        header: say('column.name'),
        text: ({ name }) => name,
        compare: (a, b) => compare(a.sortName, b.sortName),
        width: 150,
        grow: 2,
        isName: true,
      },
      {
        id: 'state',
        header: say('column.state'),
        text: ({ state }) => sayCounter(`state.${state}`),
        cell: ({ state }) => <CounterTag state={state} />,
        width: 116,
      },
      {
        id: 'kind',
        header: say('column.kind'),
        text: ({ kind }) => sayCounter(`kind.${kind}`),
        compare: (a, b) => a.kind.localeCompare(b.kind),
        width: 140,
        grow: 1,
      },
      {
        id: 'total',
        header: say('column.total'),
        text: (row) => totalText(row),
        cell: (row) => <Meter counter={row} />,
        compare: (a, b) => a.total - b.total,
        width: 236,
      },
      {
        id: 'deadline',
        header: say('column.deadline'),
        text: ({ deadline, state }) => (deadline && state === 'due' ? day(deadline) : ''),
        compare: (a, b) => (a.deadline ?? '9').localeCompare(b.deadline ?? '9'),
        width: 96,
      },
      {
        id: 'group',
        header: say('column.group'),
        text: ({ groupName }) => groupName,
        compare: (a, b) => compare(a.groupName, b.groupName),
        width: 84,
      },
    ],
    [say, sayCounter, compare, day, totalText],
  )
}
