import { groupsScreenMessages } from '#shared/groups/groups-screen-messages.ts'
import { pupilFieldMessages } from '#shared/pupils/pupil-field-messages.ts'
import { requiredFields } from '#shared/pupils/required-fields.ts'
import { useSay } from '../../platform/language.tsx'
import { Page } from '../../platform/ui/page/page.tsx'
import { IncompleteList } from './incomplete-list.tsx'

/** Who lacks what, in the whole school. */
export function IncompletePupils() {
  const say = useSay(groupsScreenMessages)
  const sayField = useSay(pupilFieldMessages)
  const fields = requiredFields.map((field) => sayField(`missing.${field}`)).join(', ')
  return (
    <Page title={say('incomplete-title')} subtitle={say('incomplete-hint', { fields })} hasBack>
      <IncompleteList groupId={null} />
    </Page>
  )
}
