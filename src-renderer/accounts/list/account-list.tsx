import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import type { AccountRow } from '#shared/accounts/office/accounts-contract.ts'
import { accountsScreenMessages } from '#shared/accounts/office/words/accounts-screen-messages.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { holdsAll, readTerms } from '#shared/search/haystack.ts'
import { useSay } from '../../platform/language.tsx'
import { go } from '../../platform/routes.ts'
import { Button } from '../../platform/ui/button.tsx'
import { SelectField } from '../../platform/ui/fields/select-field.tsx'
import { ColumnMenu } from '../../platform/ui/grid/column-menu.tsx'
import { useGridLayout } from '../../platform/ui/grid/columns.ts'
import { DataGrid } from '../../platform/ui/grid/data-grid.tsx'
import { nothingSelected, type Selection } from '../../platform/ui/grid/selection.ts'
import { IconSearch } from '../../platform/ui/icons.ts'
import { BulkBar } from '../../platform/ui/page/bulk-bar.tsx'
import { FilterBar } from '../../platform/ui/page/filter-bar.tsx'
import { ListPage } from '../../platform/ui/page/list-page.tsx'
import { PageHead } from '../../platform/ui/page/page.tsx'
import { EmptyState } from '../../platform/ui/signs/empty-state.tsx'
import classes from '../accounts.module.css'
import { AccountPanel } from '../panel/account-panel.tsx'
import { useAccountColumns } from './account-columns.tsx'
import { type AccountView, accountViews, countsByView, isInView } from './account-views.ts'
import { AccountBulkActions } from './bulk-actions.tsx'

type AccountListProps = {
  readonly rows: readonly AccountRow[]
  readonly firstId: string | null
  readonly actions: ReactNode
}

const idOf = ({ linkId }: AccountRow) => linkId
const isClosed = ({ standing }: AccountRow) => standing === 'closed'
const openFile = ({ pupilId }: AccountRow) => go({ screen: 'family', pupilId })

/** Every guardian with each child, found by name, and by what is to be done. */
export function AccountList({ rows, firstId, actions }: AccountListProps) {
  const say = useSay(accountsScreenMessages)
  const sayUi = useSay(uiMessages)
  const columns = useAccountColumns()
  const [kept, keepLayout] = useGridLayout('accounts', columns)
  const layoutText = JSON.stringify(kept)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another object with the same layout sorts nothing.
  const layout = useMemo(() => kept, [layoutText])
  const [text, setText] = useState('')
  const [view, setView] = useState<AccountView | null>(null)
  const [activeId, setActive] = useState(firstId)
  const [selection, select] = useState<Selection>(nothingSelected)
  const matches = useMatcher(useDeferredValue(text), view)
  const shown = useMemo(() => rows.filter(matches).length, [rows, matches])
  const chosen = rows.filter(({ linkId }) => selection.has(linkId))
  const active = rows.find(({ linkId }) => linkId === activeId)
  function clear() {
    setText('')
    setView(null)
  }
  return (
    <ListPage
      list={(onOpenPanel) => (
        <>
          <div className={classes.head}>
            <PageHead
              title={say('title')}
              aside={
                <span role="status">{sayUi('filter-shown', { shown, total: rows.length })}</span>
              }
              actions={actions}
            />
          </div>
          <FilterBar
            label={say('filter-label')}
            placeholder={say('filter-placeholder')}
            value={text}
            onChange={setText}
            end={<ColumnMenu columns={columns} layout={layout} onLayoutChange={keepLayout} />}
          >
            <ViewField rows={rows} view={view} onChange={setView} />
          </FilterBar>
          <BulkBar
            count={chosen.length}
            hiddenCount={chosen.filter((row) => !matches(row)).length}
            onClear={() => select(nothingSelected)}
          >
            <AccountBulkActions rows={chosen} />
          </BulkBar>
          <DataGrid
            label={say('list-label')}
            rows={rows}
            columns={columns}
            rowId={idOf}
            matches={matches}
            layout={layout}
            onLayoutChange={keepLayout}
            activeId={activeId}
            onActiveChange={setActive}
            selection={selection}
            onSelectionChange={select}
            onOpenPanel={onOpenPanel}
            onOpenFile={openFile}
            isDimmed={isClosed}
            empty={<NobodyFound onClear={clear} />}
          />
        </>
      )}
      panel={active ? <AccountPanel key={active.linkId} linkId={active.linkId} /> : null}
    />
  )
}

function useMatcher(text: string, view: AccountView | null) {
  return useMemo(() => {
    const terms = readTerms(text)
    return (row: AccountRow) => isInView(row, view) && holdsAll(row.haystack, terms)
  }, [text, view])
}

type ViewFieldProps = {
  readonly rows: readonly AccountRow[]
  readonly view: AccountView | null
  readonly onChange: (view: AccountView | null) => void
}

function ViewField({ rows, view, onChange }: ViewFieldProps) {
  const say = useSay(accountsScreenMessages)
  const counts = useMemo(() => countsByView(rows), [rows])
  return (
    <SelectField
      label={say('view')}
      isLabelHidden
      value={view ?? 'all'}
      onChange={(chosen) => onChange(chosen === 'all' ? null : chosen)}
      isSearchable={false}
      options={[
        { value: 'all', label: say('view-all') },
        ...accountViews.map((value) => ({
          value,
          label: `${say(`view.${value}`)} (${counts.get(value) ?? 0})`,
        })),
      ]}
    />
  )
}

function NobodyFound({ onClear }: { readonly onClear: () => void }) {
  const say = useSay(accountsScreenMessages)
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
