import { eq } from 'drizzle-orm'
import type { FamiliesContract } from '#shared/families/families-contract.ts'
import {
  GuardianId,
  type GuardianLink,
  type GuardianLinkFields,
  GuardianLinkId,
} from '#shared/families/guardian.ts'
import type { HouseholdId } from '#shared/families/household.ts'
import { changed } from '#shared/platform/changed.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import { shownName } from '#shared/pupils/mask.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import type { Context, Service, WriteDb } from '../platform/database.ts'
import { linkId } from '../platform/ids.ts'
import { isMasked } from '../pupils/reveals-table.ts'
import { isGuardianClosed, isHouseholdClosed } from './closed-to.ts'
import { guardianLinks, guardians } from './families-table.ts'
import {
  findGuardian,
  findHousehold,
  findPupil,
  findPupils,
  ownerOfEmail,
  savePhones,
} from './family-lookup.ts'

type GuardianCommand =
  | 'addGuardian'
  | 'changeGuardian'
  | 'moveGuardian'
  | 'linkGuardian'
  | 'changeLink'
  | 'unlinkGuardian'

/** Parents and guardians, and what law and school agreed about each of them and each child. */
export const guardianCommands: Pick<Service<FamiliesContract>, GuardianCommand> = {
  addGuardian(db, { pupilIds, fields, link, phones, householdId }, context) {
    const known = findPupils(db, pupilIds)
    if (!known) return refuse('pupil.not-found')
    if (known.some((pupil) => isMasked(db, pupil, context))) return refuse('pupil.protected')
    const home = whyNoHome(db, householdId, context)
    if (home) return refuse(home)
    if (forbidsContact(null, link, context)) return refuse('link.no-contact-needs-principal')
    const owner = ownerOfEmail(db, fields.email, null)
    if (owner) return refuse('guardian.email-taken', { name: owner })

    const id = GuardianId.parse(context.newId())
    db.save(guardians, { ...fields, id, householdId })
    for (const pupil of known) saveLink(db, pupil.id, id, link)
    savePhones(db, { ownerKind: 'guardian', ownerId: id }, phones, context)
    db.describe(displayName(fields))
    return ok(id)
  },

  changeGuardian(db, { id, fields }, context) {
    const guardian = findGuardian(db, id)
    if (!guardian) return refuse('guardian.not-found')
    if (isGuardianClosed(db, id, context)) return refuse('pupil.protected')
    const owner = ownerOfEmail(db, fields.email ?? null, id)
    if (owner) return refuse('guardian.email-taken', { name: owner })

    const wanted = changed(guardian, fields)
    db.save(guardians, wanted)
    db.describe(displayName(wanted))
    return ok(null)
  },

  moveGuardian(db, { id, householdId }, context) {
    const guardian = findGuardian(db, id)
    if (!guardian) return refuse('guardian.not-found')
    if (isGuardianClosed(db, id, context)) return refuse('pupil.protected')
    const home = whyNoHome(db, householdId, context)
    if (home) return refuse(home)

    db.save(guardians, { ...guardian, householdId })
    db.describe(displayName(guardian))
    return ok(null)
  },

  linkGuardian(db, { pupilId, guardianId, fields }, context) {
    const pupil = findPupil(db, pupilId)
    if (!pupil) return refuse('pupil.not-found')
    const guardian = findGuardian(db, guardianId)
    if (!guardian) return refuse('guardian.not-found')
    if (isMasked(db, pupil, context) || isGuardianClosed(db, guardianId, context)) {
      return refuse('pupil.protected')
    }
    const id = GuardianLinkId.parse(linkId('guardianLinks', pupilId, guardianId))
    if (findLink(db, id)) return refuse('link.exists')
    if (forbidsContact(null, fields, context)) return refuse('link.no-contact-needs-principal')
    // The address may have gone to somebody else while this guardian was nobody's.
    const owner = ownerOfEmail(db, guardian.email, guardianId)
    if (owner) return refuse('guardian.email-taken', { name: owner })

    saveLink(db, pupilId, guardianId, fields)
    db.describe(`${displayName(guardian)}, ${shownName(pupil)}`)
    return ok(id)
  },

  changeLink(db, { id, fields }, context) {
    const link = findLink(db, id)
    if (!link) return refuse('link.not-found')
    if (isLinkClosed(db, link, context)) return refuse('pupil.protected')
    const wanted = changed(link, fields)
    if (forbidsContact(link, wanted, context)) return refuse('link.no-contact-needs-principal')

    db.save(guardianLinks, { ...wanted, ...whatNoContactForbids(wanted) })
    describeLink(db, link)
    return ok(null)
  },

  unlinkGuardian(db, { id }, context) {
    const link = findLink(db, id)
    if (!link) return refuse('link.not-found')
    if (isLinkClosed(db, link, context)) return refuse('pupil.protected')
    // Without the link the order of the court would be forgotten: that is lifting it.
    const lifted = { ...link, noContact: false }
    if (forbidsContact(link, lifted, context)) return refuse('link.no-contact-needs-principal')

    describeLink(db, link)
    db.remove(guardianLinks, id)
    return ok(null)
  },
}

/** Why nobody can be put in this home; null is no home at all. */
function whyNoHome(db: WriteDb, id: HouseholdId | null, context: Context) {
  if (!id) return null
  if (!findHousehold(db, id)) return 'household.not-found'
  return isHouseholdClosed(db, id, context) ? 'pupil.protected' : null
}

function isLinkClosed(db: WriteDb, { pupilId }: GuardianLink, context: Context) {
  const pupil = findPupil(db, pupilId)
  return pupil !== undefined && isMasked(db, pupil, context)
}

/** Whether setting or lifting a no-contact order is at hand, which only the principal does. */
function forbidsContact(
  link: GuardianLink | null,
  wanted: Pick<GuardianLinkFields, 'noContact'>,
  { role }: Context,
) {
  return (link?.noContact ?? false) !== wanted.noContact && role !== 'principal'
}

/** While a court forbids contact there is no portal, no letter and no collecting. */
function whatNoContactForbids({ noContact }: Pick<GuardianLinkFields, 'noContact'>) {
  return noContact ? { portalAccess: false, receivesLetters: false, mayCollect: false } : {}
}

function saveLink(
  db: WriteDb,
  pupilId: PupilId,
  guardianId: GuardianId,
  fields: GuardianLinkFields,
) {
  const id = GuardianLinkId.parse(linkId('guardianLinks', pupilId, guardianId))
  db.save(guardianLinks, {
    ...fields,
    ...whatNoContactForbids(fields),
    id,
    pupilId,
    guardianId,
  })
}

function findLink(db: WriteDb, id: GuardianLinkId) {
  return db.select().from(guardianLinks).where(eq(guardianLinks.id, id)).get()
}

function describeLink(db: WriteDb, { guardianId, pupilId }: GuardianLink) {
  const guardian = findGuardian(db, guardianId)
  const pupil = findPupil(db, pupilId)
  db.describe(
    [guardian && displayName(guardian), pupil && shownName(pupil)].filter(Boolean).join(', '),
  )
}
