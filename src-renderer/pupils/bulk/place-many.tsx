import { useState } from 'react'
import type { GroupRow } from '#shared/groups/groups-contract.ts'
import { groupsMessages } from '#shared/groups/groups-messages.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { pupilListMessages } from '#shared/pupils/pupil-list-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { settle } from '../../platform/settle.ts'
import { Button } from '../../platform/ui/button.tsx'
import { DateField } from '../../platform/ui/fields/date-field.tsx'
import { SelectField } from '../../platform/ui/fields/select-field.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import classes from '../list/pupil-list.module.css'
import { groups as groupCalls } from '../pupil-calls.ts'

type PlaceManyProps = {
  readonly ids: readonly PupilId[]
  readonly groups: readonly GroupRow[]
  readonly onDone: () => void
}

/** The button says what will happen, to how many and where. */
export function PlaceMany({ ids, groups, onDone }: PlaceManyProps) {
  const say = useSay(pupilListMessages)
  const sayGroup = useSay(groupsMessages)
  const { today } = useFormats()
  const [groupId, setGroupId] = useState<string | null>(null)
  const [from, setFrom] = useState(today)
  const [problem, setProblem] = useState<string | null>(null)
  const group = groups.find(({ id }) => id === groupId)
  const count = ids.length

  async function place(target: GroupRow) {
    const answer = await groupCalls.place({ pupilIds: [...ids], groupId: target.id, from })
    const refusal = settle(answer, sayGroup, say('placed', { count, group: target.name }))
    setProblem(refusal)
    if (refusal === null) onDone()
  }

  return (
    <form
      noValidate
      className={classes.bulkForm}
      onSubmit={(event) => {
        event.preventDefault()
        if (group) void place(group)
      }}
    >
      <SelectField
        label={say('group')}
        isFirst
        value={groupId}
        onChange={setGroupId}
        options={groups.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <DateField label={say('from-day')} value={from} onChange={(day) => day && setFrom(day)} />
      {problem && (
        <Banner tone="alert" isNews>
          {problem}
        </Banner>
      )}
      <Button kind="primary" isSubmit disabled={!group}>
        {group ? say('place', { count, group: group.name }) : say('place-choose')}
      </Button>
    </form>
  )
}
