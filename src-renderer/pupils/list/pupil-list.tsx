import { memo, useCallback, useDeferredValue, useMemo } from 'react'
import { useStore } from 'zustand'
import type { GroupRow } from '#shared/groups/groups-contract.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { pupilListMessages } from '#shared/pupils/pupil-list-messages.ts'
import { type PupilRow, pupilsContract } from '#shared/pupils/pupils-contract.ts'
import { useSay } from '../../platform/language.tsx'
import { go } from '../../platform/routes.ts'
import { Button } from '../../platform/ui/button.tsx'
import { ColumnMenu } from '../../platform/ui/grid/column-menu.tsx'
import {
  type GridColumn,
  type GridLayout,
  shownColumns,
  useGridLayout,
} from '../../platform/ui/grid/columns.ts'
import { DataGrid } from '../../platform/ui/grid/data-grid.tsx'
import { nothingSelected, type Selection } from '../../platform/ui/grid/selection.ts'
import { IconSearch, IconUserPlus } from '../../platform/ui/icons.ts'
import { BulkBar } from '../../platform/ui/page/bulk-bar.tsx'
import { FilterBar } from '../../platform/ui/page/filter-bar.tsx'
import { ListPage } from '../../platform/ui/page/list-page.tsx'
import { PageHead } from '../../platform/ui/page/page.tsx'
import { EmptyState } from '../../platform/ui/signs/empty-state.tsx'
import { useMay } from '../../platform/viewer.tsx'
import { BulkActions } from '../bulk/bulk-actions.tsx'
import { PupilPanel } from '../panel/pupil-panel.tsx'
import { DuplicatesNotice } from './duplicates-notice.tsx'
import { ExtraFilters, FilterControls } from './filter-controls.tsx'
import { usePupilColumns } from './pupil-columns.tsx'
import { matcherOf, type PupilFilter } from './pupil-filter.ts'
import { clearFilter, pupilsStore, setActive, setFilter, setSelection } from './pupils-store.ts'
import { SavedViewsButton } from './saved-views.tsx'

type PupilListProps = {
  readonly rows: readonly PupilRow[]
  readonly groups: readonly GroupRow[]
}

export function PupilList({ rows, groups }: PupilListProps) {
  const activeId = useStore(pupilsStore, (state) => state.activeId)
  return (
    <ListPage
      list={(openPanel) => <ListWithFilters rows={rows} groups={groups} onOpenPanel={openPanel} />}
      panel={activeId ? <PupilPanel id={activeId} /> : null}
    />
  )
}

type OpenPanel = (row: unknown, by: 'key' | 'pointer') => void

function ListWithFilters(props: PupilListProps & { readonly onOpenPanel: OpenPanel }) {
  const { rows, groups, onOpenPanel } = props
  const say = useSay(pupilListMessages)
  const mayEnrol = useMay(pupilsContract.methods.enrol)
  const columns = usePupilColumns()
  const [layout, keepLayout] = useSameLayout(useGridLayout('pupils', columns))
  const filter = useStore(pupilsStore, (state) => state.filter)
  // The letter stands in the field at once; the list follows when there is time.
  const matches = useMatcher(useDeferredValue(filter))
  const shownCount = useMemo(() => rows.filter(matches).length, [rows, matches])

  return (
    <>
      <PageHead
        title={say('pupils')}
        aside={
          <>
            <ShownCount shown={shownCount} total={rows.length} />
            <DuplicatesNotice />
          </>
        }
        actions={
          <>
            <ExtraFilters extras={filter.extras} />
            <ListTools columns={columns} layout={layout} onLayoutChange={keepLayout} />
            {mayEnrol && (
              <Button
                icon={IconUserPlus}
                aria-keyshortcuts="Control+N"
                onClick={() => go({ screen: 'pupils', isNew: true })}
              >
                {say('new-pupil')}
              </Button>
            )}
          </>
        }
      />
      <FilterBar
        label={say('filter-label')}
        placeholder={say('filter-placeholder')}
        value={filter.text}
        onChange={(text) => setFilter({ text })}
      >
        <FilterControls groupId={filter.groupId} status={filter.status} groups={groups} />
      </FilterBar>
      <ChosenBar rows={rows} matches={matches} groups={groups} columns={columns} layout={layout} />
      <PupilGrid
        rows={rows}
        columns={columns}
        matches={matches}
        layout={layout}
        onLayoutChange={keepLayout}
        onOpenPanel={onOpenPanel}
      />
    </>
  )
}

type KeptLayout = ReturnType<typeof useGridLayout<PupilRow>>

/** Read anew at each drawing it would be another object, and thousands of rows were sorted again. */
function useSameLayout([layout, keep]: KeptLayout): KeptLayout {
  const text = JSON.stringify(layout)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it says counts, not which object.
  return useMemo(() => [layout, keep], [text, keep])
}

type Matches = (row: PupilRow) => boolean

function useMatcher(filter: PupilFilter): Matches {
  return useMemo(() => matcherOf(filter), [filter])
}

function ShownCount({ shown, total }: { readonly shown: number; readonly total: number }) {
  const say = useSay(uiMessages)
  return (
    <span role="status" className="num">
      {say('filter-shown', { shown, total })}
    </span>
  )
}

type LayoutProps = {
  readonly columns: readonly GridColumn<PupilRow>[]
  readonly layout: GridLayout
  readonly onLayoutChange: (layout: GridLayout) => void
}

/** Not drawn again at every letter: `keepLayout` and the columns stay the same. */
const ListTools = memo(function ListTools(props: LayoutProps) {
  return (
    <>
      <SavedViewsButton />
      <ColumnMenu {...props} />
    </>
  )
})

type ChosenBarProps = Omit<LayoutProps, 'onLayoutChange'> & {
  readonly rows: readonly PupilRow[]
  readonly groups: readonly GroupRow[]
  readonly matches: Matches
}

function ChosenBar({ rows, groups, matches, columns, layout }: ChosenBarProps) {
  const selection = useStore(pupilsStore, (state) => state.selection)
  const chosen = useMemo(
    () => (selection.size > 0 ? rows.filter(({ id }) => selection.has(id)) : []),
    [rows, selection],
  )
  return (
    <BulkBar
      count={chosen.length}
      hiddenCount={chosen.filter((row) => !matches(row)).length}
      onClear={() => setSelection(nothingSelected)}
    >
      <BulkActions rows={chosen} groups={groups} columns={shownColumns(columns, layout)} />
    </BulkBar>
  )
}

type PupilGridProps = LayoutProps & {
  readonly rows: readonly PupilRow[]
  readonly matches: Matches
  readonly onOpenPanel: OpenPanel
}

const rowId = ({ id }: PupilRow) => id
const isDimmed = ({ status }: PupilRow) => status === 'former'
const openFile = ({ id }: PupilRow) => go({ screen: 'pupil', id })

/** Drawn again when the deferred filter comes, not at the letter itself. */
const PupilGrid = memo(function PupilGrid(props: PupilGridProps) {
  const say = useSay(pupilListMessages)
  const activeId = useStore(pupilsStore, (state) => state.activeId)
  const selection: Selection = useStore(pupilsStore, (state) => state.selection)
  const onActiveChange = useCallback((id: string) => setActive(id), [])
  return (
    <DataGrid
      {...props}
      label={say('pupils')}
      rowId={rowId}
      isDimmed={isDimmed}
      activeId={activeId}
      onActiveChange={onActiveChange}
      selection={selection}
      onSelectionChange={setSelection}
      onOpenFile={openFile}
      empty={<NobodyFound />}
    />
  )
})

function NobodyFound() {
  const say = useSay(pupilListMessages)
  const sayUi = useSay(uiMessages)
  return (
    <EmptyState
      icon={IconSearch}
      title={say('none-title')}
      action={<Button onClick={clearFilter}>{sayUi('clear-filter')}</Button>}
    >
      {say('none-text')}
    </EmptyState>
  )
}
