import { accountsMessages } from '#shared/accounts/accounts-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import type { Result } from '#shared/platform/result.ts'
import { sendPage } from '../platform/page.tsx'
import { asked, type PageRoutes, typed } from '../platform/page-routes.ts'
import type { PortalParts } from '../platform/portal-parts.ts'
import { isWithinLimits } from '../platform/rate-limits.ts'
import { atSchool } from '../platform/shell-pages.tsx'
import { atSteadyPace } from '../platform/steady-pace.ts'
import type { Visit } from '../platform/visit.ts'
import { type AccountRefusal, sayRefusal } from './pages/say-refusal.ts'
import { RegisterPage, StepPage, TellPage } from './pages/sign-in-pages.tsx'
import { activate, register } from './registration.ts'
import { reactivate } from './sign-in/forgotten.ts'
import { confirmAddress } from './sign-in/my-sign-in.ts'
import { formLimits } from './sign-in/sign-in.ts'

const pace = 250
/** A family fills this in twice; whoever guesses codes needs more. */
const mostRegistrations = 20

type Shown = {
  readonly email: string
  readonly code: string
  readonly refusal: AccountRefusal | null
}

const registerPage = (visit: Visit, shown: Shown) => ({
  title: speak(accountsMessages, visit.language)('register.title'),
  status: shown.refusal === null ? 200 : shown.refusal === 'sign-in.busy' ? 429 : 422,
  content: <RegisterPage visit={visit} {...shown} />,
})

export function serveRegistration(pages: PageRoutes, parts: PortalParts) {
  pages.get(
    '/register',
    'anyone',
    atSchool((_school, visit, request, reply) => {
      const shown = { email: '', code: asked(request, 'code'), refusal: null }
      return sendPage(reply, visit, registerPage(visit, shown))
    }),
  )

  pages.post('/register', 'anyone', async (visit, request, reply) => {
    const { school, language } = visit
    if (!school) return reply.redirect('/schools', 303)
    const [email, code] = [typed(request, 'email'), typed(request, 'code')]
    const shown = { email, code }
    if (!(await isWithinLimits(parts, formLimits('register', request.ip, mostRegistrations)))) {
      return sendPage(reply, visit, registerPage(visit, { ...shown, refusal: 'sign-in.busy' }))
    }
    const wanted = { email, code, language, password: typed(request, 'password') }
    const answer = await atSteadyPace(pace, () => register(parts, school, wanted))
    if (!answer.ok) {
      return sendPage(reply, visit, registerPage(visit, { ...shown, refusal: answer.refusal }))
    }
    const say = speak(accountsMessages, language)
    const title = say('register.done-title')
    const text = say('register.done', { email: answer.value.email })
    const content = <TellPage visit={visit} title={title} kind="good" text={text} />
    return sendPage(reply, visit, { title, content })
  })

  serveStep(pages, {
    step: 'activate',
    path: '/activate',
    done: 'activated',
    run: (t) => activate(parts, t),
  })
  serveStep(pages, {
    step: 'reactivate',
    path: '/reactivate',
    done: 'switched-on',
    run: (token) => reactivate(parts, token),
  })
  serveStep(pages, {
    step: 'confirm',
    path: '/confirm-address',
    done: 'confirmed',
    run: (token) => confirmAddress(parts, token),
  })
}

type Step = {
  readonly step: 'activate' | 'reactivate' | 'confirm'
  readonly path: string
  /** What the sign-in page then says. */
  readonly done: string
  readonly run: (token: string) => Promise<Result<null, AccountRefusal>>
}

/** A link of a mail: looking changes nothing, the button does. */
function serveStep(pages: PageRoutes, { step, path, done, run }: Step) {
  const titleIn = (visit: Visit) => speak(accountsMessages, visit.language)(`${step}.title`)

  pages.get(path, 'anyone', (visit, request, reply) =>
    sendPage(reply, visit, {
      title: titleIn(visit),
      content: <StepPage visit={visit} step={step} action={path} token={asked(request, 'token')} />,
    }),
  )
  pages.post(path, 'anyone', async (visit, request, reply) => {
    const answer = await run(typed(request, 'token'))
    if (answer.ok) return reply.redirect(`/sign-in?done=${done}`, 303)
    const title = titleIn(visit)
    const text = sayRefusal(visit.language, answer.refusal)
    return sendPage(reply, visit, {
      title,
      status: 422,
      content: <TellPage visit={visit} title={title} kind="bad" text={text} />,
    })
  })
}
