import type { ContactKind } from '#shared/families/contact.ts'
import type { Country } from '#shared/platform/language.ts'
import type { RowFields } from '#shared/sync/sync-protocol.ts'
import type { ChangePart, ChangeRequest } from '../change-request.ts'
import { type AskField, askFieldOf } from './ask-fields.ts'
import { type AskRule, modeOf } from './ask-rules.ts'
import { type FamilyRows, findRow, phoneOwnerOn } from './family-rows.ts'

/** Why something may not be asked at all; neither desk nor portal carries it out then. */
export type AskRefusal =
  /** No child, or a child of somebody else. */
  | 'ask.not-your-child'
  | 'ask.not-declared'
  | 'ask.switched-off'
  | 'ask.needs-authority'
  /** The row is another's, shared with others, or gone. */
  | 'ask.not-your-row'

export type AskedPart = Pick<ChangePart, 'act' | 'tbl' | 'rowId' | 'field' | 'isMedical'>
export type AskingRequest = Pick<
  ChangeRequest,
  'guardianId' | 'pupilIds' | 'tab' | 'source' | 'isMedical'
>
export type AskGround = {
  readonly rows: FamilyRows
  readonly rules: readonly Pick<AskRule, 'subject' | 'groupId' | 'mode'>[]
  readonly country: Country
}

/**
 * Whether this guardian may ask this of these children: the portal asks before it writes a request,
 * the desk again before it carries one out, whatever arrived. Null when nothing stands in the way.
 */
export function whyNotAsk(
  part: AskedPart,
  request: AskingRequest,
  ground: AskGround,
): AskRefusal | null {
  const ties = request.pupilIds.map((pupilId) => tieTo(pupilId, request, ground.rows))
  if (ties.length === 0 || ties.includes(undefined)) return 'ask.not-your-child'
  const entry = askFieldOf(part, ground.country)
  const isMedical = request.tab === 'medical'
  if (!entry?.tabs.includes(request.tab)) return 'ask.not-declared'
  if (request.isMedical !== isMedical || part.isMedical !== isMedical) return 'ask.not-declared'
  const mode = strictestMode(entry, request, ground)
  if (mode === 'read-only' || mode === 'hidden') return 'ask.switched-off'
  if (mode === 'needs-authority' && !ties.every((tie) => tie && hasAuthority(tie))) {
    return 'ask.needs-authority'
  }
  return isOwnRow(part, request, ground.rows) ? null : 'ask.not-your-row'
}

/** The tie that lets this guardian ask about a child; paper reaches who has no account too. */
function tieTo(pupilId: string, { guardianId, source }: AskingRequest, rows: FamilyRows) {
  return rows.guardianLinks.find(
    (link) =>
      link.pupilId === pupilId &&
      link.guardianId === guardianId &&
      link.noContact === 0 &&
      (source === 'paper' || link.portalAccess === 1) &&
      (hasAuthority(link) || link.informationRight !== 'none'),
  )
}

/** `unknown`: the office has not seen a document yet, and most parents have authority. */
const authorities: readonly unknown[] = ['joint', 'sole', 'legal-guardian', 'foster', 'unknown']
export const hasAuthority = (link: RowFields) => authorities.includes(link.authority)

function strictestMode(entry: AskField, request: AskingRequest, { rows, rules }: AskGround) {
  const groupIds = rows.memberships
    .filter(({ pupilId }) => request.pupilIds.some((id) => id === pupilId))
    .map(({ groupId }) => String(groupId))
  return modeOf(entry, request.tab, { rules, groupIds })
}

function isOwnRow(part: AskedPart, request: AskingRequest, rows: FamilyRows): boolean {
  const { tbl, act, rowId } = part
  const isForChild = request.pupilIds.some((id) => id === rowId)
  const home = findRow(rows, 'guardians', request.guardianId)?.householdId ?? null
  switch (tbl) {
    case 'pupils':
    case 'medicals':
      return isForChild
    case 'guardians':
      return rowId === request.guardianId
    case 'households':
      return rowId === home
    case 'contacts':
      return isOnlyTheirs(rowId, request, rows)
    case 'contactLinks':
      return act === 'add' ? isForChild : isLinkOfChild(part, request, rows)
    case 'phones':
      return isOwnPhone(part, request, rows)
  }
}

/** Who may never take the child along is not made somebody who may. */
function isLinkOfChild({ rowId, field }: AskedPart, { pupilIds }: AskingRequest, rows: FamilyRows) {
  const link = findRow(rows, 'contactLinks', rowId)
  if (link?.collectingForbidden === 1 && field !== 'contactOrder' && field !== 'relation') {
    return false
  }
  return pupilIds.some((pupilId) => pupilId === link?.pupilId)
}

/** These serve many families: their row is the office's. */
const shared: readonly unknown[] = [
  'doctor',
  'dentist',
  'after-school-care',
] satisfies readonly ContactKind[]

export const isSharedContact = (contact: RowFields) => shared.includes(contact.kind)

/**
 * A contact of these children and of no other: what is written about it touches nobody else. Whom the
 * office forbade to take the child along is the office's.
 */
function isOnlyTheirs(id: string, { pupilIds }: AskingRequest, rows: FamilyRows) {
  const contact = findRow(rows, 'contacts', id)
  if (!contact || isSharedContact(contact)) return false
  const links = rows.contactLinks.filter(({ contactId }) => contactId === id)
  return (
    links.length > 0 &&
    links.every(
      (link) => link.collectingForbidden === 0 && pupilIds.some((each) => each === link.pupilId),
    )
  )
}

function isOwnPhone({ act, rowId }: AskedPart, request: AskingRequest, rows: FamilyRows) {
  const kind = phoneOwnerOn[request.tab]
  const phone = act === 'add' ? null : findRow(rows, 'phones', rowId)
  if (phone === undefined || (phone && phone.ownerKind !== kind)) return false
  const owner = phone ? String(phone.ownerId) : rowId
  if (kind === 'guardian') return owner === request.guardianId
  if (kind === 'pupil') return request.pupilIds.some((id) => id === owner)
  if (kind === 'contact') return isOnlyTheirs(owner, request, rows)
  return owner === (findRow(rows, 'guardians', request.guardianId)?.householdId ?? null)
}
