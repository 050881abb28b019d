import { AccessRequestId } from '#shared/accounts/office/access-request.ts'
import type { GuardianAccount } from '#shared/accounts/office/guardian-account.ts'
import { whyClosed } from '#shared/accounts/office/guardian-account.ts'
import { type LinkCode, LinkCodeId } from '#shared/accounts/office/link-code-row.ts'
import type { Guardian, GuardianLink } from '#shared/families/guardian.ts'
import { addDays, type Day } from '#shared/platform/day.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import type { Making } from '../making.ts'

/** How a guardian came along: of a hundred, so many have got so far. */
const stories = [
  ['active', 62],
  ['printed', 12],
  ['expired', 7],
  ['made', 6],
  ['waiting', 4],
  ['sent', 3],
  ['locked', 1],
  ['failed', 1],
  ['none', 8],
] as const
type Story = (typeof stories)[number][0]

/** Codes, accounts and requests in every state, as a school a few months after it began has them. */
export function addAccounts(making: Making) {
  const { rows, random } = making
  const former = new Set(
    rows.enrolments.filter(({ endsOn }) => endsOn).map(({ pupilId }) => pupilId),
  )
  const levels = new Map(rows.pupils.map(({ id, protectionLevel }) => [id, protectionLevel]))
  const open = rows.guardianLinks.filter(
    (link) =>
      !former.has(link.pupilId) &&
      whyClosed(link, { protectionLevel: levels.get(link.pupilId) ?? 0, isHere: true }) === null,
  )
  const byGuardian = Map.groupBy(open, ({ guardianId }) => guardianId)
  for (const guardian of rows.guardians) {
    const links = byGuardian.get(guardian.id)
    if (links) tell(making, { guardian, links, story: random.weighted(stories) })
  }
  addRequests(making, open)
}

type Told = {
  readonly guardian: Guardian
  readonly links: readonly GuardianLink[]
  readonly story: Story
}

function tell(making: Making, { guardian, links, story }: Told) {
  const { rows, random, today } = making
  if (story === 'none') return
  const isIn = story === 'active' || story === 'locked'
  const madeOn = addDays(
    today,
    -random.between(story === 'expired' ? 32 : 2, isIn ? 70 : story === 'expired' ? 50 : 27),
  )
  for (const link of links) rows.linkCodes.push(codeOf(making, { link, guardian, story, madeOn }))
  if (!isIn && story !== 'waiting') return
  const account: GuardianAccount = {
    id: guardian.id,
    state: story === 'waiting' ? 'waiting' : isIn && story === 'locked' ? 'locked' : 'active',
    email: guardian.email ?? `ouder${rows.guardianAccounts.length}@example.org`,
    isConfirmed: isIn,
    askedAt: at(addDays(madeOn, 1)),
    activatedAt: isIn ? at(addDays(madeOn, 1)) : null,
    signedInOn: isIn && random.chance(0.95) ? addDays(today, -random.below(20)) : null,
    lockedBy: story === 'locked' ? 'office' : null,
    mailFailure: isIn && random.chance(0.01) ? '550' : null,
    isLocked: story === 'locked',
    lockReason: story === 'locked' ? making.profile.words.lockReason : null,
    lockedAt: story === 'locked' ? at(addDays(today, -3)) : null,
    unlockedAt: null,
  }
  rows.guardianAccounts.push(account)
}

type Coded = {
  readonly link: GuardianLink
  readonly guardian: Guardian
  readonly story: Story
  readonly madeOn: Day
}

function codeOf(making: Making, { link, guardian, story, madeOn }: Coded): LinkCode {
  const { newId, rows } = making
  const isMail = (story === 'sent' || story === 'failed') && guardian.email !== null
  const isUsed = story === 'active' || story === 'locked'
  const maker = rows.staff.find(({ role }) => role === 'office')
  if (!maker) throw new Error('The practice school has no office')
  return {
    id: LinkCodeId.parse(newId()),
    linkId: link.id,
    way: isMail ? 'mail' : 'letter',
    // The practice school has no portal that would ask for it.
    sha: null,
    email: isMail ? guardian.email : null,
    madeAt: at(madeOn),
    madeBy: maker.id,
    endsOn: addDays(madeOn, 30),
    printedAt: isMail || story === 'made' ? null : at(madeOn),
    revokedAt: null,
    sentAt: isMail && story === 'sent' ? at(madeOn) : null,
    failure: isMail && story === 'failed' ? '550' : null,
    usedAt: isUsed ? at(addDays(madeOn, 1)) : null,
    refusal: null,
  }
}

const at = (day: Day) => `${day}T09:15:00.000Z`

/** One that fits in everything, one with another last name, and one of a child that is not here. */
function addRequests({ rows, newId, today, random }: Making, open: readonly GuardianLink[]) {
  const known = new Set<string>(rows.guardianAccounts.map(({ id }) => id))
  const pupils = new Map(rows.pupils.map((pupil) => [pupil.id, pupil]))
  const guardians = new Map(rows.guardians.map((guardian) => [guardian.id, guardian]))
  const free = open.filter(
    ({ guardianId, pupilId }) =>
      !known.has(guardianId) && pupils.get(pupilId)?.birthDate?.length === 10,
  )
  const [first, second] = random.shuffled(free)
  for (const [index, link] of [first, second].entries()) {
    const pupil = link && pupils.get(link.pupilId)
    const guardian = link && guardians.get(link.guardianId)
    if (!pupil || !guardian?.firstName) continue
    const childName =
      index === 0 ? displayName(pupil) : `${pupil.firstName} ${guardian.lastName}sson`
    add(displayName(guardian), childName, pupil.birthDate ?? '', guardian.email)
  }
  add('Robin Vermeer', 'Alex Vermeer', '2017-06-12', null)

  function add(ownName: string, childName: string, birthDate: string, email: string | null) {
    rows.accessRequests.push({
      id: AccessRequestId.parse(newId()),
      madeAt: at(addDays(today, -1 - rows.accessRequests.length)),
      ownName,
      childName,
      birthDate,
      email: email ?? 'robin.vermeer@example.org',
      phone: null,
      decision: null,
      decidedAt: null,
      decidedBy: null,
      reason: null,
      linkId: null,
    })
  }
}
