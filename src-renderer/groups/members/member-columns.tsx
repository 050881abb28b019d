import { useMemo } from 'react'
import { groupMembersMessages } from '#shared/groups/group-members-messages.ts'
import { groupsScreenMessages } from '#shared/groups/groups-screen-messages.ts'
import { pupilFieldMessages } from '#shared/pupils/pupil-field-messages.ts'
import type { PupilRow } from '#shared/pupils/pupils-contract.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import type { GridColumn } from '../../platform/ui/grid/columns.ts'
import { IconAlertTriangle, IconCheck } from '../../platform/ui/icons.ts'
import { StatusTag } from '../../platform/ui/signs/status-tag.tsx'

export function useMemberColumns(): readonly GridColumn<PupilRow>[] {
  const say = useSay(groupMembersMessages)
  const sayGroup = useSay(groupsScreenMessages)
  const sayField = useSay(pupilFieldMessages)
  const { compare, partialDay, phone } = useFormats()
  return useMemo(() => {
    const fileState = ({ missingCount }: PupilRow) =>
      missingCount > 0 ? sayGroup('incomplete', { count: missingCount }) : sayGroup('complete')
    return [
      {
        id: 'name',
        header: say('pupil.name'),
        text: ({ sortName }) => sortName,
        compare: (a, b) => compare(a.sortName, b.sortName),
        width: 190,
        grow: 2,
        isName: true,
        isPrivate: true,
      },
      {
        id: 'birthDate',
        header: say('pupil.birthDate'),
        text: ({ birthDate }) => (birthDate ? partialDay(birthDate) : ''),
        compare: (a, b) => (a.birthDate ?? '').localeCompare(b.birthDate ?? ''),
        width: 112,
        isPrivate: true,
      },
      {
        id: 'sex',
        header: say('pupil.sex'),
        text: ({ sex }) => sayField(`sex.${sex}`),
        compare: (a, b) => compare(a.sex, b.sex),
        width: 96,
      },
      {
        id: 'address',
        header: say('pupil.address'),
        text: ({ address, town }) => [address, town].filter(Boolean).join(', '),
        compare: (a, b) => compare(a.address ?? '', b.address ?? ''),
        width: 180,
        grow: 2,
        isPrivate: true,
      },
      {
        id: 'phone',
        header: say('pupil.phone'),
        text: (row) => (row.phone ? phone(row.phone) : ''),
        width: 130,
        isPrivate: true,
      },
      {
        id: 'missing',
        header: say('pupil.missing'),
        text: fileState,
        cell: (row) =>
          row.missingCount > 0 ? (
            <StatusTag tone="warn" icon={IconAlertTriangle}>
              {fileState(row)}
            </StatusTag>
          ) : (
            <StatusTag tone="quiet" icon={IconCheck}>
              {fileState(row)}
            </StatusTag>
          ),
        compare: (a, b) => a.missingCount - b.missingCount,
        width: 136,
      },
    ]
  }, [say, sayGroup, sayField, compare, partialDay, phone])
}
