import { useCallback, useMemo, useState } from 'react'
import type { GroupId } from '#shared/groups/group.ts'
import type { IncompletePupil } from '#shared/groups/groups-contract.ts'
import { groupsScreenMessages } from '#shared/groups/groups-screen-messages.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { pupilFieldMessages } from '#shared/pupils/pupil-field-messages.ts'
import { type MissingField, requiredFields } from '#shared/pupils/required-fields.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { go } from '../../platform/routes.ts'
import { Button } from '../../platform/ui/button.tsx'
import { ClearableSelectField } from '../../platform/ui/fields/select-field.tsx'
import type { GridColumn } from '../../platform/ui/grid/columns.ts'
import { DataGrid } from '../../platform/ui/grid/data-grid.tsx'
import { IconCircleCheck, IconFilter } from '../../platform/ui/icons.ts'
import { EmptyState } from '../../platform/ui/signs/empty-state.tsx'
import { Skeleton } from '../../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { groups, groupTables } from '../group-reads.ts'
import classes from './group-detail.module.css'

/** Whose file lacks what: of one group, or of the whole school. Enter opens the file. */
export function IncompleteList({ groupId }: { readonly groupId: GroupId | null }) {
  const say = useSay(groupsScreenMessages)
  const rows = useFresh(groupTables, { groupId }, groups.incomplete)
  if (rows === 'loading') return <Skeleton />
  if (rows.length === 0) {
    return (
      <EmptyState icon={IconCircleCheck} title={say('incomplete-none-title')}>
        {say('incomplete-none')}
      </EmptyState>
    )
  }
  return <Rows rows={rows} hasGroup={groupId === null} />
}

type RowsProps = { readonly rows: readonly IncompletePupil[]; readonly hasGroup: boolean }

function Rows({ rows, hasGroup }: RowsProps) {
  const say = useSay(groupsScreenMessages)
  const sayUi = useSay(uiMessages)
  const sayField = useSay(pupilFieldMessages)
  const [activeId, setActive] = useState<string | null>(null)
  const [field, setField] = useState<MissingField | null>(null)
  const columns = useColumns(hasGroup)
  const matches = useCallback(
    ({ missing }: IncompletePupil) => field === null || missing.includes(field),
    [field],
  )
  const shownCount = rows.filter(matches).length
  const options = requiredFields
    .map((value) => ({
      value,
      count: rows.filter(({ missing }) => missing.includes(value)).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ value, count }) => ({ value, label: `${sayField(`missing.${value}`)} (${count})` }))

  return (
    <div className={classes.list}>
      <div className={classes.bar}>
        <div className={classes.filter}>
          <ClearableSelectField
            label={say('incomplete-which')}
            isLabelHidden
            placeholder={say('incomplete-all')}
            value={field}
            onChange={setField}
            options={options}
          />
        </div>
        <span className="muted num" role="status">
          {say('incomplete-count', { count: shownCount })}
        </span>
      </div>
      <DataGrid
        label={say('incomplete-label')}
        rows={rows}
        columns={columns}
        rowId={idOf}
        matches={matches}
        activeId={activeId}
        onActiveChange={setActive}
        onOpenPanel={openFile}
        onOpenFile={openFile}
        empty={
          <EmptyState
            icon={IconFilter}
            title={say('incomplete-none-title')}
            action={<Button onClick={() => setField(null)}>{sayUi('clear-filter')}</Button>}
          />
        }
      />
    </div>
  )
}

const idOf = ({ pupilId }: IncompletePupil) => pupilId
const openFile = ({ pupilId }: IncompletePupil) => go({ screen: 'pupil', id: pupilId })

function useColumns(hasGroup: boolean): readonly GridColumn<IncompletePupil>[] {
  const say = useSay(groupsScreenMessages)
  const sayField = useSay(pupilFieldMessages)
  const { compare } = useFormats()
  return useMemo(() => {
    const missingOf = ({ missing }: IncompletePupil) =>
      missing.map((each) => sayField(`missing.${each}`)).join(', ')
    const group: GridColumn<IncompletePupil> = {
      id: 'group',
      header: say('column.name'),
      text: ({ groupName }) => groupName || say('no-group'),
      compare: (a, b) => compare(a.groupName, b.groupName),
      width: 120,
    }
    return [
      {
        id: 'name',
        header: say('column.pupils'),
        text: ({ name }) => name,
        compare: (a, b) => compare(a.name, b.name),
        width: 200,
        grow: 1,
        isName: true,
        isPrivate: true,
      },
      ...(hasGroup ? [group] : []),
      { id: 'missing', header: say('column.missing'), text: missingOf, width: 260, grow: 2 },
    ]
  }, [say, sayField, compare, hasGroup])
}
