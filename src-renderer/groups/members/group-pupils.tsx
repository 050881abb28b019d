import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import { groupMembersMessages } from '#shared/groups/group-members-messages.ts'
import { type GroupRow, groupsContract } from '#shared/groups/groups-contract.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { type PupilRow, pupilsContract } from '#shared/pupils/pupils-contract.ts'
import { holdsAll, readTerms } from '#shared/search/haystack.ts'
import { connect } from '../../platform/client.ts'
import { useSay } from '../../platform/language.tsx'
import { go } from '../../platform/routes.ts'
import { useShortcuts } from '../../platform/shortcuts.ts'
import { Button } from '../../platform/ui/button.tsx'
import { useGridLayout } from '../../platform/ui/grid/columns.ts'
import { DataGrid } from '../../platform/ui/grid/data-grid.tsx'
import { nothingSelected, type Selection } from '../../platform/ui/grid/selection.ts'
import { IconFilter, IconUserPlus, IconUsersGroup } from '../../platform/ui/icons.ts'
import { FilterBar } from '../../platform/ui/page/filter-bar.tsx'
import { EmptyState } from '../../platform/ui/signs/empty-state.tsx'
import { Skeleton } from '../../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { useMay } from '../../platform/viewer.tsx'
import classes from '../detail/group-detail.module.css'
import { groupTables } from '../group-reads.ts'
import { useMemberColumns } from './member-columns.tsx'
import { PlacePupils } from './place-pupils.tsx'
import { SelectedPupils } from './selected-pupils.tsx'

const pupils = connect(pupilsContract)

type GroupPupilsProps = { readonly group: GroupRow }

/** The pupils of a group on this day, and putting pupils in and out of it. */
export function GroupPupils({ group }: GroupPupilsProps) {
  const all = useFresh(groupTables, {}, pupils.list)
  if (all === 'loading') return <Skeleton />
  return <Members group={group} all={all} />
}

type MembersProps = GroupPupilsProps & { readonly all: readonly PupilRow[] }

function Members({ group, all }: MembersProps) {
  const say = useSay(groupMembersMessages)
  const mayPlace = useMay(groupsContract.methods.place)
  const [isPlacing, place] = useState(false)
  const members = useMemo(
    () => all.filter(({ groupIds }) => groupIds.includes(group.id)),
    [all, group.id],
  )
  useShortcuts(group.name, [
    { keys: 'mod+n', says: say('place'), run: () => mayPlace && place(true) },
  ])
  const placeButton = mayPlace && (
    <Button kind="primary" icon={IconUserPlus} onClick={() => place(true)}>
      {say('place')}
    </Button>
  )
  return (
    <>
      {members.length === 0 ? (
        <EmptyState
          icon={IconUsersGroup}
          title={say('pupils-none-title', { name: group.name })}
          action={placeButton}
        >
          {mayPlace && say('pupils-none-text')}
        </EmptyState>
      ) : (
        <MemberGrid group={group} members={members} end={placeButton} />
      )}
      {isPlacing && <PlacePupils group={group} all={all} onClose={() => place(false)} />}
    </>
  )
}

type MemberGridProps = GroupPupilsProps & {
  readonly members: readonly PupilRow[]
  readonly end: ReactNode
}

function MemberGrid({ group, members, end }: MemberGridProps) {
  const say = useSay(groupMembersMessages)
  const sayUi = useSay(uiMessages)
  const columns = useMemberColumns()
  const [layout, keepLayout] = useGridLayout('group-pupils', columns)
  const [text, setText] = useState('')
  const [activeId, setActive] = useState<string | null>(null)
  const [selection, select] = useState<Selection>(nothingSelected)
  const words = useDeferredValue(text)
  const matches = useMemo(() => {
    const terms = readTerms(words)
    return ({ haystack }: PupilRow) => holdsAll(haystack, terms)
  }, [words])
  const chosen = members.filter(({ id }) => selection.has(id))
  return (
    <div className={classes.list} data-pane>
      <div className={classes.bar}>
        <FilterBar
          label={say('filter-pupils')}
          placeholder={say('filter-pupils-placeholder')}
          value={text}
          onChange={setText}
          end={end}
        />
      </div>
      <SelectedPupils group={group} chosen={chosen} onClear={() => select(nothingSelected)} />
      <DataGrid
        label={say('pupils-label', { name: group.name })}
        rows={members}
        columns={columns}
        rowId={idOf}
        matches={matches}
        layout={layout}
        onLayoutChange={keepLayout}
        activeId={activeId}
        onActiveChange={setActive}
        selection={selection}
        onSelectionChange={select}
        onOpenPanel={(row, by) => by === 'key' && openFile(row)}
        onOpenFile={openFile}
        empty={
          <EmptyState
            icon={IconFilter}
            title={say('filter-pupils-none')}
            action={<Button onClick={() => setText('')}>{sayUi('clear-filter')}</Button>}
          />
        }
      />
    </div>
  )
}

const idOf = ({ id }: PupilRow) => id
const openFile = ({ id }: PupilRow) => go({ screen: 'pupil', id })
