import { useId } from 'react'
import { roles, type StaffRole } from '#shared/platform/role.ts'
import { staffMessages } from '#shared/staff/staff-messages.ts'
import { useSay } from '../platform/language.tsx'
import classes from './staff.module.css'

type RoleChoiceProps = {
  readonly value: StaffRole
  readonly onChange: (role: StaffRole) => void
}

/** Each role with what it can do, in words: a name alone tells too little. */
export function RoleChoice({ value, onChange }: RoleChoiceProps) {
  const say = useSay(staffMessages)
  const name = useId()
  return (
    <fieldset className={classes.roles}>
      <legend>{say('field.role')}</legend>
      {roles.map((role) => (
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
