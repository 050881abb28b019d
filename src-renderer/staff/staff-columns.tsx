import { useMemo } from 'react'
import type { StaffRow } from '#shared/staff/staff-contract.ts'
import { staffMessages } from '#shared/staff/staff-messages.ts'
import { staffScreenMessages } from '#shared/staff/staff-screen-messages.ts'
import { useFormats } from '../platform/formats.ts'
import { useSay } from '../platform/language.tsx'
import type { GridColumn } from '../platform/ui/grid/columns.ts'
import { signInState } from './sign-in-state.ts'
import { SignInTag } from './sign-in-tag.tsx'

export function useStaffColumns(): readonly GridColumn<StaffRow>[] {
  const say = useSay(staffScreenMessages)
  const sayStaff = useSay(staffMessages)
  const { compare } = useFormats()
  return useMemo(
    () => [
      {
        id: 'name',
        header: say('column.name'),
        text: ({ name }) => name,
        compare: (a, b) => compare(a.lastName, b.lastName) || compare(a.firstName, b.firstName),
        width: 170,
        grow: 2,
        isName: true,
      },
      {
        id: 'role',
        header: say('column.role'),
        text: ({ role }) => sayStaff(`role.${role}`),
        compare: (a, b) => compare(a.role, b.role),
        width: 120,
        grow: 1,
      },
      {
        id: 'groups',
        header: say('column.groups'),
        text: ({ groupNames }) => groupNames,
        compare: (a, b) => compare(a.groupNames, b.groupNames),
        width: 100,
        grow: 1,
      },
      {
        id: 'userName',
        header: say('column.userName'),
        text: ({ userName }) => userName,
        compare: (a, b) => compare(a.userName, b.userName),
        width: 128,
      },
      {
        id: 'medical',
        header: say('column.medical'),
        text: ({ seesMedical }) => say(seesMedical ? 'medical.yes' : 'medical.no'),
        compare: (a, b) => Number(b.seesMedical) - Number(a.seesMedical),
        width: 96,
        isHiddenAtFirst: true,
      },
      {
        id: 'signIn',
        header: say('column.signIn'),
        text: (person) => say(`sign-in.${signInState(person)}`),
        cell: (person) => <SignInTag person={person} />,
        width: 164,
      },
    ],
    [say, sayStaff, compare],
  )
}
