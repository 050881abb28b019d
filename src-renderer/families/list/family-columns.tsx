import { useMemo } from 'react'
import type { FamilyRow } from '#shared/families/families-contract.ts'
import { familyScreenMessages } from '#shared/families/family-screen-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import type { GridColumn } from '../../platform/ui/grid/columns.ts'
import { IconLock } from '../../platform/ui/icons.ts'
import { StatusTag } from '../../platform/ui/signs/status-tag.tsx'

export function useFamilyColumns(): readonly GridColumn<FamilyRow>[] {
  const say = useSay(familyScreenMessages)
  const { compare, phone } = useFormats()
  return useMemo(() => {
    const masked = (row: FamilyRow, text: string | null) =>
      text ?? (row.isProtected ? say('protected') : '')
    const column = (
      id: 'guardians' | 'pupils' | 'address' | 'town' | 'phone',
      text: (row: FamilyRow) => string,
    ) => ({
      id,
      header: say(`column.${id}`),
      text,
      compare: (a: FamilyRow, b: FamilyRow) => compare(text(a), text(b)),
    })
    return [
      {
        id: 'name',
        header: say('column.name'),
        text: ({ name }) => name,
        compare: (a, b) => compare(a.name, b.name),
        width: 150,
        grow: 2,
        isName: true,
      },
      { ...column('pupils', ({ pupilNames }) => pupilNames), width: 110, grow: 1 },
      { ...column('guardians', ({ guardianNames }) => guardianNames), width: 150, grow: 2 },
      {
        ...column('address', (row) => masked(row, row.address)),
        cell: (row) =>
          row.isProtected && row.address === null ? (
            <StatusTag tone="leave" icon={IconLock}>
              {say('protected')}
            </StatusTag>
          ) : (
            <span>{row.address}</span>
          ),
        width: 124,
        grow: 1,
        isPrivate: true,
      },
      {
        ...column('town', (row) => row.town ?? ''),
        width: 120,
        isHiddenAtFirst: true,
        isPrivate: true,
      },
      {
        id: 'homes',
        header: say('column.homes'),
        text: ({ householdCount }) => (householdCount > 0 ? String(householdCount) : ''),
        compare: (a, b) => b.householdCount - a.householdCount,
        width: 90,
        isNumeric: true,
        isHiddenAtFirst: true,
      },
      {
        ...column('phone', (row) => masked(row, row.phone && phone(row.phone))),
        width: 114,
        isNumeric: true,
        isPrivate: true,
      },
    ]
  }, [say, compare, phone])
}
