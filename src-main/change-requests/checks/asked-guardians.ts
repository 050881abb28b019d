import { eq } from 'drizzle-orm'
import type { DataCheck, DataConfirmation } from '#shared/change-requests/data-check.ts'
import type { CheckedGuardian } from '#shared/change-requests/data-checks-contract.ts'
import { hasAuthority } from '#shared/change-requests/rules/why-not-ask.ts'
import type { GuardianId } from '#shared/families/guardian.ts'
import { haystackOf } from '#shared/search/haystack.ts'
import { guardianAccounts } from '../../accounts/accounts-table.ts'
import { guardianLinks } from '../../families/families-table.ts'
import { memberships } from '../../groups/groups-table.ts'
import type { Context, ReadDb } from '../../platform/database.ts'
import { linkId } from '../../platform/ids.ts'
import { dataConfirmations } from '../change-requests-table.ts'
import { byName, readNames } from '../reading/read-names.ts'

/** Everybody whom a round asks, by name, with what they said. */
export function askedGuardians(db: ReadDb, check: DataCheck, caller: Context): CheckedGuardian[] {
  const names = readNames(db, caller)
  const answers = lastAnswers(db, check)
  const accounts = new Set(
    db
      .select({ id: guardianAccounts.id })
      .from(guardianAccounts)
      .where(eq(guardianAccounts.state, 'active'))
      .all()
      .map(({ id }) => id),
  )
  const found = [...childrenByGuardian(db, check, caller)].map(([guardianId, pupilIds]) => {
    const name = names.guardian(guardianId)
    const children = pupilIds.map(names.pupil)
    const answer = answers.get(guardianId)
    const code = sheetCode(check, guardianId)
    return {
      ...{ guardianId, name, children, code, hasAccount: accounts.has(guardianId) },
      answer: answer ? { at: answer.confirmedAt, way: answer.way, source: answer.source } : null,
      haystack: haystackOf([name, code, ...children.map((child) => child.name)], []),
    }
  })
  return found.toSorted(byName)
}

/** Guardians who may say something about a child that is in one of the classes now. */
function childrenByGuardian(db: ReadDb, { groupIds }: DataCheck, { today }: Context) {
  const placed = db
    .select()
    .from(memberships)
    .all()
    .filter(
      ({ groupId, from, until }) =>
        (groupIds?.includes(groupId) ?? true) &&
        (from === null || from <= today) &&
        (until === null || until >= today),
    )
  const pupilIds = new Set(placed.map(({ pupilId }) => pupilId))
  const links = db
    .select()
    .from(guardianLinks)
    .where(eq(guardianLinks.noContact, false))
    .all()
    .filter(
      ({ pupilId, authority, informationRight }) =>
        pupilIds.has(pupilId) && (hasAuthority({ authority }) || informationRight !== 'none'),
    )
  const byGuardian = Map.groupBy(links, ({ guardianId }) => guardianId)
  return new Map([...byGuardian].map(([id, own]) => [id, own.map(({ pupilId }) => pupilId)]))
}

function lastAnswers(db: ReadDb, { id }: DataCheck): ReadonlyMap<GuardianId, DataConfirmation> {
  const found = db
    .select()
    .from(dataConfirmations)
    .where(eq(dataConfirmations.checkId, id))
    .orderBy(dataConfirmations.confirmedAt)
    .all()
  return new Map(found.map((answer) => [answer.guardianId, answer]))
}

/** No 0 and O, no 1, I and L: these are read from paper. */
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Six signs for one guardian in one round, the same on every desk; what they say is not a secret. */
function sheetCode({ id }: DataCheck, guardianId: GuardianId): string {
  const hash = linkId('dataCheckSheets', id, guardianId).replaceAll('-', '')
  const bytes = hash.slice(0, 12).match(/../g) ?? []
  return bytes.map((byte) => signs[Number.parseInt(byte, 16) % signs.length]).join('')
}
