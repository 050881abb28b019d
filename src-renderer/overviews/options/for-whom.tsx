import { groupsContract } from '#shared/groups/groups-contract.ts'
import { overviewsScreenMessages } from '#shared/overviews/overviews-screen-messages.ts'
import { sessionContract } from '#shared/staff/staff-contract.ts'
import { connect } from '../../platform/client.ts'
import { useSay } from '../../platform/language.tsx'
import { LinkButton } from '../../platform/ui/button.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { useViewer } from '../../platform/viewer.tsx'
import classes from './options.module.css'
import type { OptionsProps } from './options.tsx'

const groups = connect(groupsContract)
const session = connect(sessionContract)

/** Of the groups of others a teacher may see no pupil, so nothing could be printed of them. */
async function readGroups(isOwnOnly: boolean) {
  const rows = await groups.list({ schoolYearId: null })
  if (!isOwnOnly) return rows
  const me = await session.current({})
  return rows.filter(({ staff }) => staff.some(({ id }) => id === me?.staffId))
}

/** Groups to print, each on its own pages; or the pupils that were chosen in a list. */
export function ForWhom({ request, onChange }: OptionsProps) {
  const say = useSay(overviewsScreenMessages)
  const isOwnOnly = useViewer().role === 'teacher'
  const rows = useFresh(['groups', 'schoolYears', 'groupStaff'], isOwnOnly, readGroups)
  const { groupIds, pupilIds } = request
  if (pupilIds.length > 0) {
    return (
      <div className={classes.group}>
        <h2>{say('for-whom')}</h2>
        <p>{say('chosen-pupils', { count: pupilIds.length })}</p>
        <p>
          <LinkButton onClick={() => onChange({ pupilIds: [] })}>{say('drop-chosen')}</LinkButton>
        </p>
      </div>
    )
  }
  function toggle(id: string) {
    const others = groupIds.filter((each) => each !== id)
    onChange({ groupIds: others.length < groupIds.length ? others : [...groupIds, id] })
  }
  return (
    <fieldset className={classes.group}>
      <legend>{say('for-whom')}</legend>
      <div className={classes.chips}>
        <Chip isOn={groupIds.length === 0} onClick={() => onChange({ groupIds: [] })}>
          {say('all-groups')}
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

type ChipProps = {
  readonly isOn: boolean
  readonly onClick: () => void
  readonly children: string
}

function Chip({ isOn, onClick, children }: ChipProps) {
  return (
    <button type="button" className={classes.chip} aria-pressed={isOn} onClick={onClick}>
      {children}
    </button>
  )
}
