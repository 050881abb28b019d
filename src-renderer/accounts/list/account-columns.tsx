import { useMemo } from 'react'
import type { AccountRow } from '#shared/accounts/office/accounts-contract.ts'
import { standings } from '#shared/accounts/office/standing.ts'
import { accountsScreenMessages } from '#shared/accounts/office/words/accounts-screen-messages.ts'
import { officeMessages } from '#shared/accounts/office/words/office-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import type { GridColumn } from '../../platform/ui/grid/columns.ts'
import { StandingTag } from '../standing-tag.tsx'

export function useAccountColumns(): readonly GridColumn<AccountRow>[] {
  const say = useSay(accountsScreenMessages)
  const sayOffice = useSay(officeMessages)
  const { compare, day } = useFormats()
  return useMemo(() => {
    const byText = (text: (row: AccountRow) => string) => ({
      text,
      compare: (a: AccountRow, b: AccountRow) => compare(text(a), text(b)),
    })
    const guardian = ({ guardianName, isProtected }: AccountRow) =>
      guardianName || (isProtected ? say('protected') : '')
    return [
      {
        id: 'pupil',
        header: say('column.pupil'),
        ...byText(({ pupilName }) => pupilName),
        width: 160,
        grow: 2,
        isName: true,
      },
      { id: 'guardian', header: say('column.guardian'), ...byText(guardian), width: 160, grow: 2 },
      {
        id: 'group',
        header: say('column.group'),
        ...byText(({ groupName }) => groupName),
        width: 76,
      },
      {
        id: 'standing',
        header: say('column.standing'),
        text: ({ standing }) => sayOffice(`standing.${standing}`),
        cell: ({ standing }) => <StandingTag standing={standing} />,
        compare: (a, b) => standings.indexOf(a.standing) - standings.indexOf(b.standing),
        width: 196,
      },
      {
        id: 'until',
        header: say('column.until'),
        text: (row) => (row.endsOn && hasOpenEnd(row) ? day(row.endsOn) : ''),
        compare: (a, b) => compare(a.endsOn ?? '9', b.endsOn ?? '9'),
        width: 112,
        isNumeric: true,
      },
      {
        id: 'email',
        header: say('column.email'),
        ...byText(({ email }) => email ?? ''),
        width: 180,
        grow: 2,
        isPrivate: true,
      },
      {
        id: 'seen',
        header: say('column.seen'),
        text: ({ signedInOn }) => (signedInOn ? day(signedInOn) : ''),
        compare: (a, b) => compare(a.signedInOn ?? '', b.signedInOn ?? ''),
        width: 140,
        isNumeric: true,
        isHiddenAtFirst: true,
      },
    ]
  }, [say, sayOffice, compare, day])
}

const hasOpenEnd = ({ standing }: AccountRow) =>
  ['made', 'printed', 'sent', 'failed', 'expired'].includes(standing)
