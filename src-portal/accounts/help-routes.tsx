import { accountsMessages } from '#shared/accounts/accounts-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import { sendPage } from '../platform/page.tsx'
import { asked, type PageRoutes, typed } from '../platform/page-routes.ts'
import type { PortalParts } from '../platform/portal-parts.ts'
import { sendProblem } from '../platform/problem-page.tsx'
import { isWithinLimits } from '../platform/rate-limits.ts'
import { atSchool } from '../platform/shell-pages.tsx'
import { atSteadyPace } from '../platform/steady-pace.ts'
import type { Visit } from '../platform/visit.ts'
import { keepAccessRequest } from './access-requests.ts'
import { AboutPage, ForgottenPage, NewPasswordPage, RequestPage } from './pages/help-pages.tsx'
import { type AccountRefusal, sayRefusal } from './pages/say-refusal.ts'
import { type Said, TellPage } from './pages/sign-in-pages.tsx'
import { sendHelp, setNewPassword } from './sign-in/forgotten.ts'
import { formLimits } from './sign-in/sign-in.ts'

const pace = 250
const mostHelp = 20

/** The same page whoever asked: it never tells whether somebody is known. */
function donePage(visit: Visit, heading: Said, text: Said) {
  const say = speak(accountsMessages, visit.language)
  const title = say(heading)
  return { title, content: <TellPage visit={visit} title={title} kind="good" text={say(text)} /> }
}

export function serveHelp(pages: PageRoutes, parts: PortalParts) {
  pages.get(
    '/forgotten',
    'anyone',
    atSchool((_school, visit, _request, reply) =>
      sendPage(reply, visit, {
        title: speak(accountsMessages, visit.language)('forgotten.title'),
        content: <ForgottenPage visit={visit} refusal={null} />,
      }),
    ),
  )

  pages.post('/forgotten', 'anyone', async (visit, request, reply) => {
    const { school } = visit
    if (!school) return reply.redirect('/schools', 303)
    const email = typed(request, 'email')
    const limits = [
      ...formLimits('forgotten', request.ip, mostHelp),
      ...formLimits('forgotten for', `${school.id} ${email.trim().toLowerCase()}`, 5),
    ]
    if (!(await isWithinLimits(parts, limits))) return sendProblem(reply, visit, 'busy')
    await atSteadyPace(pace, () => sendHelp(parts, school, email))
    return sendPage(reply, visit, donePage(visit, 'forgotten.title', 'forgotten.done'))
  })

  pages.get('/about', 'anyone', (visit, _request, reply) =>
    sendPage(reply, visit, {
      title: speak(accountsMessages, visit.language)('about.title'),
      content: <AboutPage visit={visit} />,
    }),
  )
  serveNewPassword(pages, parts)
  serveAccessRequest(pages, parts)
}

function serveNewPassword(pages: PageRoutes, parts: PortalParts) {
  const page = (visit: Visit, token: string, refusal: AccountRefusal | null) => ({
    title: speak(accountsMessages, visit.language)('reset.title'),
    status: refusal ? 422 : 200,
    content: <NewPasswordPage visit={visit} token={token} refusal={refusal} />,
  })

  pages.get('/new-password', 'anyone', (visit, request, reply) =>
    sendPage(reply, visit, page(visit, asked(request, 'token'), null)),
  )
  pages.post('/new-password', 'anyone', async (visit, request, reply) => {
    if (!(await isWithinLimits(parts, formLimits('new password', request.ip, mostHelp)))) {
      return sendProblem(reply, visit, 'busy')
    }
    const token = typed(request, 'token')
    const answer = await setNewPassword(parts, token, typed(request, 'password'))
    if (answer.ok) return reply.redirect('/sign-in?done=changed', 303)
    if (answer.refusal.startsWith('password.')) {
      return sendPage(reply, visit, page(visit, token, answer.refusal))
    }
    const title = speak(accountsMessages, visit.language)('reset.title')
    const text = sayRefusal(visit.language, answer.refusal)
    const content = <TellPage visit={visit} title={title} kind="bad" text={text} />
    return sendPage(reply, visit, { title, status: 422, content })
  })
}

function serveAccessRequest(pages: PageRoutes, parts: PortalParts) {
  const empty = { ownName: '', childName: '', birthDate: '', email: '', phone: '' }
  const page = (visit: Visit, values: typeof empty, refusal: AccountRefusal | null) => ({
    title: speak(accountsMessages, visit.language)('request.title'),
    status: refusal ? 422 : 200,
    content: <RequestPage visit={visit} typed={values} refusal={refusal} />,
  })

  pages.get(
    '/access-request',
    'anyone',
    atSchool((_school, visit, _request, reply) => sendPage(reply, visit, page(visit, empty, null))),
  )
  pages.post(
    '/access-request',
    'anyone',
    atSchool(async (schoolId, visit, request, reply) => {
      if (!(await isWithinLimits(parts, formLimits('access request', request.ip, 5)))) {
        return sendProblem(reply, visit, 'busy')
      }
      const values = {
        ownName: typed(request, 'ownName'),
        childName: typed(request, 'childName'),
        birthDate: typed(request, 'birthDate'),
        email: typed(request, 'email'),
        phone: typed(request, 'phone'),
      }
      const answer = await keepAccessRequest(parts, schoolId, values)
      if (!answer.ok) return sendPage(reply, visit, page(visit, values, answer.refusal))
      return sendPage(reply, visit, donePage(visit, 'request.title', 'request.done'))
    }),
  )
}
