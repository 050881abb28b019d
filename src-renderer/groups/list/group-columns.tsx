import { useMemo } from 'react'
import type { GroupRow } from '#shared/groups/groups-contract.ts'
import { groupsScreenMessages } from '#shared/groups/groups-screen-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import type { GridColumn } from '../../platform/ui/grid/columns.ts'
import { CompletenessTag } from '../completeness-tag.tsx'

export function useGroupColumns(): readonly GridColumn<GroupRow>[] {
  const say = useSay(groupsScreenMessages)
  const { compare } = useFormats()
  return useMemo(
    () => [
      {
        id: 'name',
        header: say('column.name'),
        text: ({ name }) => name,
        cell: ({ name }) => <strong>{name}</strong>,
        compare: (a, b) => compare(a.name, b.name),
        width: 96,
        grow: 1,
        isName: true,
      },
      {
        id: 'yearGrades',
        header: say('column.yearGrades'),
        text: ({ yearGrades }) => yearGrades.join(' · '),
        compare: (a, b) => compare(a.yearGrades.join(), b.yearGrades.join()),
        width: 96,
      },
      {
        id: 'pupils',
        header: say('column.pupils'),
        text: ({ pupilCount }) => String(pupilCount),
        compare: (a, b) => a.pupilCount - b.pupilCount,
        width: 92,
        isNumeric: true,
      },
      {
        id: 'staff',
        header: say('column.staff'),
        text: ({ staff }) => staff.map(({ name }) => name).join(', '),
        width: 180,
        grow: 3,
      },
      {
        id: 'room',
        header: say('column.room'),
        text: ({ room }) => room ?? '',
        compare: (a, b) => compare(a.room ?? '', b.room ?? ''),
        width: 88,
      },
      {
        id: 'incomplete',
        header: say('column.incomplete'),
        text: ({ pupilCount, incompleteCount }) => {
          if (pupilCount === 0) return say('empty-group')
          if (incompleteCount === 0) return say('complete')
          return say('incomplete', { count: incompleteCount })
        },
        cell: (group) => <CompletenessTag group={group} />,
        compare: (a, b) => a.incompleteCount - b.incompleteCount,
        width: 150,
      },
    ],
    [say, compare],
  )
}
