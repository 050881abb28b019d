import { memo } from 'react'
import type { GroupRow } from '#shared/groups/groups-contract.ts'
import { pupilListMessages } from '#shared/pupils/pupil-list-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { CheckboxField, Segments } from '../../platform/ui/fields/choice-field.tsx'
import { ClearableSelectField } from '../../platform/ui/fields/select-field.tsx'
import { IconFilter } from '../../platform/ui/icons.ts'
import { PopoverButton } from '../../platform/ui/overlays/popover-button.tsx'
import { useViewer } from '../../platform/viewer.tsx'
import { extraFilters, type PupilFilter, statusChoices, withoutGroup } from './pupil-filter.ts'
import classes from './pupil-list.module.css'
import { setFilter } from './pupils-store.ts'

type FilterControlsProps = {
  readonly groupId: string | null
  readonly status: PupilFilter['status']
  readonly groups: readonly GroupRow[]
}

/** The filters that are chosen, not typed; drawn again only when one of them changes. */
export const FilterControls = memo(function FilterControls(props: FilterControlsProps) {
  const { groupId, status, groups } = props
  const say = useSay(pupilListMessages)
  return (
    <>
      <div className={classes.groups}>
        <ClearableSelectField
          label={say('group')}
          isLabelHidden
          placeholder={say('all-groups')}
          value={groupId}
          onChange={(chosen) => setFilter({ groupId: chosen })}
          options={[
            ...groups.map(({ id, name }) => ({ value: String(id), label: name })),
            { value: withoutGroup, label: say('without-group') },
          ]}
        />
      </div>
      <Segments
        label={say('status-label')}
        value={status}
        onChange={(chosen) => setFilter({ status: chosen })}
        options={statusChoices.map((value) => ({ value, label: say(`shows.${value}`) }))}
      />
    </>
  )
})

/** Beside the views and columns: used now and then, and shown with their number while they work. */
export function ExtraFilters({ extras }: Pick<PupilFilter, 'extras'>) {
  const say = useSay(pupilListMessages)
  const { seesMedical } = useViewer()
  const offered = extraFilters.filter((extra) => extra !== 'medical' || seesMedical)
  const label =
    extras.length > 0 ? `${say('more-filters')} (${extras.length})` : say('more-filters')
  return (
    <PopoverButton icon={IconFilter} label={label} isIconOnly={extras.length === 0}>
      {() => (
        <div className={classes.extras}>
          {offered.map((extra) => (
            <CheckboxField
              key={extra}
              label={say(`extra.${extra}`)}
              value={extras.includes(extra)}
              onChange={(isOn) =>
                setFilter({
                  extras: isOn ? [...extras, extra] : extras.filter((each) => each !== extra),
                })
              }
            />
          ))}
        </div>
      )}
    </PopoverButton>
  )
}
