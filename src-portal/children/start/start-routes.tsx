import { childrenMessages } from '#shared/children/children-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import { sendPage } from '../../platform/page.tsx'
import { asGuardian, asked, type PageRoutes, typed } from '../../platform/page-routes.ts'
import { dayOf, type PortalParts } from '../../platform/portal-parts.ts'
import { sendProblem } from '../../platform/problem-page.tsx'
import { childrenOf } from '../children-table.ts'
import { readAsking } from '../file/read-asking.ts'
import { readFamily } from '../file/read-family.ts'
import { ofChild, sendChildPage } from '../frame/child-pages.tsx'
import { confirm, openCheck } from '../requests/write-requests.ts'
import { isAnswerOut } from '../tabs/tab-model.ts'
import type { Corner } from './corners.ts'
import { readPhoto } from './photo.ts'
import { Children, ChildStart } from './start-pages.tsx'

/** Where a guardian begins, the start page of each child, and the answer that everything is right. */
export function serveStart(pages: PageRoutes, parts: PortalParts, corners: readonly Corner[]) {
  pages.get(
    '/',
    'guardian',
    asGuardian(async ({ session }, visit, request, reply) => {
      const now = parts.now()
      const { siblings, asking } = await parts.database.inSchool(session.schoolId, async (tx) => ({
        siblings: await childrenOf(tx, session, dayOf(now)),
        asking: await readAsking(tx, parts, session.guardianId),
      }))
      const done = asked(request, 'done')
      const check = openCheck({ asking, siblings, now })
      const waiting = asking.requests.filter(
        (each) => each.withdrawnAt === null && !isAnswerOut(each, now),
      ).length
      return sendPage(
        reply,
        { ...visit, path: '/' },
        {
          title: speak(childrenMessages, visit.language)('title'),
          content: (
            <Children
              visit={visit}
              pupils={siblings}
              check={check}
              confirmations={asking.confirmations}
              waiting={waiting}
              done={done}
              corners={corners}
            />
          ),
        },
      )
    }),
  )

  pages.get(
    '/children/:link',
    'guardian',
    ofChild(parts, async (at, tx, _request, reply) => {
      const { guardianId } = at.who.session
      const family = await readFamily(tx, parts, { guardianId, pupilIds: [at.child.pupilId] })
      const asking = await readAsking(tx, parts, guardianId)
      const title = speak(childrenMessages, at.visit.language)('title')
      return sendChildPage(
        reply,
        at,
        { title, place: 'start' },
        <ChildStart at={at} family={family} asking={asking} now={parts.now()} corners={corners} />,
      )
    }),
  )

  pages.get(
    '/children/:link/photo',
    'guardian',
    ofChild(parts, async (at, tx, _request, reply) => {
      const photo = at.child.hasPhoto ? await readPhoto(tx, at.child.pupilId) : null
      if (!photo) return sendProblem(reply, at.visit, 'not-found')
      return reply.type(photo.type).send(photo.bytes)
    }),
  )

  pages.post(
    '/everything-is-right',
    'guardian',
    asGuardian(async ({ session }, _visit, request, reply) => {
      const now = parts.now()
      await parts.database.inSchool(session.schoolId, (tx) =>
        parts.writeRows(tx, session.schoolId, async (rows) => {
          const siblings = await childrenOf(tx, session, dayOf(now))
          const asking = await readAsking(tx, parts, session.guardianId)
          const family = { guardianId: session.guardianId }
          const key = typed(request, 'once') || dayOf(now)
          await confirm(rows, { asking, siblings, now, family }, { way: 'right', key })
        }),
      )
      return reply.redirect('/?done=right', 303)
    }),
  )
}
