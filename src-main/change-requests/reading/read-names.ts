import { and, eq, gte, isNull, lte, or } from 'drizzle-orm'
import type { GuardianId } from '#shared/families/guardian.ts'
import { hidesName, shownName } from '#shared/pupils/mask.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { guardianLinks, guardians } from '../../families/families-table.ts'
import { groups, memberships } from '../../groups/groups-table.ts'
import type { Context, ReadDb } from '../../platform/database.ts'
import { pupils } from '../../pupils/pupils-table.ts'
import { staff } from '../../staff/staff-table.ts'

/** Stands for a name that would tell whose parent this is; last in a list. */
const hiddenName = '•••'

export function byName(a: Named, b: Named) {
  const isHidden = Number(a.name === hiddenName) - Number(b.name === hiddenName)
  return isHidden || a.name.localeCompare(b.name)
}
type Named = { readonly name: string }

/** Names for lists, each table read once: of children with their class, guardians and colleagues. */
export function readNames(db: ReadDb, { today }: Pick<Context, 'today'>) {
  const { id, firstName, prefix, lastName, alias, protectionLevel } = pupils
  const children = new Map(
    db
      .select({ id, firstName, prefix, lastName, alias, protectionLevel })
      .from(pupils)
      .all()
      .map((pupil) => [pupil.id, pupil]),
  )
  const groupNames = readGroupNames(db, today)
  const adults = readGuardians(db)
  const hidden = guardiansOfHidden(db, children)
  const colleagues = new Map<string, string>(
    db
      .select()
      .from(staff)
      .all()
      .map((person) => [person.id, displayName(person)]),
  )
  return {
    pupil(pupilId: PupilId) {
      const pupil = children.get(pupilId)
      const name = pupil ? shownName(pupil) : '—'
      return { id: pupilId, name, groupName: groupNames.get(pupilId) ?? '' }
    },
    /** A name would tell whose parent this is where the child's name is a secret. */
    guardian(guardianId: GuardianId) {
      return hidden.has(guardianId) ? hiddenName : (adults.get(guardianId) ?? '—')
    },
    staff: (staffId: string) => colleagues.get(staffId) ?? '—',
  }
}

function readGuardians(db: ReadDb): ReadonlyMap<GuardianId, string> {
  const { id, firstName, prefix, lastName } = guardians
  const found = db.select({ id, firstName, prefix, lastName }).from(guardians).all()
  return new Map(found.map((guardian) => [guardian.id, displayName(guardian)]))
}

type Level = Parameters<typeof hidesName>[0]

function guardiansOfHidden(db: ReadDb, children: ReadonlyMap<PupilId, Level>) {
  const hidden = new Set([...children].flatMap(([id, pupil]) => (hidesName(pupil) ? id : [])))
  if (hidden.size === 0) return new Set<GuardianId>()
  const { pupilId, guardianId } = guardianLinks
  const links = db.select({ pupilId, guardianId }).from(guardianLinks).all()
  return new Set(links.flatMap((link) => (hidden.has(link.pupilId) ? link.guardianId : [])))
}

function readGroupNames(db: ReadDb, today: Context['today']): ReadonlyMap<PupilId, string> {
  const found = db
    .select({ pupilId: memberships.pupilId, name: groups.name })
    .from(memberships)
    .innerJoin(groups, eq(groups.id, memberships.groupId))
    .where(
      and(
        eq(groups.kind, 'class'),
        or(isNull(memberships.from), lte(memberships.from, today)),
        or(isNull(memberships.until), gte(memberships.until, today)),
      ),
    )
    .all()
  return new Map(found.map(({ pupilId, name }) => [pupilId, name]))
}
