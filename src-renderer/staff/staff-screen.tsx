import { useCallback, useDeferredValue, useState } from 'react'
import { foldText, searchWords } from '#shared/platform/fold-text.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { type StaffRow, staffContract } from '#shared/staff/staff-contract.ts'
import { staffScreenMessages } from '#shared/staff/staff-screen-messages.ts'
import { connect } from '../platform/client.ts'
import { useSay } from '../platform/language.tsx'
import { useShortcuts } from '../platform/shortcuts.ts'
import { Button } from '../platform/ui/button.tsx'
import { Segments } from '../platform/ui/fields/choice-field.tsx'
import { useGridLayout } from '../platform/ui/grid/columns.ts'
import { DataGrid } from '../platform/ui/grid/data-grid.tsx'
import { IconFilter, IconUserPlus } from '../platform/ui/icons.ts'
import { FilterBar } from '../platform/ui/page/filter-bar.tsx'
import { ListPage } from '../platform/ui/page/list-page.tsx'
import { PageHead } from '../platform/ui/page/page.tsx'
import { EmptyState } from '../platform/ui/signs/empty-state.tsx'
import { Skeleton } from '../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../platform/use-fresh.ts'
import { NewStaff } from './new-staff.tsx'
import classes from './staff.module.css'
import { useStaffColumns } from './staff-columns.tsx'
import { StaffPanel } from './staff-panel.tsx'

const staff = connect(staffContract)
const shownTables = ['staff', 'groupStaff', 'groups', 'credentials']

/** Who works here, with which role. */
export function StaffScreen() {
  const say = useSay(staffScreenMessages)
  const sayUi = useSay(uiMessages)
  // A password is no synced row and announces nothing, so setting one asks to read again.
  const [edition, setEdition] = useState(0)
  const rows = useFresh(shownTables, edition, () => staff.list({}))
  const [activeId, setActive] = useState<string | null>(null)
  const [isAdding, add] = useState(false)
  useShortcuts(sayUi('keys-list'), [{ keys: 'mod+n', says: say('add'), run: () => add(true) }])
  if (rows === 'loading') {
    return (
      <>
        <PageHead title={say('title')} />
        <Skeleton />
      </>
    )
  }
  const active =
    rows.find(({ id }) => id === activeId) ?? rows.find(({ isActive }) => isActive) ?? null
  return (
    <>
      <ListPage
        list={(openPanel) => (
          <>
            <div className={classes.head}>
              <PageHead
                title={say('title')}
                aside={say('count', { count: rows.filter(({ isActive }) => isActive).length })}
                actions={
                  <Button kind="primary" icon={IconUserPlus} onClick={() => add(true)}>
                    {say('add')}
                  </Button>
                }
              />
            </div>
            <UserGrid
              rows={rows}
              activeId={active?.id ?? null}
              onActiveChange={setActive}
              onOpenPanel={openPanel}
            />
          </>
        )}
        panel={
          active && (
            <StaffPanel
              key={active.id}
              person={active}
              onPasswordSet={() => setEdition((now) => now + 1)}
            />
          )
        }
      />
      {isAdding && <NewStaff onClose={() => add(false)} onAdded={setActive} />}
    </>
  )
}

type UserGridProps = {
  readonly rows: readonly StaffRow[]
  readonly activeId: string | null
  readonly onActiveChange: (id: string) => void
  readonly onOpenPanel: (row: StaffRow, by: 'key' | 'pointer') => void
}

function UserGrid({ rows, activeId, onActiveChange, onOpenPanel }: UserGridProps) {
  const say = useSay(staffScreenMessages)
  const sayUi = useSay(uiMessages)
  const columns = useStaffColumns()
  const [layout, keepLayout] = useGridLayout('staff', columns)
  const [text, setText] = useState('')
  const [which, setWhich] = useState<'active' | 'all'>('active')
  const words = useDeferredValue(text)
  const matches = useCallback(
    (person: StaffRow) => {
      if (which === 'active' && !person.isActive) return false
      const haystack = foldText(`${person.name} ${person.userName} ${person.groupNames}`)
      return searchWords(words).every((word) => haystack.includes(word))
    },
    [words, which],
  )
  function clear() {
    setText('')
    setWhich('all')
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
            { value: 'active', label: say('which.active') },
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
        isDimmed={isGone}
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

const idOf = ({ id }: StaffRow) => id
const isGone = ({ isActive }: StaffRow) => !isActive
