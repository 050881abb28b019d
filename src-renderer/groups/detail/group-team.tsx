import type { GroupTask } from '#shared/groups/group.ts'
import { groupTasks } from '#shared/groups/group.ts'
import { groupMembersMessages } from '#shared/groups/group-members-messages.ts'
import { type GroupRow, groupsContract } from '#shared/groups/groups-contract.ts'
import { groupsMessages } from '#shared/groups/groups-messages.ts'
import { groupsScreenMessages } from '#shared/groups/groups-screen-messages.ts'
import type { StaffId } from '#shared/staff/staff.ts'
import { type StaffRow, staffContract } from '#shared/staff/staff-contract.ts'
import { staffMessages } from '#shared/staff/staff-messages.ts'
import { connect } from '../../platform/client.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { IconButton } from '../../platform/ui/button.tsx'
import { Segments } from '../../platform/ui/fields/choice-field.tsx'
import { SelectField } from '../../platform/ui/fields/select-field.tsx'
import { IconX } from '../../platform/ui/icons.ts'
import { Portrait } from '../../platform/ui/signs/portrait.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { useMay } from '../../platform/viewer.tsx'
import { groups } from '../group-reads.ts'
import classes from './group-detail.module.css'

const staff = connect(staffContract)

type TeamProps = { readonly group: GroupRow }
type Member = GroupRow['staff'][number]

/** Who works with a group: it decides which pupils a teacher sees. */
export function GroupTeam({ group }: TeamProps) {
  const say = useSay(groupMembersMessages)
  const sayGroup = useSay(groupsScreenMessages)
  const mayAssign = useMay(groupsContract.methods.assignStaff)
  return (
    <div className={classes.team}>
      <p className="muted">{say('staff-hint')}</p>
      {mayAssign && <AddMember group={group} />}
      {group.staff.length === 0 && <p>{sayGroup('no-staff')}</p>}
      <ul>
        {group.staff.map((member) => (
          <MemberRow key={member.id} group={group} member={member} mayAssign={mayAssign} />
        ))}
      </ul>
    </div>
  )
}

function useAssign({ id, name }: GroupRow) {
  const say = useSay(groupMembersMessages)
  const sayRefusal = useSay(groupsMessages)
  return async (person: { id: StaffId; name: string }, task: GroupTask | null) => {
    const answer = await groups.assignStaff({ groupId: id, staffId: person.id, task })
    if (!answer.ok) return toast({ text: sayRefusal(answer.refusal), tone: 'alert' })
    const text = say(task ? 'staff-added' : 'staff-removed', { person: person.name, name })
    return toast({ text, undo: 'last' })
  }
}

type MemberRowProps = TeamProps & { readonly member: Member; readonly mayAssign: boolean }

function MemberRow({ group, member, mayAssign }: MemberRowProps) {
  const say = useSay(groupMembersMessages)
  const sayTask = useSay(groupsMessages)
  const assign = useAssign(group)
  const { name, task } = member
  return (
    <li className={classes.member}>
      <Portrait name={name} size={32} />
      <span className={classes.memberName}>{name}</span>
      {mayAssign ? (
        <>
          <Segments
            label={say('staff-task', { person: name })}
            value={task}
            onChange={(wanted) => void assign(member, wanted)}
            options={groupTasks.map((value) => ({ value, label: sayTask(`task.${value}`) }))}
          />
          <IconButton
            icon={IconX}
            label={say('staff-remove', { person: name })}
            onClick={() => void assign(member, null)}
          />
        </>
      ) : (
        <span className="muted">{sayTask(`task.${task}`)}</span>
      )}
    </li>
  )
}

function AddMember({ group }: TeamProps) {
  const say = useSay(groupMembersMessages)
  const sayRole = useSay(staffMessages)
  const assign = useAssign(group)
  const everybody = useFresh(['staff'], {}, staff.list)
  if (everybody === 'loading') return null
  const assigned = new Set(group.staff.map(({ id }) => id))
  const others = everybody.filter(({ id, isActive }) => isActive && !assigned.has(id))
  function add(id: string) {
    const person = others.find((each) => each.id === id)
    if (person) void assign(person, 'teacher')
  }
  return (
    <div className={classes.add}>
      <SelectField
        label={say('staff-add')}
        value={null}
        onChange={add}
        isSearchable
        options={teachersFirst(others).map(({ id, name, role }) => ({
          value: id as string,
          label: name,
          group: sayRole(`role.${role}`),
        }))}
      />
    </div>
  )
}

function teachersFirst(people: readonly StaffRow[]) {
  const teachers = people.filter(({ role }) => role === 'teacher')
  return [...teachers, ...people.filter(({ role }) => role !== 'teacher')]
}
