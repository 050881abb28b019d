import {
  type ChangePart,
  ChangePartId,
  type ChangeRequest,
  ChangeRequestId,
} from '#shared/change-requests/change-request.ts'
import type { PartView, RequestFile } from '#shared/change-requests/change-requests-contract.ts'
import { ContactId, ContactLinkId } from '#shared/families/contact.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import {
  changeParts,
  changeRequests,
} from '../../src-main/change-requests/change-requests-table.ts'
import { contactLinks, contacts } from '../../src-main/families/families-table.ts'
import type { WriteDb } from '../../src-main/platform/database.ts'
import { linkId } from '../../src-main/platform/ids.ts'
import { anna, aSchoolWithFamilies, saar, tim, yusuf } from '../builders/families.ts'
import { heidi, numbered } from '../builders/school.ts'

export type School = ReturnType<typeof aSchoolWithFamilies>

export const grandmother = ContactId.parse(numbered(70))
export const neighbour = ContactId.parse(numbered(71))
export const doctor = ContactId.parse(numbered(72))
export const stranger = ContactId.parse(numbered(73))

/** Saar has a grandmother, a neighbour whom Yusuf has too, a doctor, and one who may never collect. */
export function aSchoolThatIsAsked(wanted: Parameters<typeof aSchoolWithFamilies>[0] = {}) {
  const school = aSchoolWithFamilies(wanted)
  write(school, (db) => {
    const contact = { organisation: null, address: null, email: null, note: null }
    db.save(contacts, { ...contact, id: grandmother, kind: 'collector', name: 'Oma Jansen' })
    db.save(contacts, { ...contact, id: neighbour, kind: 'emergency', name: 'Buurman Bos' })
    db.save(contacts, { ...contact, id: doctor, kind: 'doctor', name: 'Dr. Vos' })
    db.save(contacts, { ...contact, id: stranger, kind: 'other', name: 'Oom Kwaad' })
    link(db, saar, grandmother, 1)
    link(db, saar, neighbour, 2)
    link(db, yusuf, neighbour, 1)
    link(db, saar, doctor, 3)
    link(db, saar, stranger, 4, true)
  })
  return school
}

export const write = (school: School, work: (db: WriteDb) => void) =>
  school.database.write({ staffId: heidi, path: 'sync.received' }, work)

export const contactLinkOf = (pupilId: PupilId, id: ContactId) =>
  ContactLinkId.parse(linkId('contactLinks', pupilId, id))

function link(
  db: WriteDb,
  pupilId: PupilId,
  contactId: ContactId,
  contactOrder: number,
  collectingForbidden = false,
) {
  const id = contactLinkOf(pupilId, contactId)
  const rest = { relation: null, mayCollect: false, validFrom: null, validUntil: null }
  db.save(contactLinks, { ...rest, id, pupilId, contactId, contactOrder, collectingForbidden })
}

type Asked = Partial<ChangeRequest> & { readonly parts: readonly Partial<ChangePart>[] }

let numbers = 500_000
const next = () => numbered(numbers++)

/** A request as the portal's rows bring it; nothing is checked here. */
export function ask(school: School, { parts, ...wanted }: Asked): ChangeRequestId {
  const id = ChangeRequestId.parse(next())
  const made = parts.map(
    (part, position): ChangePart => ({
      ...{ id: ChangePartId.parse(next()), requestId: id, position, act: 'set', tbl: 'guardians' },
      ...{ rowId: anna, field: null, seen: null, asked: null, remark: null },
      ...{ isMedical: wanted.isMedical ?? false, documentAskedAt: null, documentSeenAt: null },
      ...{ decision: null, decided: null, before: null, reason: null },
      ...{ decidedAt: null, decidedBy: null },
      ...part,
    }),
  )
  write(school, (db) => {
    for (const part of made) db.save(changeParts, part)
    db.save(changeRequests, {
      ...{ guardianId: anna, pupilIds: [saar, tim], tab: 'own', source: 'portal' },
      ...{ isMedical: false, madeAt: '2026-11-21T19:14:00.000Z', enteredBy: null, checkId: null },
      ...{ withdrawnAt: null, answeredAt: null },
      ...wanted,
      id,
      partIds: made.map((part) => part.id),
    })
  })
  return id
}

/** The request as a screen gets it. */
export async function read(school: School, id: ChangeRequestId): Promise<RequestFile> {
  const found = await school.changeRequests.find({ id })
  if (!found.ok) throw new Error(found.refusal)
  return found.value
}

type Choice = 'accept' | 'reject' | 'wait'

/** Decides every open part alike, or each by what `choose` says. */
export async function decide(
  school: School,
  id: ChangeRequestId,
  choose: Choice | ((part: PartView) => Choice),
  rest: {
    readonly movers?: { pupilIds: PupilId[]; guardianIds: (typeof anna)[] }
    readonly value?: string | null
  } = {},
) {
  const { parts } = await read(school, id)
  return school.changeRequests.decide({
    id,
    movers: rest.movers ?? null,
    parts: parts
      .filter(({ decision }) => decision === null)
      .map((part) => ({
        id: part.id,
        choice: typeof choose === 'function' ? choose(part) : choose,
        value: rest.value === undefined ? part.asked : rest.value,
        now: part.now,
        reason: 'Niet mogelijk',
        document: null,
      })),
  })
}
