import { eq } from 'drizzle-orm'
import type { AskingGuardian } from '#shared/change-requests/change-requests-contract.ts'
import { haystackOf } from '#shared/search/haystack.ts'
import { guardianLinks } from '../../families/families-table.ts'
import type { Context, ReadDb } from '../../platform/database.ts'
import { pupils } from '../../pupils/pupils-table.ts'
import { byName, readNames } from './read-names.ts'

/** Guardians for whom the office may type over what came on paper, with their children in a class. */
export function askingGuardians(db: ReadDb, caller: Context): AskingGuardian[] {
  const names = readNames(db, caller)
  const links = db
    .select({ guardianId: guardianLinks.guardianId, pupilId: guardianLinks.pupilId })
    .from(guardianLinks)
    .innerJoin(pupils, eq(pupils.id, guardianLinks.pupilId))
    .where(eq(guardianLinks.noContact, false))
    .all()
  const byGuardian = Map.groupBy(links, ({ guardianId }) => guardianId)
  const found = [...byGuardian].flatMap(([id, own]): AskingGuardian[] => {
    const children = own.map(({ pupilId }) => names.pupil(pupilId)).filter((each) => each.groupName)
    if (children.length === 0) return []
    const name = names.guardian(id)
    const haystack = haystackOf([name, ...children.map((child) => child.name)], [])
    return [{ id, name, children, haystack }]
  })
  return found.toSorted(byName)
}
