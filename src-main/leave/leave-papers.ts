import { eq, inArray } from 'drizzle-orm'
import { figuresWith } from '#shared/counters/figures.ts'
import type { LeaveContract } from '#shared/leave/leave-contract.ts'
import { daysText, leaveLetter } from '#shared/leave/leave-letter.ts'
import type { LeaveRequest } from '#shared/leave/leave-request.ts'
import { leaveWords } from '#shared/leave/words/leave-words.ts'
import { letterWords } from '#shared/leave/words/letter-words.ts'
import { speak } from '#shared/platform/messages.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import { hidesAddress, hidesName, shownName } from '#shared/pupils/mask.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import type { School } from '#shared/school/school.ts'
import { counterFigures } from '../counters/counters-table.ts'
import { guardianLinks, guardians, households } from '../families/families-table.ts'
import type { Context, ReadDb, Service } from '../platform/database.ts'
import { type LetterBlock, type LetterPage, letterHtml } from '../platform/letter-page.ts'
import { pupils } from '../pupils/pupils-table.ts'
import { schools } from '../school/school-table.ts'
import { findRequest, guardianNames, readChild } from './read-leave.ts'

type Handlers = Service<LeaveContract>

/** One letter for each child and each guardian who gets letters about it. */
export const makeLetters: Handlers['letters'] = (db, { requestId }, caller) => {
  const requests = findRequest(db, requestId)
  if (requests.length === 0) return refuse('leave.not-found')
  const decided = requests.filter(({ decision }) => decision !== null)
  const school = db.select().from(schools).get()
  if (decided.length === 0 || !school) return refuse('leave.not-decided')
  const pages = decided.flatMap((request) => lettersOf(db, request, school, caller))
  const title = speak(letterWords, school.language)('subject.granted')
  return ok({
    title: pages[0]?.title ?? title,
    html: letterHtml(school.language, pages[0]?.title ?? title, pages),
    pages: pages.length,
  })
}

function lettersOf(
  db: ReadDb,
  request: LeaveRequest,
  school: School,
  caller: Context,
): readonly LetterPage[] {
  const { decision } = request
  const pupil = db.select().from(pupils).where(eq(pupils.id, request.pupilId)).get()
  if (!decision || !pupil) return []
  const figureOf = figuresWith(db.select().from(counterFigures).all())
  const { groupName } = readChild(db, request, caller)
  return recipients(db, request).map(({ guardian, address }) => {
    const letter = leaveLetter({
      language: guardian.language ?? school.language,
      fields: request,
      decision,
      child: shownName(pupil),
      group: groupName,
      guardian: displayName(guardian),
      school: school.name,
      objectionWeeks: figureOf('nl.objection-weeks'),
    })
    // Where a protected child lives stands on no paper; the office writes the envelope.
    const lines = hidesAddress(pupil) ? [] : address
    const blocks: LetterBlock[] = [
      { kind: 'address', text: [displayName(guardian), ...lines].join('\n') },
      ...letter.paragraphs.map((text) => ({ kind: 'paragraph' as const, text })),
    ]
    return { title: letter.subject, sender: senderOf(school, caller), blocks }
  })
}

const senderOf = (school: School, { today }: Context) => [
  school.name,
  [school.street, school.town].filter(Boolean).join(', '),
  today,
]

function recipients(db: ReadDb, { pupilId }: LeaveRequest) {
  const rows = db
    .select()
    .from(guardianLinks)
    .innerJoin(guardians, eq(guardians.id, guardianLinks.guardianId))
    .where(eq(guardianLinks.pupilId, pupilId))
    .all()
    .filter(({ guardianLinks: link }) => link.receivesLetters && !link.noContact)
    .filter(({ guardianLinks: link }) => link.informationRight === 'full')
    .toSorted((a, b) => a.guardianLinks.contactOrder - b.guardianLinks.contactOrder)
  const ids = rows.flatMap(({ guardians: { householdId } }) => householdId ?? [])
  const homes = db.select().from(households).where(inArray(households.id, ids)).all()
  return rows.map(({ guardians: guardian }) => {
    const home = homes.find(({ id }) => id === guardian.householdId)
    const street = [home?.street, home?.houseNumber, home?.houseNumberAddition]
    const town = [home?.postcode, home?.town]
    const address = home?.mailingAddress
      ? [home.mailingAddress]
      : [street, town].map((parts) => parts.filter(Boolean).join(' ')).filter(Boolean)
    return { guardian, address }
  })
}

/** What the attendance officer needs, and no more: no addresses, no other guardians, no health data. */
export const makeOfficerFile: Handlers['officerFile'] = (db, { requestId }, caller) => {
  const requests = findRequest(db, requestId)
  const school = db.select().from(schools).get()
  if (requests.length === 0 || !school) return refuse('leave.not-found')
  const { language } = school
  const say = speak(letterWords, language)
  const title = say('file-title')
  const pages = requests.map((request): LetterPage => {
    const facts = fileFacts(db, request, school, caller)
    const figureOf = figuresWith(db.select().from(counterFigures).all())
    const blocks: LetterBlock[] = [
      { kind: 'paragraph', text: say('file-intro', { days: figureOf('nl.leave-days') }) },
      { kind: 'facts', facts },
      { kind: 'heading', text: say('file-reason') },
      { kind: 'paragraph', text: request.reason },
      { kind: 'heading', text: say('file-advice') },
      { kind: 'paragraph', text: '\n\n\n' },
    ]
    return { title, sender: senderOf(school, caller), blocks }
  })
  return ok({ title, html: letterHtml(language, title, pages), pages: pages.length })
}

function fileFacts(db: ReadDb, request: LeaveRequest, { language }: School, caller: Context) {
  const say = speak(letterWords, language)
  const words = speak(leaveWords, language)
  const child = readChild(db, request, caller)
  const pupil = db.select().from(pupils).where(eq(pupils.id, request.pupilId)).get()
  const asker = guardianNames(db, [request.askedBy]).get(request.askedBy) ?? ''
  const earlier = child.earlier.map(
    ({ from, until, kind, state, schoolDays }) =>
      `${from}–${until}: ${words(`kind.${kind}`)}, ${words(`state.${state}`)} (${schoolDays})`,
  )
  return [
    [say('file-child'), child.name],
    [say('file-birth'), pupil && !hidesName(pupil) ? (pupil.birthDate ?? '') : ''],
    [say('file-group'), child.groupName],
    [say('file-kind'), `${words(`kind.${request.kind}`)} (${child.check.rule?.article ?? ''})`],
    [say('file-days'), daysText(request, language)],
    [say('file-school-days'), String(child.schoolDays)],
    [say('file-document'), words(`document.${request.document}`)],
    [say('file-asked'), asker],
    [say('file-asked-on'), request.askedAt.slice(0, 10)],
    [say('file-earlier'), earlier.join('\n') || say('file-none')],
  ] as const
}
