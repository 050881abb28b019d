import { useId } from 'react'
import { roles, type StaffRole } from '#shared/platform/role.ts'
import { mayManage } from '#shared/staff/rights.ts'
import { staffMessages } from '#shared/staff/staff-messages.ts'
import { useSay } from '../platform/language.tsx'
import { useViewer } from '../platform/viewer.tsx'
import classes from './staff.module.css'

type RoleChoiceProps = {
  readonly value: StaffRole
  readonly onChange: (role: StaffRole) => void
}

/** Each role that one may give, with what it can do in words: a name alone tells too little. */
export function RoleChoice({ value, onChange }: RoleChoiceProps) {
  const say = useSay(staffMessages)
  const name = useId()
  const viewer = useViewer()
  const offered = roles.filter((role) => mayManage(viewer, { role, seesMedical: false }))
  return (
    <fieldset className={classes.roles}>
      <legend>{say('field.role')}</legend>
      {offered.map((role) => (
        <label key={role} className={classes.role}>
          <input
            type="radio"
            name={name}
            checked={role === value}
            onChange={() => onChange(role)}
          />
          <span>
            <strong>{say(`role.${role}`)}</strong>
            <small>{say(`role-can.${role}`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
