import { isNull } from 'drizzle-orm'
import type { GuardianAccount } from '#shared/accounts/office/guardian-account.ts'
import { type Closed, whyClosed } from '#shared/accounts/office/guardian-account.ts'
import { isOpenCode, type LinkCode } from '#shared/accounts/office/link-code-row.ts'
import { type Standing, standingOf } from '#shared/accounts/office/standing.ts'
import type { Guardian, GuardianId, GuardianLink } from '#shared/families/guardian.ts'
import { isMemberOn, runningYear } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import type { Pupil, PupilId } from '#shared/pupils/pupil.ts'
import { guardianLinks, guardians } from '../../families/families-table.ts'
import { groups, memberships, schoolYears } from '../../groups/groups-table.ts'
import type { ReadDb } from '../../platform/database.ts'
import { enrolments, pupils } from '../../pupils/pupils-table.ts'
import { guardianAccounts, linkCodes } from '../accounts-table.ts'

/** One guardian and one child who is at school, with everything known of codes and account. */
export type Tie = {
  readonly link: GuardianLink
  readonly pupil: Pupil
  readonly guardian: Guardian
  readonly account: GuardianAccount | null
  /** Newest first. */
  readonly codes: readonly LinkCode[]
  readonly closed: Closed | null
  readonly standing: Standing
  readonly groupName: string
}

/** Every table once from end to end: for a whole school that is faster than looking up each tie. */
export function readTies(db: ReadDb, today: Day): readonly Tie[] {
  const pupilsById = new Map(
    db
      .select()
      .from(pupils)
      .where(isNull(pupils.mergedInto))
      .all()
      .map((pupil) => [pupil.id, pupil]),
  )
  const guardiansById = new Map(
    db
      .select()
      .from(guardians)
      .all()
      .map((guardian) => [guardian.id, guardian]),
  )
  const accounts = new Map<GuardianId, GuardianAccount>(
    db
      .select()
      .from(guardianAccounts)
      .all()
      .map((account) => [account.id, account]),
  )
  const codesByLink = Map.groupBy(newestFirst(db), ({ linkId }) => linkId)
  const former = readFormer(db, today)
  const groupNames = readGroupNames(db, today)
  return db
    .select()
    .from(guardianLinks)
    .all()
    .flatMap((link) => {
      const pupil = pupilsById.get(link.pupilId)
      const guardian = guardiansById.get(link.guardianId)
      if (!pupil || !guardian || former.has(pupil.id)) return []
      const codes = codesByLink.get(link.id) ?? []
      const account = accounts.get(guardian.id) ?? null
      const { protectionLevel } = pupil
      const closed = whyClosed(link, { protectionLevel, isHere: true })
      const isLinked = codes.some(({ usedAt }) => usedAt !== null)
      const code = codes.find((each) => isOpenCode(each, today)) ?? codes[0] ?? null
      const standing = standingOf({ closed, code, isLinked, account }, today)
      const groupName = groupNames.get(pupil.id) ?? ''
      return [{ link, pupil, guardian, account, codes, closed, standing, groupName }]
    })
}

function newestFirst(db: ReadDb): readonly LinkCode[] {
  return db
    .select()
    .from(linkCodes)
    .all()
    .toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
}

/** As the portal has it: who was enrolled and whose every enrolment is over. */
function readFormer(db: ReadDb, today: Day): ReadonlySet<PupilId> {
  const rows = db
    .select({ pupilId: enrolments.pupilId, endsOn: enrolments.endsOn })
    .from(enrolments)
    .all()
  const isOver = new Map<PupilId, boolean>()
  for (const { pupilId, endsOn } of rows) {
    const before = isOver.get(pupilId) ?? true
    isOver.set(pupilId, before && endsOn !== null && endsOn < today)
  }
  return new Set([...isOver].flatMap(([id, over]) => (over ? [id] : [])))
}

function readGroupNames(db: ReadDb, today: Day): ReadonlyMap<PupilId, string> {
  const year = runningYear(db.select().from(schoolYears).all(), today)
  const classes = new Map(
    db
      .select()
      .from(groups)
      .all()
      .filter(({ kind, schoolYearId }) => kind === 'class' && schoolYearId === year?.id)
      .map(({ id, name }) => [id, name]),
  )
  const names = new Map<PupilId, string>()
  for (const row of db.select().from(memberships).all()) {
    const name = classes.get(row.groupId)
    if (name && isMemberOn(today, row)) names.set(row.pupilId, name)
  }
  return names
}
