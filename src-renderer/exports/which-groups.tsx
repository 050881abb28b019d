import { exportsMessages } from '#shared/exports/exports-messages.ts'
import type { GroupId } from '#shared/groups/group.ts'
import { groupsContract } from '#shared/groups/groups-contract.ts'
import { connect } from '../platform/client.ts'
import { useSay } from '../platform/language.tsx'
import { useFresh } from '../platform/use-fresh.ts'
import { Chip } from './chip.tsx'
import classes from './exports.module.css'

const groups = connect(groupsContract)

type WhichGroupsProps = {
  readonly groupIds: readonly GroupId[]
  readonly onChange: (groupIds: readonly GroupId[]) => void
}

/** The whole school, or the pupils of some groups. */
export function WhichGroups({ groupIds, onChange }: WhichGroupsProps) {
  const say = useSay(exportsMessages)
  const rows = useFresh(['groups', 'schoolYears'], { schoolYearId: null }, groups.list)

  function toggle(id: GroupId) {
    const others = groupIds.filter((each) => each !== id)
    onChange(others.length < groupIds.length ? others : [...groupIds, id])
  }
  return (
    <fieldset className={classes.group}>
      <legend>{say('for-whom')}</legend>
      <div className={classes.chips}>
        <Chip isOn={groupIds.length === 0} onClick={() => onChange([])}>
          {say('whole-school')}
        </Chip>
        {rows !== 'loading' &&
          rows.map(({ id, name }) => (
            <Chip key={id} isOn={groupIds.includes(id)} onClick={() => toggle(id)}>
              {name}
            </Chip>
          ))}
      </div>
    </fieldset>
  )
}
