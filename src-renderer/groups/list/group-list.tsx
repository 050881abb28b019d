import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { type GroupRow, groupsContract } from '#shared/groups/groups-contract.ts'
import { groupsScreenMessages } from '#shared/groups/groups-screen-messages.ts'
import { foldText, searchWords } from '#shared/platform/fold-text.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { go } from '../../platform/routes.ts'
import { useShortcuts } from '../../platform/shortcuts.ts'
import { Button } from '../../platform/ui/button.tsx'
import { useGridLayout } from '../../platform/ui/grid/columns.ts'
import { DataGrid } from '../../platform/ui/grid/data-grid.tsx'
import { IconFilter } from '../../platform/ui/icons.ts'
import { FilterBar } from '../../platform/ui/page/filter-bar.tsx'
import { ListPage } from '../../platform/ui/page/list-page.tsx'
import { PageHead } from '../../platform/ui/page/page.tsx'
import { EmptyState } from '../../platform/ui/signs/empty-state.tsx'
import { Skeleton } from '../../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { useMay, useViewer } from '../../platform/viewer.tsx'
import { groupTables, readYear, type YearWithGroups } from '../group-reads.ts'
import { useGroupColumns } from './group-columns.tsx'
import { GroupListActions } from './group-list-actions.tsx'
import { GroupPanel } from './group-panel.tsx'
import { NewGroup } from './new-group.tsx'
import { NoGroups, NoYear } from './no-groups.tsx'
import { shownYear } from './shown-year.ts'

export function GroupList() {
  const say = useSay(groupsScreenMessages)
  const { today } = useFormats()
  const wanted = useStore(shownYear, ({ id }) => id)
  const isOwnOnly = useViewer().role === 'teacher'
  const question = { wanted, today: today(), isOwnOnly }
  const shown = useFresh(groupTables, question, readYear)
  if (shown === 'loading') {
    return (
      <>
        <PageHead title={say('title')} />
        <Skeleton />
      </>
    )
  }
  return <GroupsOfYear shown={shown} />
}

function GroupsOfYear({ shown }: { readonly shown: YearWithGroups }) {
  const [activeId, setActive] = useState<string | null>(null)
  const [isAdding, add] = useState(false)
  const mayAdd = useMay(groupsContract.methods.add) && shown.year !== null
  const sayUi = useSay(uiMessages)
  const say = useSay(groupsScreenMessages)
  const { rows, year } = shown
  const active = rows.find(({ id }) => id === activeId) ?? rows[0] ?? null
  useShortcuts(sayUi('keys-list'), [
    { keys: 'mod+n', says: say('group-new'), run: () => mayAdd && add(true) },
    { keys: 'mod+p', says: say('print-all'), run: () => go({ screen: 'overviews' }) },
  ])
  return (
    <>
      <ListPage
        list={(openPanel) => (
          <>
            <ListHead shown={shown} onAdd={() => add(true)} />
            {rows.length > 0 && (
              <GroupGrid
                rows={rows}
                activeId={active?.id ?? null}
                onActiveChange={setActive}
                onOpenPanel={openPanel}
              />
            )}
            {!year && <NoYear />}
            {year && rows.length === 0 && <NoGroups onAdd={() => add(true)} />}
          </>
        )}
        panel={active && <GroupPanel group={active} />}
      />
      {isAdding && year && (
        <NewGroup
          year={year}
          onClose={() => add(false)}
          onAdded={(id) => {
            add(false)
            setActive(id)
          }}
        />
      )}
    </>
  )
}

function ListHead({
  shown,
  onAdd,
}: {
  readonly shown: YearWithGroups
  readonly onAdd: () => void
}) {
  const say = useSay(groupsScreenMessages)
  const { role } = useViewer()
  const { rows } = shown
  // A set gathers pupils who are counted in their class already.
  const classes = rows.filter(({ kind }) => kind === 'class')
  const pupilCount = classes.reduce((sum, group) => sum + group.pupilCount, 0)
  const counts = [say('groups', { count: classes.length }), say('pupils', { count: pupilCount })]
  return (
    <PageHead
      title={say(role === 'teacher' ? 'own-title' : 'title')}
      aside={rows.length > 0 && counts.join(' · ')}
      actions={<GroupListActions shown={shown} onAdd={onAdd} />}
    />
  )
}

type GroupGridProps = {
  readonly rows: readonly GroupRow[]
  readonly activeId: string | null
  readonly onActiveChange: (id: string) => void
  readonly onOpenPanel: (row: GroupRow, by: 'key' | 'pointer') => void
}

function GroupGrid({ rows, activeId, onActiveChange, onOpenPanel }: GroupGridProps) {
  const say = useSay(groupsScreenMessages)
  const sayUi = useSay(uiMessages)
  const [text, setText] = useState('')
  const columns = useGroupColumns()
  const [layout, keepLayout] = useGridLayout('groups', columns)
  const words = useDeferredValue(text)
  const matches = useCallback(
    (group: GroupRow) => {
      const haystack = haystackOf(group)
      return searchWords(words).every((word) => haystack.includes(word))
    },
    [words],
  )
  const empty = useMemo(
    () => (
      <EmptyState
        icon={IconFilter}
        title={say('filter-none')}
        action={<Button onClick={() => setText('')}>{sayUi('clear-filter')}</Button>}
      />
    ),
    [say, sayUi],
  )
  return (
    <>
      <FilterBar
        label={say('filter-label')}
        placeholder={say('filter-placeholder')}
        value={text}
        onChange={setText}
      />
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
        onOpenFile={openGroup}
        empty={empty}
      />
    </>
  )
}

const idOf = ({ id }: GroupRow) => id
const openGroup = ({ id }: GroupRow) => go({ screen: 'groups', id })

function haystackOf({ name, room, yearGrades, staff }: GroupRow) {
  return foldText([name, room, ...yearGrades, ...staff.map(({ name }) => name)].join(' '))
}
