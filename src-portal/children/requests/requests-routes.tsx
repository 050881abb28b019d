import { childrenMessages } from '#shared/children/children-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import { sendPage } from '../../platform/page.tsx'
import { asGuardian, asked, type PageRoutes, typed } from '../../platform/page-routes.ts'
import { dayOf, type PortalParts } from '../../platform/portal-parts.ts'
import { childrenOf } from '../children-table.ts'
import { readAsking } from '../file/read-asking.ts'
import { RequestsPage } from './requests-page.tsx'
import { withdraw } from './write-requests.ts'

/** What a guardian asked, with what became of it, and the way to take it back. */
export function serveRequests(pages: PageRoutes, parts: PortalParts) {
  pages.get(
    '/requests',
    'guardian',
    asGuardian(async ({ session, school }, visit, request, reply) => {
      const now = parts.now()
      const { siblings, asking } = await parts.database.inSchool(session.schoolId, async (tx) => ({
        siblings: await childrenOf(tx, session, dayOf(now)),
        asking: await readAsking(tx, parts, session.guardianId),
      }))
      return sendPage(
        reply,
        { ...visit, path: '/requests' },
        {
          title: speak(childrenMessages, visit.language)('requests'),
          content: (
            <RequestsPage
              visit={visit}
              reader={{ language: visit.language, country: school.country }}
              requests={asking.requests}
              siblings={siblings}
              now={now}
              done={asked(request, 'done')}
            />
          ),
        },
      )
    }),
  )

  pages.post(
    '/requests/withdraw',
    'guardian',
    asGuardian(async ({ session }, _visit, request, reply) => {
      const wanted = typed(request, 'request')
      const isDone = await parts.database.inSchool(session.schoolId, (tx) =>
        parts.writeRows(tx, session.schoolId, async (rows) => {
          const { requests } = await readAsking(tx, parts, session.guardianId)
          const found = requests.find(({ id }) => id === wanted)
          return found ? withdraw(rows, found, parts.now()) : false
        }),
      )
      return reply.redirect(`/requests?done=${isDone ? 'withdrawn' : 'too-late'}`, 303)
    }),
  )
}
