import { type AccessRequest, isSameName, matchOf } from '#shared/accounts/office/access-request.ts'
import type { AccessRequestRow, Candidate } from '#shared/accounts/office/accounts-contract.ts'
import { shownName } from '#shared/pupils/mask.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import { phones } from '../../families/families-table.ts'
import type { Context, ReadDb } from '../../platform/database.ts'
import { staff } from '../../staff/staff-table.ts'
import { accessRequests } from '../accounts-table.ts'
import { readTies, type Tie } from './ties.ts'

/** Requests for access, those that wait first and oldest first, with the children that may be meant. */
export function requestRows(db: ReadDb, caller: Context): readonly AccessRequestRow[] {
  const requests = db.select().from(accessRequests).all()
  if (requests.length === 0) return []
  const ties = readTies(db, caller.today)
  const numbers = readNumbers(db)
  const names = readStaffNames(db)
  return requests.toSorted(waitingFirst).map((request) => {
    const candidates = request.decision === null ? candidatesOf(request, ties, numbers) : []
    return {
      ...request,
      decidedByName: request.decidedBy && (names.get(request.decidedBy) ?? null),
      candidates,
      best: bestOf(candidates),
    }
  })
}

function waitingFirst(a: AccessRequest, b: AccessRequest) {
  if ((a.decision === null) !== (b.decision === null)) return a.decision === null ? -1 : 1
  if (a.decision === null) return a.madeAt < b.madeAt ? -1 : 1
  return (a.decidedAt ?? '') < (b.decidedAt ?? '') ? 1 : -1
}

type Numbers = ReadonlyMap<string, readonly string[]>

const digits = (number: string) => number.replace(/\D/g, '').slice(-8)

function readNumbers(db: ReadDb): Numbers {
  const rows = db.select({ owner: phones.ownerId, number: phones.number }).from(phones).all()
  const byOwner = Map.groupBy(rows, ({ owner }) => owner)
  return new Map(
    [...byOwner].map(([owner, all]) => [owner, all.map((each) => digits(each.number))]),
  )
}

const readStaffNames = (db: ReadDb) =>
  new Map<string, string>(
    db
      .select()
      .from(staff)
      .all()
      .map((person) => [person.id, displayName(person)]),
  )

const sureness = ['both', 'birth-date', 'name']

function candidatesOf(
  request: AccessRequest,
  ties: readonly Tie[],
  numbers: Numbers,
): readonly Candidate[] {
  const byPupil = Map.groupBy(ties, ({ pupil }) => pupil.id)
  const found = [...byPupil.values()].flatMap((around) => {
    const [first] = around
    const pupil = first?.pupil
    // A protected child is never offered by its own name: whoever knows asks at the desk.
    const fits = pupil && pupil.protectionLevel === 0 ? matchOf(request, pupil) : null
    if (!pupil || !fits) return []
    const name = shownName(pupil)
    return [
      {
        pupilId: pupil.id,
        name,
        groupName: first?.groupName ?? '',
        fits,
        guardians: around.map((tie) => guardianOf(request, tie, numbers)),
      },
    ]
  })
  return found.toSorted((a, b) => sureness.indexOf(a.fits) - sureness.indexOf(b.fits)).slice(0, 6)
}

function guardianOf(
  request: AccessRequest,
  { link, guardian, closed, account }: Tie,
  numbers: Numbers,
) {
  const own = numbers.get(guardian.id) ?? []
  return {
    linkId: link.id,
    name: displayName(guardian),
    isSameName: isSameName(request.ownName, guardian),
    isSameEmail: guardian.email?.toLowerCase() === request.email.toLowerCase(),
    isSamePhone: request.phone !== null && own.includes(digits(request.phone)),
    closed,
    hasAccount: account !== null && account.state !== 'none',
  }
}

/** One child that fits by name and birth date, and one guardian of that name who may come in. */
function bestOf(candidates: readonly Candidate[]) {
  const sure = candidates.filter(({ fits }) => fits === 'both')
  const guardians = sure.flatMap((each) => each.guardians.filter(({ isSameName: is }) => is))
  const [only] = guardians
  return sure.length === 1 &&
    guardians.length === 1 &&
    only &&
    only.closed === null &&
    !only.hasAccount
    ? only.linkId
    : null
}
