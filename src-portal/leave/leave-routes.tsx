import type { FastifyReply, FastifyRequest } from 'fastify'
import { answerOf } from '#shared/leave/leave-consent.ts'
import { LeaveAnswer } from '#shared/leave/leave-request.ts'
import { leavePagesWords } from '#shared/leave/words/pages-words.ts'
import { speak } from '#shared/platform/messages.ts'
import type { Result } from '#shared/platform/result.ts'
import { childrenOf } from '../children/children-table.ts'
import { sendPage } from '../platform/page.tsx'
import { asGuardian, asked, type PageRoutes, typed, type Who } from '../platform/page-routes.ts'
import type { SchoolTx } from '../platform/portal-database.ts'
import { day, type PortalParts } from '../platform/portal-parts.ts'
import { sendProblem } from '../platform/problem-page.tsx'
import { isWithinLimits } from '../platform/rate-limits.ts'
import type { Visit } from '../platform/visit.ts'
import {
  type Asker,
  type AskRefusal,
  answerLeave,
  askLeave,
  type ChangeRefusal,
  withdrawLeave,
} from './keep-leave.ts'
import { type Done, LeavePage, type ShownRequest } from './leave-page.tsx'
import { consentsOf, readHouse, requestsOf } from './leave-rows.ts'
import { emptyLeave, type FormTrouble, fieldsOf, readTyped, type TypedLeave } from './read-form.ts'

const path = '/leave'

/** Requests that nobody needs in one day. */
const perDay = 20

type At = {
  readonly parts: PortalParts
  readonly who: Who
  readonly visit: Visit
  readonly reply: FastifyReply
}

/** Where guardians ask for leave, agree with each other's requests, and read the decision. */
export function serveLeave(pages: PageRoutes, parts: PortalParts) {
  pages.get(
    path,
    'guardian',
    asGuardian((who, visit, request, reply) =>
      show(
        { parts, who, visit, reply },
        { typed: emptyLeave, trouble: null, done: doneOf(asked(request, 'done')) },
      ),
    ),
  )
  pages.post(
    path,
    'guardian',
    asGuardian((who, visit, request, reply) => ask({ parts, who, visit, reply }, request)),
  )
  pages.post(
    `${path}/withdraw`,
    'guardian',
    asGuardian((who, visit, request, reply) =>
      onOne({ parts, who, visit, reply }, 'withdrawn', (tx, asker) =>
        withdrawLeave(tx, parts, asker, typed(request, 'request')),
      ),
    ),
  )
  pages.post(
    `${path}/answer`,
    'guardian',
    asGuardian(async (who, visit, request, reply) => {
      const answer = LeaveAnswer.safeParse(typed(request, 'answer'))
      if (!answer.success) return sendProblem(reply, visit, 'form')
      const given = { leaveId: typed(request, 'leave'), answer: answer.data }
      return onOne({ parts, who, visit, reply }, 'answered', (tx, asker) =>
        answerLeave(tx, parts, asker, given),
      )
    }),
  )
}

/** The children that this guardian has a say in; none when the school switched leave off. */
async function askerOf(tx: SchoolTx, { parts, who }: At): Promise<Asker & { links: Links }> {
  const { settings, today } = await readHouse(tx, parts.now())
  const children = settings.guardiansAsk ? await childrenOf(tx, who.session, today) : []
  const mine = children.filter((child) => child.hasAuthority)
  return {
    schoolId: who.school.id,
    guardianId: who.session.guardianId,
    pupilIds: mine.map(({ pupilId }) => pupilId),
    links: new Map(mine.map(({ linkId, pupilId }) => [linkId, pupilId])),
  }
}
type Links = ReadonlyMap<string, string>

async function ask(at: At, request: FastifyRequest) {
  const { parts, who, visit, reply } = at
  const limit = { what: 'leave', who: who.session.accountId, most: perDay, millis: day }
  if (!(await isWithinLimits(parts, [limit]))) return sendProblem(reply, visit, 'busy')
  const given = readTyped(request)
  const fields = fieldsOf(given)
  if (typeof fields === 'string') return show(at, { typed: given, trouble: fields, done: null })
  const answer = await parts.database.inSchool(who.school.id, async (tx) => {
    const { links, ...asker } = await askerOf(tx, at)
    const pupilIds = given.links.flatMap((link) => links.get(link) ?? [])
    return askLeave(tx, parts, { ...asker, pupilIds }, fields)
  })
  if (!answer.ok) return show(at, { typed: given, trouble: answer.refusal, done: null })
  return reply.redirect(`${path}?done=asked`, 303)
}

async function onOne(
  at: At,
  done: Done,
  act: (tx: SchoolTx, asker: Asker) => Promise<Result<null, ChangeRefusal>>,
) {
  const { parts, who, reply } = at
  const answer = await parts.database.inSchool(who.school.id, async (tx) =>
    act(tx, await askerOf(tx, at)),
  )
  if (answer.ok) return reply.redirect(`${path}?done=${done}`, 303)
  return show(at, { typed: emptyLeave, trouble: answer.refusal, done: null })
}

type Shown = {
  readonly typed: TypedLeave
  readonly trouble: AskRefusal | ChangeRefusal | FormTrouble | null
  readonly done: Done | null
}

async function show(at: At, shown: Shown) {
  const { parts, who, visit, reply } = at
  const found = await parts.database.inSchool(who.school.id, async (tx) => {
    const house = await readHouse(tx, parts.now())
    if (!house.settings.guardiansAsk) return null
    const children = await childrenOf(tx, who.session, house.today)
    const mine = children.filter((child) => child.hasAuthority)
    const pupilIds = mine.map(({ pupilId }) => pupilId)
    const consents = await consentsOf(tx, pupilIds)
    const requests = await requestsOf(tx, parts, pupilIds)
    const { guardianId } = who.session
    const listed = requests
      .toSorted((a, b) => b.askedAt.localeCompare(a.askedAt) || a.id.localeCompare(b.id))
      .map((request): ShownRequest => {
        const child = mine.find(({ pupilId }) => pupilId === request.pupilId)
        const own = consents.filter(({ leaveId }) => leaveId === request.id)
        return {
          request,
          name: child?.name ?? '',
          isMine: request.askedBy === guardianId,
          answer: answerOf(request, own, guardianId),
        }
      })
    return { house, children: mine, listed }
  })
  if (!found) return sendProblem(reply, visit, 'not-found')
  return sendPage(
    reply,
    { ...visit, path },
    {
      title: speak(leavePagesWords, visit.language)('title'),
      status: shown.trouble ? 422 : 200,
      content: <LeavePage visit={visit} {...found} {...shown} />,
    },
  )
}

const doneOf = (text: string): Done | null =>
  (['asked', 'withdrawn', 'answered'] as const).find((each) => each === text) ?? null
