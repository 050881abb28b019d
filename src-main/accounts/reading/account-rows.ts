import type {
  AccountFile,
  AccountRow,
  CodeLine,
} from '#shared/accounts/office/accounts-contract.ts'
import { codeStateOf, expiresSoon, isOpenCode } from '#shared/accounts/office/link-code-row.ts'
import type { GuardianLinkId } from '#shared/families/guardian.ts'
import { foldText } from '#shared/platform/fold-text.ts'
import { maskOf, shownName, shownSortName } from '#shared/pupils/mask.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import type { Context, ReadDb } from '../../platform/database.ts'
import { staff } from '../../staff/staff-table.ts'
import { isShared, sharedAddresses } from './shared-addresses.ts'
import { readTies, type Tie } from './ties.ts'

export function accountRows(db: ReadDb, caller: Context): readonly AccountRow[] {
  const ties = readTies(db, caller.today)
  const shared = sharedAddresses(ties)
  const collator = new Intl.Collator(caller.country === 'se' ? 'sv' : 'nl')
  return ties
    .map((tie) => ({ row: rowOf(tie, shared, caller), sortName: sortNameOf(tie, caller) }))
    .toSorted((a, b) => collator.compare(a.sortName, b.sortName))
    .map(({ row }) => row)
}

const sortNameOf = ({ pupil, link }: Tie, { country }: Context) =>
  `${shownSortName(pupil, country)} ${link.contactOrder}`

function rowOf(tie: Tie, shared: ReadonlySet<string>, caller: Context): AccountRow {
  const { link, pupil, guardian, account, closed, standing, groupName } = tie
  const mask = maskOf(caller, pupil)
  const code = currentCode(tie, caller)
  const pupilName = shownName(pupil)
  const guardianName = mask.name ? '' : displayName(guardian)
  const address = account?.email ?? guardian.email
  return {
    linkId: link.id,
    pupilId: pupil.id,
    guardianId: guardian.id,
    pupilName,
    guardianName,
    groupName,
    standing,
    closed,
    codeId: code?.id ?? null,
    endsOn: code?.endsOn ?? null,
    expiresSoon: code !== null && expiresSoon(code, caller.today),
    email: mask.address ? null : address,
    sharesEmail: isShared(tie, shared),
    signedInOn: account?.signedInOn ?? null,
    mailFailure: account?.mailFailure ?? null,
    isProtected: pupil.protectionLevel > 0,
    haystack: foldText(
      `${pupilName}\n${guardianName}\n${groupName}\n${mask.address ? '' : address}`,
    ),
  }
}

/** The one that counts, else the newest. */
const currentCode = ({ codes }: Tie, { today }: Context) =>
  codes.find((code) => isOpenCode(code, today)) ?? codes[0] ?? null

/** Everything about one tie: its codes, who else sees the child, and the guardian's other children. */
export function accountFile(
  db: ReadDb,
  linkId: GuardianLinkId,
  caller: Context,
): AccountFile | null {
  const ties = readTies(db, caller.today)
  const tie = ties.find(({ link }) => link.id === linkId)
  if (!tie) return null
  const { pupil, guardian, account } = tie
  const mask = maskOf(caller, pupil)
  const around = ties.filter((each) => each.pupil.id === pupil.id)
  const own = ties.filter((each) => each.guardian.id === guardian.id && each !== tie)
  return {
    row: rowOf(tie, sharedAddresses(ties), caller),
    account: account && mask.address ? { ...account, email: null } : account,
    codes: codeLines(db, tie, caller),
    onlookers: around
      .toSorted((a, b) => a.link.contactOrder - b.link.contactOrder)
      .map((each) => ({
        guardianId: each.guardian.id,
        name: mask.name ? '' : displayName(each.guardian),
        closed: each.closed,
        standing: each.standing,
      })),
    siblings: own.map((each) => ({
      linkId: each.link.id,
      name: shownName(each.pupil),
      standing: each.standing,
    })),
  }
}

function codeLines(db: ReadDb, { codes }: Tie, { today }: Context): readonly CodeLine[] {
  const names = new Map<string, string>(
    db
      .select()
      .from(staff)
      .all()
      .map((person) => [person.id, displayName(person)]),
  )
  return codes.map(({ sha: _, email: __, linkId: ___, refusal: ____, ...code }) => ({
    ...code,
    madeBy: names.get(code.madeBy) ?? '',
    state: codeStateOf({ ...code, refusal: ____ }, today),
  }))
}
