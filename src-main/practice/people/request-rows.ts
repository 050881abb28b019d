import {
  type AskTab,
  type ChangePart,
  ChangePartId,
  ChangeRequestId,
  fieldText,
} from '#shared/change-requests/change-request.ts'
import { DataCheckId } from '#shared/change-requests/data-check.ts'
import type { NewContact, NewPhone } from '#shared/change-requests/rules/new-rows.ts'
import type { GuardianLink } from '#shared/families/guardian.ts'
import { addDays } from '#shared/platform/day.ts'
import type { Making } from '../making.ts'

type Part = Pick<ChangePart, 'act' | 'tbl' | 'rowId' | 'field' | 'seen' | 'asked'> & {
  readonly remark?: string
}

/** A guardian with the children they may ask for, and the rows that are theirs. */
type Asker = {
  readonly links: readonly GuardianLink[]
  readonly making: Making
}

type Story = {
  readonly tab: AskTab
  readonly daysAgo: number
  readonly parts: (asker: Asker) => readonly Part[]
}

const json = (row: NewPhone | NewContact) => JSON.stringify(row)

/** Fourteen requests as they come in over a week, the oldest first. */
const stories: readonly Story[] = [
  {
    tab: 'address',
    daysAgo: 8,
    parts: (asker) => address(asker, ['street', 'houseNumber', 'postcode', 'town']),
  },
  { tab: 'own', daysAgo: 7, parts: (asker) => ownPhone(asker, 3) },
  {
    tab: 'personal',
    daysAgo: 6,
    parts: (asker) => ofPupil(asker, 'lastName', (name) => `${name}-Bakker`, 'name'),
  },
  { tab: 'contacts', daysAgo: 5, parts: newDoctor },
  { tab: 'own', daysAgo: 5, parts: ownEmail },
  { tab: 'medical', daysAgo: 4, parts: allergy },
  { tab: 'contacts', daysAgo: 3, parts: newCollector },
  { tab: 'own', daysAgo: 3, parts: (asker) => ownPhone(asker, 5) },
  {
    tab: 'address',
    daysAgo: 2,
    parts: (asker) => seenBefore(address(asker, ['houseNumber', 'houseNumberAddition'])),
  },
  { tab: 'own', daysAgo: 2, parts: extraPhone },
  {
    tab: 'personal',
    daysAgo: 1,
    parts: (asker) => ofPupil(asker, 'birthPlace', () => 'Utrecht', null),
  },
  { tab: 'own', daysAgo: 1, parts: emailOfAnother },
  { tab: 'own', daysAgo: 0, parts: (asker) => ownPhone(asker, 7) },
  {
    tab: 'personal',
    daysAgo: 0,
    parts: (asker) => ofPupil(asker, 'firstName', () => 'Sam', 'name'),
  },
]

/** What guardians ask to change, in all kinds that an office sees, and a round of checking. */
export function addRequests(making: Making) {
  const askers = findAskers(making)
  stories.forEach((story, at) => {
    const asker = askers[at * 5 + 3]
    if (asker) addStory(asker, story, at)
  })
  addCheck(making, askers)
}

/** Guardians with authority of children who are in a class, of whom nothing is protected. */
function findAskers(making: Making): Asker[] {
  const { rows, today } = making
  const here = new Set(
    rows.memberships.filter(({ until }) => !until || until >= today).map(({ pupilId }) => pupilId),
  )
  const hidden = new Set(
    rows.pupils.flatMap(({ id, protectionLevel }) => (protectionLevel > 0 ? id : [])),
  )
  const links = rows.guardianLinks.filter(
    ({ pupilId, noContact, portalAccess, authority }) =>
      here.has(pupilId) &&
      !noContact &&
      portalAccess &&
      (authority === 'joint' || authority === 'sole'),
  )
  return [...Map.groupBy(links, ({ guardianId }) => guardianId).values()]
    .filter((own) => own.every(({ pupilId }) => !hidden.has(pupilId)))
    .map((own) => ({ links: own, making }))
}

function addStory(asker: Asker, { tab, daysAgo, parts }: Story, at: number) {
  const { rows, newId, today } = asker.making
  const [first] = asker.links
  const wanted = parts(asker)
  if (!first || wanted.length === 0) return
  const requestId = ChangeRequestId.parse(newId())
  const isMedical = tab === 'medical'
  const made = wanted.map(
    ({ remark = null, ...part }, position): ChangePart => ({
      ...{ ...part, remark, position, requestId, isMedical, id: ChangePartId.parse(newId()) },
      ...{ documentAskedAt: null, documentSeenAt: null, decision: null, decided: null },
      ...{ before: null, reason: null, decidedAt: null, decidedBy: null },
    }),
  )
  const isForOne = tab === 'personal' || isMedical
  rows.changeParts.push(...made)
  rows.changeRequests.push({
    ...{ id: requestId, guardianId: first.guardianId, tab, isMedical },
    pupilIds: isForOne ? [first.pupilId] : asker.links.map(({ pupilId }) => pupilId),
    source: 'portal',
    partIds: made.map(({ id }) => id),
    madeAt: `${addDays(today, -daysAgo)}T0${5 + (at % 3)}:${String(10 + at).padStart(2, '0')}:00.000Z`,
    ...{ enteredBy: null, checkId: null, withdrawnAt: null, answeredAt: null },
  })
}

const set = (
  tbl: ChangePart['tbl'],
  rowId: string,
  field: string,
  [seen, asked]: readonly [string | null, string],
): Part => ({ act: 'set', tbl, rowId, field, seen, asked })

const add = (tbl: ChangePart['tbl'], rowId: string, asked: string): Part => ({
  ...{ act: 'add', tbl, rowId, field: null, seen: null, asked },
})

type AddressField = 'street' | 'houseNumber' | 'houseNumberAddition' | 'postcode' | 'town'

function address({ links, making: { rows } }: Asker, fields: readonly AddressField[]): Part[] {
  const own = rows.guardians.find(({ id }) => id === links[0]?.guardianId)
  const home = rows.households.find(({ id }) => id === own?.householdId)
  const next = rows.households[rows.households.length - 4]
  if (!home || !next) return []
  const moved = { ...next, houseNumber: '27', houseNumberAddition: 'B' }
  return fields
    .filter((field) => fieldText(home[field]) !== fieldText(moved[field]))
    .map((field) => set('households', home.id, field, [fieldText(home[field]), moved[field] ?? '']))
}

function ownPhone({ links, making: { rows, profile } }: Asker, offset: number): Part[] {
  const phone = rows.phones.find(({ ownerId }) => ownerId === links[0]?.guardianId)
  if (!phone) return []
  const number = profile.landline(rows.phones.length + offset)
  return [set('phones', phone.id, 'number', [phone.number, number])]
}

function extraPhone({ links, making: { rows, profile } }: Asker): Part[] {
  const number = profile.landline(rows.phones.length)
  const guardianId = links[0]?.guardianId
  const phone: NewPhone = { kind: 'work', number, mayCallDuringSchool: true }
  return guardianId ? [add('phones', guardianId, json(phone))] : []
}

/** The guardian saw another number than stands there now: the office changed it since. */
const seenBefore = (parts: readonly Part[]) =>
  parts.map((part) => (part.field === 'houseNumber' ? { ...part, seen: '3' } : part))

type NameField = 'firstName' | 'lastName' | 'birthPlace'

function ofPupil(
  { links, making: { rows } }: Asker,
  field: NameField,
  wanted: (now: string) => string,
  remark: 'name' | null,
): Part[] {
  const pupil = rows.pupils.find(({ id }) => id === links[0]?.pupilId)
  if (!pupil) return []
  const now = fieldText(pupil[field])
  const part = set('pupils', pupil.id, field, [now, wanted(now ?? '')])
  const { language } = rows.schools[0] ?? {}
  const said =
    language === 'sv'
      ? 'Så står det i passet sedan i somras.'
      : 'Zo staat het sinds de zomer in het paspoort.'
  return [remark ? { ...part, remark: said } : part]
}

function ownEmail({ links, making: { rows } }: Asker): Part[] {
  const guardian = rows.guardians.find(({ id }) => id === links[0]?.guardianId)
  return guardian
    ? [set('guardians', guardian.id, 'email', [guardian.email, 'nieuw.adres@example.org'])]
    : []
}

/** The address of somebody else's mailbox, which the office must see. */
function emailOfAnother({ links, making: { rows } }: Asker): Part[] {
  const guardian = rows.guardians.find(({ id }) => id === links[0]?.guardianId)
  const other = rows.guardians.find(({ id, email }) => email && id !== guardian?.id)
  return guardian && other?.email
    ? [set('guardians', guardian.id, 'email', [guardian.email, other.email])]
    : []
}

const person = { organisation: null, address: null, email: null, relation: null }

function newDoctor({ links, making: { rows } }: Asker): Part[] {
  const known = rows.contacts.findLast(({ kind }) => kind === 'doctor')
  if (!known || !links[0]) return []
  const { name } = known
  const doctor: NewContact = { ...person, kind: 'doctor', name, mayCollect: false, phones: [] }
  return [add('contactLinks', links[0].pupilId, json(doctor))]
}

function newCollector({ links, making: { profile, rows } }: Asker): Part[] {
  const number = profile.landline(rows.phones.length + 20)
  const phones: NewPhone[] = [{ kind: 'home', number, mayCallDuringSchool: true }]
  const { language } = rows.schools[0] ?? {}
  const [name, relation] = language === 'sv' ? ['Kerstin Lund', 'mormor'] : ['Ria Hendriks', 'oma']
  const collector: NewContact = {
    ...person,
    kind: 'collector',
    name,
    relation,
    mayCollect: true,
    phones,
  }
  return links[0] ? [add('contactLinks', links[0].pupilId, json(collector))] : []
}

function allergy({ links, making: { rows } }: Asker): Part[] {
  const [first] = links
  if (!first) return []
  const known = rows.medicals.find(({ id }) => id === first.pupilId)
  const { language } = rows.schools[0] ?? {}
  const text =
    language === 'sv' ? 'Nötter. Har en spruta i väskan.' : 'Noten. Heeft een pen in de tas.'
  return [set('medicals', first.pupilId, 'allergies', [known?.allergies ?? null, text])]
}

/** A round that runs: some said that all is right, most have not answered yet. */
function addCheck({ rows, today, newId }: Making, askers: readonly Asker[]) {
  const id = DataCheckId.parse(newId())
  const { language } = rows.schools[0] ?? {}
  const startedOn = addDays(today, -6)
  rows.dataChecks.push({
    ...{ id, groupIds: null, startedOn, endsOn: addDays(today, 15) },
    name: language === 'sv' ? 'Hösten' : 'Najaar',
    ...{ remindedAt: null, closedAt: null },
  })
  askers.forEach(({ links: [first] }, at) => {
    if (!first || at % 3 !== 1) return
    rows.dataConfirmations.push({
      ...{ id: newId(), guardianId: first.guardianId, checkId: id },
      confirmedAt: `${addDays(startedOn, at % 6)}T18:${String(10 + (at % 49))}:00.000Z`,
      ...{ source: 'portal', way: 'right' },
    })
  })
}
