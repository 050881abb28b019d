import { audiences, eventKinds } from '#shared/calendar/calendar-event.ts'
import { calendarMessages } from '#shared/calendar/calendar-messages.ts'
import { calendarScreenMessages } from '#shared/calendar/calendar-screen-messages.ts'
import type { EventShown } from '#shared/calendar/event-fields.ts'
import type { SchoolYear } from '#shared/groups/group.ts'
import { useSay } from '../../platform/language.tsx'
import { CheckboxField, Segments } from '../../platform/ui/fields/choice-field.tsx'
import { MultiSelectField, SelectField } from '../../platform/ui/fields/select-field.tsx'
import { useGroupOptions } from '../calendar-reads.ts'

type ShownFieldsProps = {
  readonly year: SchoolYear
  readonly value: EventShown
  readonly onChange: (value: EventShown) => void
}

/** What an appointment is, for whom, and whether guardians see it. */
export function ShownFields({ year, value, onChange }: ShownFieldsProps) {
  const say = useSay(calendarMessages)
  const sayScreen = useSay(calendarScreenMessages)
  const options = useGroupOptions(year.id)
  return (
    <>
      <SelectField
        label={sayScreen('field.kind')}
        value={value.kind}
        onChange={(kind) => onChange({ ...value, kind })}
        options={eventKinds.map((kind) => ({ value: kind, label: say(`kind.${kind}`) }))}
      />
      <Segments
        label={sayScreen('field.audience')}
        isLabelShown
        value={value.audience}
        onChange={(audience) => onChange({ ...value, audience })}
        options={audiences.map((each) => ({ value: each, label: say(`audience.${each}`) }))}
      />
      {value.audience === 'groups' && (
        <MultiSelectField
          label={sayScreen('field.groupIds')}
          value={value.groupIds ?? []}
          onChange={(groupIds) => onChange({ ...value, groupIds: [...groupIds] })}
          options={options}
        />
      )}
      {value.audience !== 'staff' && (
        <CheckboxField
          label={sayScreen('is-published')}
          hint={sayScreen('is-published-hint')}
          value={value.isPublished}
          onChange={(isPublished) => onChange({ ...value, isPublished })}
        />
      )}
    </>
  )
}
