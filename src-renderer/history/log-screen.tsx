import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import type { ActionRow } from '#shared/history/history-contract.ts'
import { historyMessages } from '#shared/history/history-messages.ts'
import { foldText, searchWords } from '#shared/platform/fold-text.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { type Formats, useFormats } from '../platform/formats.ts'
import { useSay } from '../platform/language.tsx'
import { Button, IconButton } from '../platform/ui/button.tsx'
import { type GridColumn, useGridLayout } from '../platform/ui/grid/columns.ts'
import { DataGrid } from '../platform/ui/grid/data-grid.tsx'
import { IconArrowBackUp, IconCheck, IconHistory } from '../platform/ui/icons.ts'
import { FilterBar } from '../platform/ui/page/filter-bar.tsx'
import { ListPage } from '../platform/ui/page/list-page.tsx'
import { PageHead } from '../platform/ui/page/page.tsx'
import { EmptyState } from '../platform/ui/signs/empty-state.tsx'
import { Skeleton } from '../platform/ui/signs/skeleton.tsx'
import { StatusTag } from '../platform/ui/signs/status-tag.tsx'
import { useFresh } from '../platform/use-fresh.ts'
import { history, historyTables, useUndo } from './undo.ts'
import { type HistoryWords, useHistoryWords } from './words.ts'

/** What was done, by whom and when, each with its way back. */
export function LogScreen() {
  const actions = useFresh(historyTables, {}, history.lastActions)
  return (
    <ListPage
      panel={null}
      list={() => (actions === 'loading' ? <Skeleton /> : <ActionList actions={actions} />)}
    />
  )
}

function ActionList({ actions }: { readonly actions: readonly ActionRow[] }) {
  const say = useSay(historyMessages)
  const sayKit = useSay(uiMessages)
  const columns = useColumns()
  const [layout, setLayout] = useGridLayout('log', columns)
  const [text, setText] = useState('')
  const [activeId, setActiveId] = useState<string | null>(null)
  const matches = useMatches(useDeferredValue(text))
  return (
    <>
      <PageHead title={say('log')} aside={say('log-own')} />
      <FilterBar
        label={say('log-search')}
        placeholder={say('log-placeholder')}
        value={text}
        onChange={setText}
      />
      <DataGrid
        label={say('log')}
        rows={actions}
        columns={columns}
        rowId={({ id }) => id}
        matches={matches}
        layout={layout}
        onLayoutChange={setLayout}
        activeId={activeId}
        onActiveChange={setActiveId}
        isDimmed={({ isUndone }) => isUndone}
        empty={
          actions.length > 0 ? (
            <EmptyState
              icon={IconHistory}
              title={say('log-none-title')}
              action={<Button onClick={() => setText('')}>{sayKit('clear-filter')}</Button>}
            >
              {say('log-none-text')}
            </EmptyState>
          ) : (
            <EmptyState icon={IconHistory} title={say('log-empty-title')}>
              {say('log-empty-text')}
            </EmptyState>
          )
        }
      />
    </>
  )
}

function useMatches(text: string) {
  const words = useHistoryWords()
  const { moment } = useFormats()
  return useCallback(
    (row: ActionRow) => {
      const haystack = foldText(`${words.actionLine(row)} ${row.staffName} ${moment(row.at)}`)
      return searchWords(text).every((word) => haystack.includes(word))
    },
    [text, words, moment],
  )
}

function useColumns() {
  const say = useSay(historyMessages)
  const words = useHistoryWords()
  const formats = useFormats()
  const { undo } = useUndo()
  return useMemo(
    () => [...columnsOf(say, words, formats), undoColumn(say, words, (id) => void undo(id))],
    [say, words, formats, undo],
  )
}

type SayHistory = ReturnType<typeof useSay<typeof historyMessages.nl>>

function columnsOf(
  say: SayHistory,
  words: HistoryWords,
  { moment, compare }: Formats,
): readonly GridColumn<ActionRow>[] {
  return [
    {
      id: 'what',
      header: say('column-what'),
      text: (row) => words.action(row),
      compare: (a, b) => compare(words.action(a), words.action(b)),
      width: 220,
      grow: 1,
      isName: true,
    },
    {
      id: 'subject',
      header: say('column-subject'),
      text: ({ subject }) => subject ?? '',
      compare: (a, b) => compare(a.subject ?? '', b.subject ?? ''),
      width: 200,
      grow: 1.4,
      isPrivate: true,
    },
    {
      id: 'at',
      header: say('column-at'),
      text: ({ at }) => moment(at),
      compare: (a, b) => (a.at < b.at ? -1 : 1),
      width: 150,
      isNumeric: true,
    },
    {
      id: 'who',
      header: say('column-who'),
      text: ({ staffName }) => staffName,
      compare: (a, b) => compare(a.staffName, b.staffName),
      width: 160,
    },
    {
      id: 'count',
      header: say('column-count'),
      text: ({ changeCount }) => say('changes', { count: changeCount }),
      compare: (a, b) => a.changeCount - b.changeCount,
      width: 90,
      isNumeric: true,
    },
  ]
}

function undoColumn(
  say: SayHistory,
  words: HistoryWords,
  onUndo: (id: string) => void,
): GridColumn<ActionRow> {
  const stateOf = ({ isUndone }: ActionRow) => say(isUndone ? 'clock-undone' : 'state-standing')
  return {
    id: 'state',
    header: say('column-state'),
    text: stateOf,
    width: 190,
    cell: (row) => (
      <>
        <StatusTag
          tone={row.isUndone ? 'neutral' : 'quiet'}
          icon={row.isUndone ? IconArrowBackUp : IconCheck}
        >
          {stateOf(row)}
        </StatusTag>
        {!row.isUndone && (
          <IconButton
            icon={IconArrowBackUp}
            size="small"
            label={say('clock-undo-one', { what: words.actionLine(row) })}
            onClick={() => onUndo(row.id)}
          />
        )}
      </>
    ),
  }
}
