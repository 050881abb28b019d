import { type GroupFields, groupKinds } from '#shared/groups/group.ts'
import { type GroupRow, groupsContract } from '#shared/groups/groups-contract.ts'
import { groupsMessages } from '#shared/groups/groups-messages.ts'
import { groupsScreenMessages } from '#shared/groups/groups-screen-messages.ts'
import { useSay } from '../platform/language.tsx'
import { toast } from '../platform/toasts.ts'
import {
  InlineMultiSelectField,
  InlineSelectField,
} from '../platform/ui/inline/inline-choice-field.tsx'
import { InlineFields } from '../platform/ui/inline/inline-shell.tsx'
import { InlineTextField } from '../platform/ui/inline/inline-text-field.tsx'
import { useMay } from '../platform/viewer.tsx'
import { groups } from './group-reads.ts'
import { useGradeOptions } from './year-grades.ts'

/** What a group is called, which years it has and where it sits; each saved by itself. */
export function GroupDetails({ group }: { readonly group: GroupRow }) {
  const say = useSay(groupsScreenMessages)
  const sayField = useSay(groupsMessages)
  const isReadOnly = !useMay(groupsContract.methods.change)
  const grades = useGradeOptions()
  const known = new Set(grades.map(({ value }) => value))
  // An import may have brought a grade that the country does not count.
  const strays = group.yearGrades.filter((grade) => !known.has(grade))

  async function change(fields: Partial<GroupFields>) {
    const answer = await groups.change({ id: group.id, fields })
    if (!answer.ok) return sayField(answer.refusal, answer.details)
    void toast({ text: say('group-changed', { name: fields.name ?? group.name }), undo: 'last' })
    return null
  }

  return (
    <InlineFields key={group.id}>
      <InlineTextField
        label={sayField('field.name')}
        value={group.name}
        isReadOnly={isReadOnly}
        onSave={async (name) => (name ? change({ name }) : say('name-needed'))}
      />
      <InlineMultiSelectField
        label={sayField('field.yearGrades')}
        value={group.yearGrades}
        isReadOnly={isReadOnly}
        options={[...grades, ...strays.map((grade) => ({ value: grade, label: grade }))]}
        onSave={(yearGrades) => change({ yearGrades: [...yearGrades] })}
      />
      <InlineTextField
        label={sayField('field.room')}
        value={group.room}
        isReadOnly={isReadOnly}
        onSave={(room) => change({ room })}
      />
      <InlineSelectField
        label={sayField('field.kind')}
        value={group.kind}
        isReadOnly={isReadOnly}
        options={groupKinds.map((value) => ({ value, label: sayField(`kind.${value}`) }))}
        onSave={(kind) => change({ kind })}
      />
    </InlineFields>
  )
}
