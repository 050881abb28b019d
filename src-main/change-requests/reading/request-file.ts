import { eq, inArray } from 'drizzle-orm'
import {
  type ChangePart,
  type ChangeRequest,
  type ChangeRequestId,
  requestState,
} from '#shared/change-requests/change-request.ts'
import type {
  Inhabitant,
  PartView,
  RequestFile,
} from '#shared/change-requests/change-requests-contract.ts'
import { livingAt, usualMovers } from '#shared/change-requests/rules/move.ts'
import { hasAuthority } from '#shared/change-requests/rules/why-not-ask.ts'
import { GuardianId } from '#shared/families/guardian.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import type { RowFields } from '#shared/sync/sync-protocol.ts'
import { guardianLinks, guardians } from '../../families/families-table.ts'
import type { Context, ReadDb } from '../../platform/database.ts'
import { pupils } from '../../pupils/pupils-table.ts'
import { isMasked } from '../../pupils/reveals-table.ts'
import { schools } from '../../school/school-table.ts'
import { changeParts, changeRequests } from '../change-requests-table.ts'
import { groundOf, type OpenedRequest } from './opened-request.ts'
import { readNames } from './read-names.ts'
import { isFor, isOfSafeKind } from './request-list.ts'
import { viewPart } from './view-part.ts'

/** One request with everything the office needs to decide about it. */
export function requestFile(db: ReadDb, id: ChangeRequestId, caller: Context) {
  const request = findRequest(db, id)
  if (!request || !isFor(caller)(request)) return refuse('request.not-found')
  const parts = readPartsOf(db, request)
  const opened = groundOf(db, { request, parts }, caller)
  const isLocked = isClosedTo(db, request, caller)
  const names = readNames(db, caller)
  const [decided] = parts
  const view = isLocked ? [] : parts.map((part) => viewPart(db, part, opened))
  return ok<RequestFile>({
    ...aboutRequest(request, names),
    ...aboutGuardian(db, request, names),
    state: requestState(parts),
    seemsSimple: parts.every((part) => isOfSafeKind(part, caller.country)),
    waitsForDocument: parts.some((part) => part.documentAskedAt && !part.documentSeenAt),
    answeredBy: decided?.decidedBy ? names.staff(decided.decidedBy) : null,
    parts: view satisfies readonly PartView[],
    home: isLocked ? null : homeOf(db, request, { opened, names }),
    isLocked,
  })
}

type Names = ReturnType<typeof readNames>

function aboutRequest(request: ChangeRequest, names: Names) {
  const children = request.pupilIds.map(names.pupil)
  return {
    id: request.id,
    tab: request.tab,
    source: request.source,
    madeAt: request.madeAt,
    answeredAt: request.answeredAt,
    pupilNames: children.map(({ name }) => name).join(', '),
    groupName: [...new Set(children.map(({ groupName }) => groupName))].join(', '),
    guardianName: names.guardian(request.guardianId),
    enteredBy: request.enteredBy ? names.staff(request.enteredBy) : null,
    children,
  }
}

function aboutGuardian(db: ReadDb, request: ChangeRequest, names: Names) {
  const { guardianId, pupilIds } = request
  const links = db
    .select()
    .from(guardianLinks)
    .where(eq(guardianLinks.guardianId, guardianId))
    .all()
  const asked = links.filter(({ pupilId }) => pupilIds.includes(pupilId))
  const guardian = db.select().from(guardians).where(eq(guardians.id, guardianId)).get()
  const school = db.select({ language: schools.language }).from(schools).get()
  return {
    others: links
      .filter(({ pupilId, noContact }) => !pupilIds.includes(pupilId) && !noContact)
      .map(({ pupilId }) => names.pupil(pupilId)),
    guardian: {
      id: guardianId,
      relation: asked[0]?.relation ?? null,
      hasAuthority: asked.length > 0 && asked.every(({ authority }) => hasAuthority({ authority })),
      language: guardian?.language ?? school?.language ?? 'nl',
    },
  }
}

type Around = { readonly opened: OpenedRequest; readonly names: Names }

/** Where who asked lives, with everybody there: another address may be for some of them. */
function homeOf(db: ReadDb, request: ChangeRequest, { opened, names }: Around) {
  if (request.tab !== 'address') return null
  const { rows } = opened.ground
  const [home] = rows.households
  if (!home) return null
  const id = String(home.id)
  const usual = usualMovers(id, request, rows)
  const { guardians: adults, residences } = livingAt(id, rows)
  const living: Inhabitant[] = [
    ...adults.map((each): Inhabitant => {
      const guardianId = GuardianId.parse(each.id)
      const isUsual = usual.guardianIds.includes(guardianId)
      return { id: guardianId, kind: 'guardian', name: names.guardian(guardianId), isUsual }
    }),
    ...residences.map((each): Inhabitant => {
      const pupilId = PupilId.parse(each.pupilId)
      const isUsual = usual.pupilIds.includes(pupilId)
      return { id: pupilId, kind: 'pupil', name: names.pupil(pupilId).name, isUsual }
    }),
  ]
  return { address: addressOf(home), living, sees: whoSees(db, living, names) }
}

/** Who sees whom follows from the ties and not from where somebody lives: said before a family splits. */
function whoSees(db: ReadDb, living: readonly Inhabitant[], names: Names) {
  const pupilIds = living.flatMap(({ id, kind }) => (kind === 'pupil' ? PupilId.parse(id) : []))
  const links = db
    .select()
    .from(guardianLinks)
    .where(inArray(guardianLinks.pupilId, pupilIds))
    .all()
  return [...Map.groupBy(links, ({ guardianId }) => guardianId)].map(([guardianId, own]) => ({
    name: names.guardian(guardianId),
    children: own
      .filter(({ portalAccess, noContact }) => portalAccess && !noContact)
      .map(({ pupilId }) => names.pupil(pupilId).name)
      .join(', '),
  }))
}

function addressOf(home: RowFields) {
  const { street, houseNumber, houseNumberAddition, postcode, town } = home
  const parts = [street, houseNumber, houseNumberAddition].filter(Boolean).join(' ')
  return [parts, [postcode, town].filter(Boolean).join(' ')].filter(Boolean).join(', ')
}

/** A request about a protected child shows and decides nothing until somebody gave a reason to look. */
export function isClosedTo(
  db: ReadDb,
  { guardianId, pupilIds }: Pick<ChangeRequest, 'guardianId' | 'pupilIds'>,
  caller: Context,
) {
  const about = db
    .select({ pupil: pupils })
    .from(guardianLinks)
    .innerJoin(pupils, eq(pupils.id, guardianLinks.pupilId))
    .where(eq(guardianLinks.guardianId, guardianId))
    .all()
    .map(({ pupil }) => pupil)
    .filter(({ id }) => pupilIds.includes(id))
  return about.some((pupil) => isMasked(db, pupil, caller))
}

export function findRequest(db: ReadDb, id: ChangeRequestId) {
  return db.select().from(changeRequests).where(eq(changeRequests.id, id)).get()
}

/** Its own parts in order; a part that the request does not name counts for nothing. */
export function readPartsOf(
  db: ReadDb,
  { id, partIds }: Pick<ChangeRequest, 'id' | 'partIds'>,
): ChangePart[] {
  return db
    .select()
    .from(changeParts)
    .where(eq(changeParts.requestId, id))
    .all()
    .filter((part) => partIds.includes(part.id))
    .toSorted((a, b) => a.position - b.position)
}
