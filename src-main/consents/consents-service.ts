import { and, eq, inArray } from 'drizzle-orm'
import { ConsentId, standingConsents } from '#shared/consents/consent.ts'
import type { ConsentsContract } from '#shared/consents/consents-contract.ts'
import { isMemberOn } from '#shared/groups/group.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import { shownName, shownSortName } from '#shared/pupils/mask.ts'
import { sortedByName } from '#shared/pupils/person-name.ts'
import { guardianLinks } from '../families/families-table.ts'
import { memberships, whoIsVisible } from '../groups/groups-table.ts'
import type { Service } from '../platform/database.ts'
import { pupils } from '../pupils/pupils-table.ts'
import { consents } from './consents-table.ts'

/** Who allowed what. Answers are added and never changed, so that the history proves itself. */
export const consentsService: Service<ConsentsContract> = {
  matrix(db, { groupId }, caller) {
    const isVisible = whoIsVisible(db, caller)
    const members = db
      .select()
      .from(memberships)
      .innerJoin(pupils, eq(pupils.id, memberships.pupilId))
      .where(eq(memberships.groupId, groupId))
      .all()
      .filter((row) => isMemberOn(caller.today, row.memberships) && !row.pupils.mergedInto)
      .map((row) => row.pupils)
      .filter(({ id }) => isVisible(id))
    const ids = members.map(({ id }) => id)
    const answers = db.select().from(consents).where(inArray(consents.pupilId, ids)).all()
    const answersByPupil = Map.groupBy(answers, ({ pupilId }) => pupilId)
    const rows = members.map((pupil) => ({
      pupilId: pupil.id,
      name: shownName(pupil),
      sortName: shownSortName(pupil, caller.country),
      standing: standingConsents(answersByPupil.get(pupil.id) ?? []),
    }))
    return sortedByName(rows, caller.country)
  },

  record(db, { pupilId, guardianId, fields }, { newId, now }) {
    const pupil = db.select().from(pupils).where(eq(pupils.id, pupilId)).get()
    if (!pupil || pupil.mergedInto) return refuse('pupil.not-found')
    if (guardianId) {
      const link = db
        .select()
        .from(guardianLinks)
        .where(and(eq(guardianLinks.pupilId, pupilId), eq(guardianLinks.guardianId, guardianId)))
        .get()
      if (!link) return refuse('guardian.not-found')
    }
    const id = ConsentId.parse(newId())
    db.save(consents, { ...fields, id, pupilId, guardianId, recordedAt: now })
    db.describe(shownName(pupil))
    return ok(null)
  },
}
