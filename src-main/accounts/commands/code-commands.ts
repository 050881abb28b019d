import { inArray } from 'drizzle-orm'
import type { AccountsContract } from '#shared/accounts/office/accounts-contract.ts'
import { plainAccountSettings } from '#shared/accounts/office/guardian-account.ts'
import {
  type CodeWay,
  isOpenCode,
  type LinkCode,
  LinkCodeId,
} from '#shared/accounts/office/link-code-row.ts'
import { mayHaveCode } from '#shared/accounts/office/standing.ts'
import { addDays } from '#shared/platform/day.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import { hidesName, shownName } from '#shared/pupils/mask.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import { StaffId } from '#shared/staff/staff.ts'
import type { Context, ReadDb, Service, WriteDb } from '../../platform/database.ts'
import { schools } from '../../school/school-table.ts'
import { accountSettings, linkCodes } from '../accounts-table.ts'
import { codeSha, letterCode, type Portal } from '../code-signs.ts'
import { isShared, sharedAddresses } from '../reading/shared-addresses.ts'
import { readTies, type Tie } from '../reading/ties.ts'

type Commands = Pick<
  Service<AccountsContract>,
  'makeCodes' | 'revokeCodes' | 'extendCodes' | 'markPrinted'
>

/** Codes as rows: the portal follows what stands in them, so that undoing needs nothing of its own. */
export function codeCommands(portal: () => Portal | null): Commands {
  return {
    makeCodes(db, { linkIds, way }, caller) {
      const place = portal()
      if (!place) return refuse('accounts.no-portal')
      if (way === 'letter' && !place.key) return refuse('accounts.no-key')
      const wanted = new Set(linkIds)
      const all = readTies(db, caller.today)
      const ties = all.filter(({ link }) => wanted.has(link.id))
      // By mail to one address the one parent would read the other's code.
      const shared = way === 'mail' ? sharedAddresses(all) : new Set<string>()
      const fit = ties.filter((tie) => mayMake(tie, way) && !isShared(tie, shared))
      for (const tie of fit) makeCode(db, { tie, way, place, email: tie.guardian.email }, caller)
      if (fit.length === 0) return refuse('accounts.nothing-to-do')
      describeTies(db, fit)
      return ok({ count: fit.length, skipped: linkIds.length - fit.length })
    },

    revokeCodes(db, { codeIds }, { now, today }) {
      const open = readCodes(db, codeIds).filter((code) => isOpenCode(code, today))
      for (const code of open) db.save(linkCodes, { ...code, revokedAt: now })
      return done(open.length, codeIds.length)
    },

    extendCodes(db, { codeIds, endsOn }, { today }) {
      if (endsOn < today) return refuse('accounts.ends-before-today')
      const unused = readCodes(db, codeIds).filter(
        ({ usedAt, revokedAt, refusal }) => !usedAt && !revokedAt && !refusal,
      )
      for (const code of unused) db.save(linkCodes, { ...code, endsOn })
      return done(unused.length, codeIds.length)
    },

    markPrinted(db, { codeIds }, { now }) {
      for (const code of readCodes(db, codeIds)) db.save(linkCodes, { ...code, printedAt: now })
      return null
    },
  }
}

const done = (count: number, asked: number) =>
  count === 0 ? refuse('accounts.nothing-to-do') : ok({ count, skipped: asked - count })

const mayMake = ({ standing, guardian, closed }: Tie, way: CodeWay) =>
  closed === null && mayHaveCode(standing) && (way === 'letter' || guardian.email !== null)

function describeTies(db: WriteDb, ties: readonly Tie[]) {
  const [tie] = ties
  if (!tie || ties.length > 1) return
  const name = hidesName(tie.pupil) ? '' : displayName(tie.guardian)
  db.describe([name, shownName(tie.pupil)].filter(Boolean).join(' · '))
}

type Wanted = {
  readonly tie: Tie
  readonly way: CodeWay
  readonly place: Portal
  readonly email: string | null
}

/** A new code; an older one of the same tie that still counts ends, as its letter may be lost. */
export function makeCode(db: WriteDb, { tie, way, place, email }: Wanted, caller: Context) {
  const { now, today, staffId, newId } = caller
  for (const code of tie.codes.filter((each) => isOpenCode(each, today))) {
    db.save(linkCodes, { ...code, revokedAt: now })
  }
  const id = LinkCodeId.parse(newId())
  const isLetter = way === 'letter'
  db.save(linkCodes, {
    id,
    linkId: tie.link.id,
    way,
    sha: isLetter && place.key ? codeSha(schoolOf(db), letterCode(place.key, id)) : null,
    email: isLetter ? null : email,
    madeAt: now,
    madeBy: StaffId.parse(staffId),
    endsOn: addDays(today, readSettings(db).codeDays),
    printedAt: null,
    revokedAt: null,
    sentAt: null,
    failure: null,
    usedAt: null,
    refusal: null,
  })
  return id
}

function readCodes(db: ReadDb, ids: readonly LinkCodeId[]): readonly LinkCode[] {
  return db
    .select()
    .from(linkCodes)
    .where(inArray(linkCodes.id, [...ids]))
    .all()
}

export function schoolOf(db: ReadDb): string {
  const school = db.select({ id: schools.id }).from(schools).get()
  if (!school) throw new Error('The file holds no school')
  return school.id
}

export const readSettings = (db: ReadDb) =>
  db.select().from(accountSettings).get() ?? plainAccountSettings
