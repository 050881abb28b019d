import { useMemo } from 'react'
import { compareSortNames } from '#shared/pupils/person-name.ts'
import { pupilFieldMessages } from '#shared/pupils/pupil-field-messages.ts'
import { pupilListMessages } from '#shared/pupils/pupil-list-messages.ts'
import type { PupilRow } from '#shared/pupils/pupils-contract.ts'
import { useFormats } from '../../platform/formats.ts'
import { useLocale, useSay } from '../../platform/language.tsx'
import type { GridColumn } from '../../platform/ui/grid/columns.ts'
import classes from './pupil-list.module.css'
import { PupilSigns, useSignsOf } from './pupil-signs.tsx'

/** The columns of the list; a hidden address or phone says that it is hidden. */
export function usePupilColumns(): readonly GridColumn<PupilRow>[] {
  const say = useSay(pupilListMessages)
  const sayField = useSay(pupilFieldMessages)
  const formats = useFormats()
  const signsOf = useSignsOf()
  const { country } = useLocale()

  // biome-ignore lint/correctness/useExhaustiveDependencies: signsOf changes only when these do.
  return useMemo(() => {
    const { compare, partialDay, phone } = formats
    const masked = say('sign.protected')
    const reach = (row: PupilRow, value: string | null) => value ?? (row.isProtected ? masked : '')
    const reachCell = (row: PupilRow, value: string | null) =>
      value === null && row.isProtected ? (
        <span className={classes.hidden}>{masked}</span>
      ) : (
        <span>{value}</span>
      )
    const byText = (text: (row: PupilRow) => string) => (a: PupilRow, b: PupilRow) =>
      compare(text(a), text(b))
    const byName = compareSortNames(country)
    const phoneOf = ({ phone: number }: PupilRow) => number && phone(number)
    const signText = (row: PupilRow) =>
      signsOf(row)
        .map(({ text }) => text)
        .join(', ')

    return [
      {
        id: 'name',
        header: say('column.name'),
        text: ({ sortName }) => sortName,
        compare: (a, b) => byName(a.sortName, b.sortName),
        width: 150,
        grow: 3,
        isName: true,
      },
      {
        id: 'group',
        header: say('column.group'),
        text: ({ groupName }) => groupName,
        compare: byText(({ groupName }) => groupName),
        width: 58,
      },
      {
        id: 'signs',
        header: say('column.signs'),
        text: signText,
        cell: (row) => <PupilSigns signs={signsOf(row)} />,
        compare: (a, b) => compare(signText(b), signText(a)),
        // As wide as the longest sign, which must not be cut off.
        width: 140,
        grow: 1,
      },
      {
        id: 'birthDate',
        header: say('column.birthDate'),
        text: ({ birthDate }) => (birthDate ? partialDay(birthDate) : ''),
        compare: byText(({ birthDate }) => birthDate ?? ''),
        width: 104,
        isNumeric: true,
      },
      {
        id: 'address',
        header: say('column.address'),
        text: (row) => reach(row, row.address),
        cell: (row) => reachCell(row, row.address),
        compare: byText(({ address }) => address ?? ''),
        width: 96,
        grow: 2,
        isPrivate: true,
      },
      {
        id: 'town',
        header: say('column.town'),
        text: (row) => reach(row, row.town),
        cell: (row) => reachCell(row, row.town),
        compare: byText(({ town }) => town ?? ''),
        width: 130,
        isHiddenAtFirst: true,
        isPrivate: true,
      },
      {
        id: 'phone',
        header: say('column.phone'),
        text: (row) => reach(row, phoneOf(row)),
        cell: (row) => reachCell(row, phoneOf(row)),
        compare: byText(({ phone: number }) => number ?? ''),
        width: 118,
        isNumeric: true,
        isPrivate: true,
      },
      {
        id: 'sex',
        header: say('column.sex'),
        text: ({ sex }) => sayField(`sex.${sex}`),
        compare: byText(({ sex }) => sayField(`sex.${sex}`)),
        width: 90,
        isHiddenAtFirst: true,
      },
      {
        id: 'missing',
        header: say('column.missing'),
        text: ({ missingCount }) => (missingCount > 0 ? String(missingCount) : ''),
        compare: (a, b) => b.missingCount - a.missingCount,
        width: 90,
        isNumeric: true,
        isHiddenAtFirst: true,
      },
    ]
  }, [say, sayField, formats, country])
}
