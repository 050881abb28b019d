import type { AccountRow } from '#shared/accounts/office/accounts-contract.ts'
import type { CodeWay } from '#shared/accounts/office/link-code-row.ts'
import { mayHaveCode } from '#shared/accounts/office/standing.ts'
import { accountsScreenMessages } from '#shared/accounts/office/words/accounts-screen-messages.ts'
import { officeMessages } from '#shared/accounts/office/words/office-messages.ts'
import type { Day } from '#shared/platform/day.ts'
import { useSay } from '../platform/language.tsx'
import { go } from '../platform/routes.ts'
import { toast } from '../platform/toasts.ts'
import { accounts } from './account-calls.ts'

type Answer = Awaited<ReturnType<typeof accounts.makeCodes>>
type Said = 'made' | 'revoked' | 'extended' | 'reminded'

const openStandings = ['made', 'printed', 'sent', 'failed']

/** Rows of which a letter can be printed now. */
export const printable = (rows: readonly AccountRow[]) =>
  rows.filter(({ standing }) => standing === 'made' || standing === 'printed')
export const revocable = (rows: readonly AccountRow[]) =>
  rows.filter(({ standing }) => openStandings.includes(standing))
export const extendable = (rows: readonly AccountRow[]) =>
  rows.filter(({ standing }) => [...openStandings, 'expired'].includes(standing))
export const makeable = (rows: readonly AccountRow[]) =>
  rows.filter(({ standing, closed }) => closed === null && mayHaveCode(standing))
export const mailable = (rows: readonly AccountRow[]) =>
  makeable(rows).filter(({ email, sharesEmail }) => email !== null && !sharesEmail)
export const waiting = (rows: readonly AccountRow[]) =>
  rows.filter(({ standing }) => standing === 'waiting')

/** What can be done with one row or many; says what came of it, with undo. */
export function useAccountActions() {
  const say = useSay(accountsScreenMessages)
  const sayOffice = useSay(officeMessages)
  const idsOf = (rows: readonly AccountRow[]) => rows.flatMap(({ codeId }) => codeId ?? [])

  async function tell(said: Said, answering: Promise<Answer>, mayUndo = true) {
    const answer = await answering
    if (!answer.ok) return toast({ text: sayOffice(answer.refusal), tone: 'alert' })
    const { count, skipped } = answer.value
    const text = say(said, { count })
    return toast({
      text: skipped > 0 ? say('made-skipped', { text, count: skipped }) : text,
      ...(mayUndo && { undo: 'last' }),
    })
  }
  return {
    make: (rows: readonly AccountRow[], way: CodeWay) =>
      tell('made', accounts.makeCodes({ linkIds: rows.map(({ linkId }) => linkId), way })),
    revoke: (rows: readonly AccountRow[]) =>
      tell('revoked', accounts.revokeCodes({ codeIds: idsOf(rows) })),
    extend: (rows: readonly AccountRow[], endsOn: Day) =>
      tell('extended', accounts.extendCodes({ codeIds: idsOf(rows), endsOn })),
    remind: (rows: readonly AccountRow[]) =>
      tell(
        'reminded',
        accounts.remind({ guardianIds: [...new Set(rows.map(({ guardianId }) => guardianId))] }),
        false,
      ),
    print: (rows: readonly AccountRow[]) =>
      go({
        screen: 'overviews',
        kind: 'link-letters',
        pupilIds: [...new Set(rows.map(({ pupilId }) => pupilId))],
        codeIds: idsOf(rows),
      }),
  }
}
