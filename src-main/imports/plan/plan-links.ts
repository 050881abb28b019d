import { type GuardianId, type GuardianLink, GuardianLinkId } from '#shared/families/guardian.ts'
import type { SourceGuardian } from '#shared/imports/import-source.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { guardianLinks } from '../../families/families-table.ts'
import { linkId } from '../../platform/ids.ts'
import type { PlannedPupils } from './plan-pupils.ts'
import type { Planning, Write } from './planning.ts'

type Tied = {
  readonly record: SourceGuardian
  readonly guardianId: GuardianId
  readonly pupilIds: readonly PupilId[]
  readonly pupils: PlannedPupils
  readonly orders: (pupilId: PupilId) => number
}

/** Ties that the school does not have yet. One that it has is never changed by a file. */
export function planLinks({ school }: Planning, tied: Tied) {
  const { record, guardianId, pupilIds, pupils, orders } = tied
  const known = new Set(school.linksByGuardian.get(guardianId)?.map(({ pupilId }) => pupilId))
  const said = new Map(record.ties?.map(({ pupilKey, fields }) => [pupils.find(pupilKey), fields]))
  const links = pupilIds
    .filter((pupilId) => !known.has(pupilId))
    .map((pupilId): GuardianLink => {
      const ends = { pupilId, guardianId, relation: record.relation, contactOrder: orders(pupilId) }
      return { ...carefulLink(ends), ...said.get(pupilId) }
    })
  return {
    changes: links.flatMap(({ pupilId, authority }) => [
      { field: 'pupil', from: null, to: pupils.nameOf(pupilId) },
      ...(authority === 'unknown' ? [] : [{ field: 'authority', from: null, to: authority }]),
    ]),
    writes: links.map(
      (link): Write =>
        (db) =>
          db.save(guardianLinks, link),
    ),
  }
}

/** Who is called next: after those whom the school calls already. */
export function createOrders({ school }: Planning) {
  const last = new Map<string, number>()
  return (pupilId: PupilId) => {
    const known = school.linksByPupil.get(pupilId) ?? []
    const highest =
      last.get(pupilId) ?? Math.max(0, ...known.map(({ contactOrder }) => contactOrder))
    last.set(pupilId, Math.min(highest + 1, 99))
    return Math.min(highest + 1, 99)
  }
}

/** What a file does not say of the law stays careful: authority unknown, the portal shut. */
function carefulLink(
  ends: Pick<GuardianLink, 'pupilId' | 'guardianId' | 'relation' | 'contactOrder'>,
): GuardianLink {
  return {
    id: GuardianLinkId.parse(linkId('guardianLinks', ends.pupilId, ends.guardianId)),
    ...ends,
    authority: 'unknown',
    authorityDocument: null,
    authorityOn: null,
    informationRight: 'on-request',
    informationDocument: null,
    mayCollect: false,
    portalAccess: false,
    receivesLetters: true,
    noContact: false,
    note: null,
  }
}
