import { Language } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'
import { pageMessages } from '#shared/platform/page-messages.ts'
import { sendPage } from './page.tsx'
import { asked, type Handle, type PageRoutes } from './page-routes.ts'
import type { PortalParts } from './portal-parts.ts'
import { sendProblem } from './problem-page.tsx'
import { listSchools } from './schools.ts'
import { keepLanguage, ownPath } from './visit.ts'

/** Pages that belong to no feature: the language, the choice of a school, no network. */
export function serveShellPages(pages: PageRoutes, parts: PortalParts) {
  pages.get('/language/:language', 'anyone', (visit, request, reply) => {
    const wanted = Language.safeParse(Object(request.params).language)
    if (!wanted.success) return sendProblem(reply, visit, 'not-found')
    keepLanguage(reply, wanted.data)
    return reply.redirect(ownPath(asked(request, 'back')), 303)
  })

  pages.get('/offline', 'anyone', (visit, _request, reply) =>
    // Kept by the browser of whoever was here last, so it tells of nobody.
    sendProblem(reply, { ...visit, session: null, school: null, path: '/' }, 'offline'),
  )

  pages.get('/schools', 'anyone', async (visit, _request, reply) => {
    const say = speak(pageMessages, visit.language)
    const schools = await listSchools(parts.database)
    return sendPage(reply, visit, {
      title: say('school-title'),
      content: (
        <>
          <h1>{say('school-title')}</h1>
          <p className="lead">{say('school-lead')}</p>
          <ul className="rows card">
            {schools.map(({ id, name }) => (
              <li key={id}>
                <a href={`/?school=${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      ),
    })
  })
}

/** For pages that make no sense without a school: who chose none is asked first. */
export const atSchool =
  (handle: (schoolId: string, ...rest: Parameters<Handle>) => Promise<unknown> | unknown): Handle =>
  (visit, request, reply) =>
    visit.school ? handle(visit.school.id, visit, request, reply) : reply.redirect('/schools', 303)
