import { groupsScreenMessages } from '#shared/groups/groups-screen-messages.ts'
import { pupilFieldMessages } from '#shared/pupils/pupil-field-messages.ts'
import { requiredFields } from '#shared/pupils/required-fields.ts'
import { useSay } from '../../platform/language.tsx'
import { PageHead } from '../../platform/ui/page/page.tsx'
import classes from './group-detail.module.css'
import { IncompleteList } from './incomplete-list.tsx'

/** Who lacks what, in the whole school. */
export function IncompletePupils() {
  const say = useSay(groupsScreenMessages)
  const sayField = useSay(pupilFieldMessages)
  const fields = requiredFields.map((field) => sayField(`missing.${field}`)).join(', ')
  return (
    <div className={classes.screen} data-pane>
      <PageHead
        title={say('incomplete-title')}
        subtitle={say('incomplete-hint', { fields })}
        hasBack
      />
      <div className={classes.body} data-fits>
        <IncompleteList groupId={null} />
      </div>
    </div>
  )
}
