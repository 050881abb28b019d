import { guardianMeetingMessages } from '#shared/meetings/guardian-messages.ts'
import { joined } from '#shared/meetings/places.ts'
import { isOpenTo } from '#shared/meetings/round.ts'
import { placeOf, type Wishes } from '#shared/meetings/talk.ts'
import { Day } from '#shared/platform/day.ts'
import { speak } from '#shared/platform/messages.ts'
import { childrenOf } from '../children/children-table.ts'
import { sendPage } from '../platform/page.tsx'
import {
  asGuardian,
  asked,
  type Handle,
  named,
  type PageRoutes,
  typed,
  type Who,
} from '../platform/page-routes.ts'
import type { SchoolTx } from '../platform/portal-database.ts'
import { dayOf, isoOf, type PortalParts } from '../platform/portal-parts.ts'
import { sendProblem } from '../platform/problem-page.tsx'
import type { Visit } from '../platform/visit.ts'
import { type Booking, bookTalks, hasSeveral, mayChoose, ownParties } from './book-talk.ts'
import { RoundPage, Rounds, type Said } from './meetings-pages.tsx'
import { findOwnRound, type MeetingChild, type OwnRound, ownRoundIds } from './own-rounds.ts'
import { talkFile } from './talk-file.ts'
import { fieldOf, halfHours } from './wishes-page.tsx'

/** Rounds of parent meetings for guardians: see, book, tell wishes, confirm, put in a calendar. */
export function serveMeetings(pages: PageRoutes, parts: PortalParts) {
  const ofRound = withRound(parts)
  pages.get(
    '/meetings',
    'guardian',
    asGuardian(async ({ session, school }, visit, _request, reply) => {
      const rounds = await parts.database.inSchool(school.id, async (tx) => {
        const pupils = await childrenOf(tx, session, dayOf(parts.now()))
        const ids = await ownRoundIds(tx, session.guardianId)
        const found: OwnRound[] = []
        for (const id of ids) {
          const own = await findOwnRound(tx, id, session.guardianId, pupils)
          if (own) found.push(own)
        }
        return found
      })
      const title = speak(guardianMeetingMessages, visit.language)('title')
      return sendPage(reply, visit, { title, content: <Rounds visit={visit} rounds={rounds} /> })
    }),
  )
  pages.get(
    '/meetings/:round',
    'guardian',
    ofRound(async (at, _tx, { request, reply }) =>
      show(at, reply, saidIn(at.visit, asked(request, 'done'))),
    ),
  )
  pages.get(
    '/meetings/:round/talks/:talk',
    'guardian',
    ofRound(async (at, _tx, { request, reply }) => {
      const id = named(request, 'talk').replace(/\.ics$/, '')
      const talk = at.own.talks.find((each) => each.id === id)
      if (!talk?.place) return sendProblem(reply, at.visit, 'not-found')
      return reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', 'attachment; filename="meeting.ics"')
        .send(talkFile(at, talk, parts))
    }),
  )
  pages.post(
    '/meetings/:round/talks/:talk',
    'guardian',
    ofRound(async (at, tx, { request, reply }) => {
      const place = readPlace(typed(request, 'place'))
      const talk = {
        talkId: named(request, 'talk'),
        place,
        question: typed(request, 'question').trim().slice(0, 500) || null,
      }
      return place
        ? book(at, tx, reply, [talk], 'booked')
        : show(at, reply, wrong(at.visit, 'place.outside'))
    }),
  )
  pages.post(
    '/meetings/:round/talks/:talk/give-back',
    'guardian',
    ofRound(async (at, tx, { request, reply }) => {
      const talkId = named(request, 'talk')
      const question = at.own.talks.find(({ id }) => id === talkId)?.question ?? null
      return book(at, tx, reply, [{ talkId, place: null, question }], 'given-back')
    }),
  )
  pages.post(
    '/meetings/:round/together',
    'guardian',
    ofRound(async (at, tx, { request, reply }) => {
      const talks = typed(request, 'visit')
        .split(',')
        .flatMap((each) => {
          const [talkId = '', ...place] = each.split(' ')
          const read = readPlace(place.join(' '))
          const question = at.own.talks.find(({ id }) => id === talkId)?.question ?? null
          return read ? [{ talkId, place: read, question }] : []
        })
      return talks.length > 0
        ? book(at, tx, reply, talks, 'booked')
        : show(at, reply, wrong(at.visit, 'place.outside'))
    }),
  )
  pages.post(
    '/meetings/:round/confirm',
    'guardian',
    ofRound(async (at, tx, { reply }) => {
      const now = isoOf(parts.now())
      await parts.writeRows(tx, at.who.school.id, async (rows) => {
        for (const { id, place, confirmedAt } of at.own.talks) {
          if (place && !confirmedAt) await rows.save('meetingTalks', id, { confirmedAt: now })
        }
        for (const { id, answeredAt } of ownParties(at.own.sheet, at.who.session.guardianId)) {
          if (answeredAt === null) await rows.save('meetingParties', id, { answeredAt: now })
        }
      })
      return reply.redirect(`/meetings/${at.own.sheet.round.id}?done=booked`, 303)
    }),
  )
  pages.post(
    '/meetings/:round/wishes',
    'guardian',
    ofRound(async (at, tx, { request, reply }) => {
      if (!mayWish(at)) return show(at, reply, wrong(at.visit, 'round.not-open'))
      const wishes = readWishes(at.own, (field) => typed(request, field))
      if (wishes.preferred.length + wishes.possible.length === 0)
        return show(at, reply, wrong(at.visit, 'wishes-empty'))
      const interpreter = typed(request, 'interpreter').trim().slice(0, 20) || null
      await saveParties(at, tx, { wishes: JSON.stringify(wishes), interpreter, declinedAt: null })
      return reply.redirect(`/meetings/${at.own.sheet.round.id}?done=wished`, 303)
    }),
  )
  pages.post(
    '/meetings/:round/decline',
    'guardian',
    ofRound(async (at, tx, { reply }) => {
      if (!mayWish(at)) return show(at, reply, wrong(at.visit, 'round.not-open'))
      await saveParties(at, tx, { declinedAt: isoOf(parts.now()) })
      return reply.redirect(`/meetings/${at.own.sheet.round.id}`, 303)
    }),
  )

  type Reply = Parameters<Handle>[2]

  async function book(
    at: AtRound,
    tx: SchoolTx,
    reply: Reply,
    talks: Booking['talks'],
    done: string,
  ) {
    const { who, own, visit } = at
    const { id: roundId } = own.sheet.round
    const booking = { schoolId: who.school.id, guardianId: who.session.guardianId, roundId, talks }
    const answer = await bookTalks(tx, parts, booking)
    if (answer.ok) return reply.redirect(`/meetings/${roundId}?done=${done}`, 303)
    const again = await findOwnRound(tx, roundId, who.session.guardianId, at.pupils)
    return show({ ...at, own: again ?? own }, reply, wrong(visit, answer.refusal))
  }

  async function saveParties(
    { own, who }: AtRound,
    tx: SchoolTx,
    fields: Record<string, string | null>,
  ) {
    const answeredAt = isoOf(parts.now())
    await parts.writeRows(tx, who.school.id, async (rows) => {
      for (const { id } of ownParties(own.sheet, who.session.guardianId)) {
        await rows.save('meetingParties', id, { ...fields, answeredAt })
      }
    })
  }

  function show(at: AtRound, reply: Reply, said: Said) {
    const { visit, own, pupils, who, today } = at
    const { guardianId } = who.session
    const content = (
      <RoundPage
        {...{ visit, own, pupils, said, guardianId }}
        mayChoose={mayChoose(own.sheet, guardianId, today)}
        mayWish={mayWish(at)}
      />
    )
    return sendPage(reply, visit, { title: own.sheet.round.name, content })
  }
}

/** A guardian at a round to which they are invited. */
export type AtRound = {
  readonly who: Who
  readonly visit: Visit
  readonly own: OwnRound
  readonly pupils: readonly MeetingChild[]
  readonly today: Day
}

type Rest = { readonly request: Parameters<Handle>[1]; readonly reply: Parameters<Handle>[2] }

/** Anybody else's round is a page that is not there. */
const withRound =
  (parts: PortalParts) =>
  (handle: (at: AtRound, tx: SchoolTx, rest: Rest) => Promise<unknown>): Handle =>
    asGuardian(async (who, visit, request, reply) => {
      const today = Day.parse(dayOf(parts.now()))
      return parts.database.inSchool(who.school.id, async (tx) => {
        const pupils = await childrenOf(tx, who.session, today)
        const own = await findOwnRound(tx, named(request, 'round'), who.session.guardianId, pupils)
        if (!own) return sendProblem(reply, visit, 'not-found')
        return handle({ who, visit, own, pupils, today }, tx, { request, reply })
      })
    })

/** Wishes are told while the school has not planned. */
function mayWish({ own: { sheet }, who, today }: AtRound) {
  const { round } = sheet
  const several = hasSeveral(sheet, who.session.guardianId)
  return round.mode === 'wishes' && round.state === 'open' && isOpenTo(round, today, several)
}

function readPlace(text: string) {
  return /^[0-9a-f-]{36} \d{1,4}$/.test(text) ? placeOf(text) : null
}

function readWishes({ sheet: { days } }: OwnRound, read: (field: string) => string): Wishes {
  const spans = days.flatMap(halfHours)
  const of = (level: string) => [...joined(spans.filter((span) => read(fieldOf(span)) === level))]
  return { preferred: of('preferred'), possible: of('possible') }
}

type Wrong =
  | 'wishes-empty'
  | Extract<Awaited<ReturnType<typeof bookTalks>>, { ok: false }>['refusal']

const wrong = ({ language }: Visit, refusal: Wrong): Said => ({
  kind: 'bad',
  text: speak(guardianMeetingMessages, language)(refusal),
})

function saidIn({ language }: Visit, done: string): Said {
  const say = speak(guardianMeetingMessages, language)
  if (done === 'booked') return { kind: 'good', text: say('done') }
  if (done === 'given-back') return { kind: 'good', text: say('given-back') }
  return done === 'wished' ? { kind: 'good', text: say('wishes-done') } : null
}
