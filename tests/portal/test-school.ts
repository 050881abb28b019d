import { createHash, randomInt, randomUUID } from 'node:crypto'
import { linkCodeText, makeLinkCode, readLinkCode } from '#shared/accounts/link-code.ts'
import type { Operation } from '#shared/sync/sync-protocol.ts'
import { type ClaimedMail, claimMail, closeMail } from '../../src-portal/platform/mail-queue.ts'
import type { PortalDatabase } from '../../src-portal/platform/portal-database.ts'
import { portalParts } from '../../src-portal/portal.ts'
import { aHub, schoolId } from '../sync/test-hub.ts'

const hour = 3_600_000
export const password = 'paard batterij nietje'

/** Emma and Noor live with Anna; Bram, their father, lives elsewhere. Saga is protected. */
export const people = {
  emma: '0197c000-0000-7000-8000-0000000000a1',
  noor: '0197c000-0000-7000-8000-0000000000a2',
  saga: '0197c000-0000-7000-8000-0000000000a3',
  anna: '0197c000-0000-7000-8000-0000000000b1',
  bram: '0197c000-0000-7000-8000-0000000000b2',
} as const

export type TestSchool = Awaited<ReturnType<typeof aSchoolWithFamily>>

/** A portal with one school, whose desk sent a family; `name` is in every name, to be searched for. */
export async function aSchoolWithFamily(database: PortalDatabase, id = schoolId, name = 'Bakker') {
  const hub = await aHub(database, id)
  const desk = await hub.found()
  const ids = Object.fromEntries(
    Object.entries(people).map(([who, text]) => [who, id.slice(0, -12) + text.slice(-12)]),
  ) as Record<keyof typeof people, string>
  const parts = portalParts({ database, key: Buffer.alloc(32, 7), now: () => hub.clock.now })
  let count = 0
  const stamp = () => desk.stamp(hub.clock.now, ++count)
  const row = (tbl: string, fields: Record<string, unknown> & { id: string }) =>
    desk.set(tbl, fields.id, null, fields, stamp())
  const linkOf = (guardian: string, pupil: string) => `${guardian.slice(-4)}-${pupil}`

  await desk.push(
    row('pupils', aPupil(ids.emma, 'Emma', name)),
    row('pupils', aPupil(ids.noor, 'Noor', name)),
    row('pupils', { ...aPupil(ids.saga, 'Saga', name), protectionLevel: 2, alias: 'Vlinder' }),
    row('guardians', aGuardian(ids.anna, 'Anna', name)),
    row('guardians', aGuardian(ids.bram, 'Bram', name)),
    ...[ids.emma, ids.noor, ids.saga].map((pupil) =>
      row('guardianLinks', aLink(linkOf(ids.anna, pupil), ids.anna, pupil)),
    ),
    row('guardianLinks', aLink(linkOf(ids.bram, ids.emma), ids.bram, ids.emma)),
  )

  async function command(cmd: string, args: unknown) {
    const operation = ['c', randomUUID(), ++count, cmd, args, stamp(), desk.joined.staffId]
    const answer = await desk.push(operation as unknown as Operation)
    return answer.outcomes[0]
  }

  /** As the desk does it: draws a code, sends its hash, prints the code. */
  async function issue(guardian: string, pupil: string, days = 30) {
    const code = makeLinkCode(randomInt)
    const codeId = randomUUID()
    const sha = createHash('sha256')
      .update(linkCodeText(id, readLinkCode(code) ?? ''))
      .digest('hex')
    const endsOn = new Date(hub.clock.now + days * 24 * hour).toISOString().slice(0, 10)
    await desk.push(row('linkCodes', aCode(codeId, linkOf(guardian, pupil), { sha, endsOn })))
    return { code, codeId }
  }

  /** One field of a row, as a desk that saw all of it sets it. */
  async function change(tbl: string, rowId: string, fields: Record<string, string | number>) {
    const base = stamp()
    const sets = Object.entries(fields).map(([field, value]) =>
      desk.set(tbl, rowId, field, value, stamp(), base),
    )
    const answer = await desk.push(...sets)
    return answer.outcomes
  }

  /** What the office is told. */
  async function told(tbl: string, rowId: string) {
    return database.inSchool(id, (tx) => parts.writeRows(tx, id, (rows) => rows.find(tbl, rowId)))
  }

  /** Empties the queue, as the mail server would. */
  async function mails() {
    const taken: ClaimedMail[] = []
    for (;;) {
      const mail = await claimMail(parts)
      if (!mail) return taken.map(({ letter }) => letter)
      taken.push(mail)
      await closeMail(parts, mail)
    }
  }

  return {
    ...hub,
    hub,
    desk,
    id,
    ids,
    parts,
    row,
    stamp,
    command,
    issue,
    change,
    told,
    mails,
    linkOf,
    name,
  }
}

/** The path in a letter's link. */
export const linkIn = (text: string | undefined) =>
  /http:\/\/localhost(\/\S+)/.exec(text ?? '')?.[1] ?? ''

const aCode = (id: string, linkId: string, fields: { sha: string; endsOn: string }) => ({
  id,
  linkId,
  way: 'letter',
  email: null,
  madeAt: '2026-11-22T08:00:00.000Z',
  madeBy: '0197c000-0000-7000-8000-0000000000f1',
  printedAt: null,
  revokedAt: null,
  sentAt: null,
  failure: null,
  usedAt: null,
  refusal: null,
  ...fields,
})

const aPupil = (id: string, firstName: string, lastName: string) => ({
  id,
  firstName,
  officialNames: null,
  initials: null,
  prefix: null,
  lastName,
  sex: 'female',
  birthDate: '2018-03-05',
  birthPlace: null,
  nationalNumber: null,
  nationalNumberKind: null,
  pupilNumber: null,
  homeLanguages: '[]',
  nationality: null,
  email: null,
  yearGrade: '3',
  note: null,
  protectionLevel: 0,
  alias: null,
  protectionAgreement: null,
  mergedInto: null,
})

const aGuardian = (id: string, firstName: string, lastName: string) => ({
  id,
  firstName,
  initials: null,
  prefix: null,
  lastName,
  sex: 'unknown',
  email: null,
  language: null,
  note: null,
  householdId: null,
})

const aLink = (id: string, guardianId: string, pupilId: string) => ({
  id,
  pupilId,
  guardianId,
  relation: 'parent',
  authority: 'joint',
  authorityDocument: null,
  authorityOn: null,
  informationRight: 'full',
  informationDocument: null,
  contactOrder: 1,
  mayCollect: 1,
  portalAccess: 1,
  receivesLetters: 1,
  noContact: 0,
  note: null,
})
