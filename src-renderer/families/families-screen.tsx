import { useDeferredValue, useMemo, useState } from 'react'
import type { FamilyRow } from '#shared/families/families-contract.ts'
import { familyScreenMessages } from '#shared/families/family-screen-messages.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { holdsAll, readTerms } from '#shared/search/haystack.ts'
import { useSay } from '../platform/language.tsx'
import { go, type RouteOf } from '../platform/routes.ts'
import { Button } from '../platform/ui/button.tsx'
import { ColumnMenu } from '../platform/ui/grid/column-menu.tsx'
import { useGridLayout } from '../platform/ui/grid/columns.ts'
import { DataGrid } from '../platform/ui/grid/data-grid.tsx'
import { IconSearch, IconUsersGroup } from '../platform/ui/icons.ts'
import { FilterBar } from '../platform/ui/page/filter-bar.tsx'
import { ListPage } from '../platform/ui/page/list-page.tsx'
import { PageHead } from '../platform/ui/page/page.tsx'
import { EmptyState } from '../platform/ui/signs/empty-state.tsx'
import { Skeleton } from '../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../platform/use-fresh.ts'
import { families, familyTables } from './family-calls.ts'
import { useFamilyColumns } from './list/family-columns.tsx'
import { FamilyPanel } from './list/family-panel.tsx'

/** Every family of the school, found by child, parent, address or phone. */
export function FamiliesScreen({ route }: { readonly route: RouteOf<'families'> }) {
  const say = useSay(familyScreenMessages)
  const rows = useFresh(familyTables, {}, families.list)
  if (rows === 'loading') return <Skeleton rows={14} />
  if (rows.length > 0) return <FamilyList rows={rows} firstId={route.id ?? null} />
  return (
    <div data-pane>
      <PageHead title={say('families')} />
      <EmptyState
        icon={IconUsersGroup}
        title={say('empty-title')}
        action={<Button onClick={() => go({ screen: 'pupils' })}>{say('to-pupils')}</Button>}
      >
        {say('empty-text')}
      </EmptyState>
    </div>
  )
}

/** Two families may share a household, but no pupil. */
const idOf = ({ pupilIds, key, name }: FamilyRow) => pupilIds[0] ?? key ?? name

function openFile({ pupilIds: [pupilId] }: FamilyRow) {
  if (pupilId) go({ screen: 'family', pupilId })
}

type FamilyListProps = { readonly rows: readonly FamilyRow[]; readonly firstId: string | null }

function FamilyList({ rows, firstId }: FamilyListProps) {
  const say = useSay(familyScreenMessages)
  const sayUi = useSay(uiMessages)
  const columns = useFamilyColumns()
  const [kept, keepLayout] = useGridLayout('families', columns)
  const layoutText = JSON.stringify(kept)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another object with the same layout sorts nothing.
  const layout = useMemo(() => kept, [layoutText])
  const [text, setText] = useState('')
  const [activeId, setActiveId] = useState(firstId)
  const deferred = useDeferredValue(text)
  const matches = useMemo(() => {
    const terms = readTerms(deferred)
    return (row: FamilyRow) => holdsAll(row.haystack, terms)
  }, [deferred])
  const shown = useMemo(() => rows.filter(matches).length, [rows, matches])
  const active = rows.find((row) => idOf(row) === activeId)

  return (
    <ListPage
      list={(onOpenPanel) => (
        <>
          {/* In a box of its own: in a low window the list may shrink, the title may not. */}
          <div>
            <PageHead
              title={say('families')}
              aside={
                <span role="status">{sayUi('filter-shown', { shown, total: rows.length })}</span>
              }
            />
          </div>
          <FilterBar
            label={say('filter-label')}
            placeholder={say('filter-placeholder')}
            value={text}
            onChange={setText}
            end={<ColumnMenu columns={columns} layout={layout} onLayoutChange={keepLayout} />}
          />
          <DataGrid
            label={say('families')}
            rows={rows}
            columns={columns}
            rowId={idOf}
            matches={matches}
            layout={layout}
            onLayoutChange={keepLayout}
            activeId={activeId}
            onActiveChange={setActiveId}
            onOpenPanel={onOpenPanel}
            onOpenFile={openFile}
            empty={<NoFamilyFound onClear={() => setText('')} />}
          />
        </>
      )}
      panel={active ? <FamilyPanel row={active} onOpenFile={() => openFile(active)} /> : null}
    />
  )
}

function NoFamilyFound({ onClear }: { readonly onClear: () => void }) {
  const say = useSay(familyScreenMessages)
  const sayUi = useSay(uiMessages)
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
