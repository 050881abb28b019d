import { accountsMessages } from '#shared/accounts/accounts-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import { sendPage } from '../platform/page.tsx'
import { asked, type PageRoutes, typed } from '../platform/page-routes.ts'
import type { PortalParts } from '../platform/portal-parts.ts'
import { sendProblem } from '../platform/problem-page.tsx'
import { isWithinLimits } from '../platform/rate-limits.ts'
import { describeDevice, endSession } from '../platform/sessions.ts'
import { atSchool } from '../platform/shell-pages.tsx'
import { atSteadyPace } from '../platform/steady-pace.ts'
import { dropSession, keepSession, type Visit } from '../platform/visit.ts'
import { findById } from './accounts.ts'
import type { AccountRefusal } from './pages/say-refusal.ts'
import { type Said, SecondStepPage, SignInPage } from './pages/sign-in-pages.tsx'
import { giveSecondFactor } from './sign-in/second-step.ts'
import { accountLimit, signIn } from './sign-in/sign-in.ts'
import { coverNumber, mobileOf, sendSmsCode } from './sign-in/sms-codes.ts'

/** Longer than checking a password takes, so that no answer comes sooner than another. */
const pace = 250

/** What the sign-in page may say about what was done before it. */
const said = {
  activated: 'activate.done',
  changed: 'reset.done',
  'switched-on': 'reactivate.done',
  confirmed: 'confirm.done',
  out: 'signed-out',
} as const satisfies Record<string, Said>

const saidBy = (done: string): Said | null =>
  Object.entries(said).find(([name]) => name === done)?.[1] ?? null

type Shown = {
  readonly email: string
  readonly refusal: AccountRefusal | null
  readonly done: Said | null
}

const signInPage = (visit: Visit, shown: Shown) => ({
  title: speak(accountsMessages, visit.language)('sign-in.title'),
  status: shown.refusal === null ? 200 : shown.refusal === 'sign-in.busy' ? 429 : 422,
  content: <SignInPage visit={visit} {...shown} />,
})

export function serveSignIn(pages: PageRoutes, parts: PortalParts) {
  pages.get(
    '/sign-in',
    'anyone',
    atSchool((_school, visit, request, reply) => {
      if (visit.session?.isHalf) return reply.redirect('/sign-in/second', 303)
      if (visit.session) return reply.redirect('/', 303)
      const done = saidBy(asked(request, 'done'))
      return sendPage(reply, visit, signInPage(visit, { email: '', refusal: null, done }))
    }),
  )

  pages.post('/sign-in', 'anyone', async (visit, request, reply) => {
    const { school } = visit
    if (!school) return reply.redirect('/schools', 303)
    const email = typed(request, 'email')
    const attempt = {
      email,
      password: typed(request, 'password'),
      ip: request.ip,
      device: describeDevice(request.headers['user-agent']),
    }
    const answer = await atSteadyPace(pace, () => signIn(parts, school, attempt))
    if (!answer.ok) {
      const shown = { email, refusal: answer.refusal, done: null }
      return sendPage(reply, visit, signInPage(visit, shown))
    }
    keepSession(reply, answer.value.cookie)
    return reply.redirect(answer.value.secondFactor ? '/sign-in/second' : '/', 303)
  })

  pages.post('/sign-out', 'anyone', async (visit, _request, reply) => {
    const { session } = visit
    if (session) {
      await parts.database.inSchool(session.schoolId, (tx) =>
        endSession(tx, session.accountId, session.id),
      )
    }
    dropSession(reply)
    return reply.redirect('/sign-in?done=out', 303)
  })
  serveSecondStep(pages, parts)
}

/** After the password of an account with a second factor; the half session opens this alone. */
function serveSecondStep(pages: PageRoutes, parts: PortalParts) {
  const page = (visit: Visit, number: string | null, refusal: AccountRefusal | null) => ({
    title: speak(accountsMessages, visit.language)('second.title'),
    status: refusal ? 422 : 200,
    content: <SecondStepPage visit={visit} number={number} refusal={refusal} />,
  })

  pages.get('/sign-in/second', 'anyone', async (visit, _request, reply) => {
    const { session } = visit
    if (!session?.isHalf) return reply.redirect('/sign-in', 303)
    const read = await parts.database.inSchool(session.schoolId, async (tx) => ({
      account: await findById(tx, session.accountId),
      number: await mobileOf(tx, session.guardianId),
    }))
    if (read.account?.secondFactor !== 'sms' || !read.number) {
      return sendPage(reply, visit, page(visit, null, null))
    }
    const limits = accountLimit('sms', session.accountId, 4)
    if (!(await isWithinLimits(parts, limits))) return sendProblem(reply, visit, 'busy')
    await sendSmsCode(parts, read.account)
    return sendPage(reply, visit, page(visit, coverNumber(read.number), null))
  })

  pages.post('/sign-in/second', 'anyone', async (visit, request, reply) => {
    const { session } = visit
    if (!session?.isHalf) return reply.redirect('/sign-in', 303)
    const device = describeDevice(request.headers['user-agent'])
    const given = { typed: typed(request, 'second'), device }
    const answer = await giveSecondFactor(parts, session, given)
    if (!answer.ok) return sendPage(reply, visit, page(visit, null, answer.refusal))
    keepSession(reply, answer.value.cookie)
    return reply.redirect('/', 303)
  })
}
