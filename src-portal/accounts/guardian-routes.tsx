import type { FastifyReply } from 'fastify'
import QRCode from 'qrcode'
import { accountsMessages } from '#shared/accounts/accounts-messages.ts'
import { mySignInMessages } from '#shared/accounts/my-sign-in-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import { sendPage } from '../platform/page.tsx'
import { asGuardian, asked, type PageRoutes, typed, type Who } from '../platform/page-routes.ts'
import type { PortalParts } from '../platform/portal-parts.ts'
import { sendProblem } from '../platform/problem-page.tsx'
import { isWithinLimits } from '../platform/rate-limits.ts'
import { endSession, listSessions } from '../platform/sessions.ts'
import type { Visit } from '../platform/visit.ts'
import { findById } from './accounts.ts'
import { AddChildPage } from './pages/add-child-page.tsx'
import { type MySaid, MySignInPage } from './pages/my-sign-in-page.tsx'
import type { AccountRefusal } from './pages/say-refusal.ts'
import { RecoveryCodesPage, SetUpSecondPage } from './pages/second-factor-pages.tsx'
import { addChild } from './registration.ts'
import {
  askNewAddress,
  changePassword,
  confirmSecondFactor,
  removeSecondFactor,
} from './sign-in/my-sign-in.ts'
import { accountLimit } from './sign-in/sign-in.ts'
import { coverNumber, mobileOf, sendSmsCode } from './sign-in/sms-codes.ts'
import { prepareTotp } from './sign-in/totp.ts'

export function serveGuardians(pages: PageRoutes, parts: PortalParts) {
  serveAddChild(pages, parts)
  serveMySignIn(pages, parts)
  serveSecondFactor(pages, parts)
}

/** The code of a letter adds a child; a page of its own, so that a mistake does not hide the children. */
function serveAddChild(pages: PageRoutes, parts: PortalParts) {
  const show = (visit: Visit, reply: FastifyReply, refusal: AccountRefusal | null) =>
    sendPage(
      reply,
      { ...visit, path: '/children' },
      {
        title: speak(accountsMessages, visit.language)('children.add'),
        status: refusal ? 422 : 200,
        content: <AddChildPage visit={visit} refusal={refusal} />,
      },
    )

  pages.get(
    '/children',
    'guardian',
    asGuardian(async (_who, visit, _request, reply) => show(visit, reply, null)),
  )
  pages.post(
    '/children',
    'guardian',
    asGuardian(async (who, visit, request, reply) => {
      const limits = accountLimit('add child', who.session.accountId, 10)
      if (!(await isWithinLimits(parts, limits))) return sendProblem(reply, visit, 'busy')
      const answer = await addChild(parts, { ...who.session, code: typed(request, 'code') })
      if (!answer.ok) return show(visit, reply, answer.refusal)
      return reply.redirect('/?done=added', 303)
    }),
  )
}

type Outcome = { readonly refusal: AccountRefusal | null; readonly said: MySaid | null }

async function showMySignIn(
  parts: PortalParts,
  who: Who,
  visit: Visit,
  reply: FastifyReply,
  outcome: Outcome,
) {
  const { session, school } = who
  const read = await parts.database.inSchool(school.id, async (tx) => ({
    account: await findById(tx, session.accountId),
    sessions: await listSessions(tx, session.accountId, parts.now()),
    number: await mobileOf(tx, session.guardianId),
  }))
  if (!read.account) return sendProblem(reply, visit, 'failed')
  const mobile = parts.sms ? read.number && coverNumber(read.number) : 'absent'
  return sendPage(
    reply,
    { ...visit, path: '/my-sign-in' },
    {
      title: speak(mySignInMessages, visit.language)('title'),
      status: outcome.refusal ? 422 : 200,
      content: (
        <MySignInPage
          visit={visit}
          account={read.account}
          sessions={read.sessions}
          mobile={mobile}
          {...outcome}
        />
      ),
    },
  )
}

function serveMySignIn(pages: PageRoutes, parts: PortalParts) {
  const path = '/my-sign-in'
  const show = (who: Who, visit: Visit, reply: FastifyReply, outcome: Partial<Outcome>) =>
    showMySignIn(parts, who, visit, reply, { refusal: null, said: null, ...outcome })

  pages.get(
    path,
    'guardian',
    asGuardian((who, visit, request, reply) => {
      const done = asked(request, 'done')
      const key =
        done === 'ended' ? 'session-ended' : done === 'second-off' ? 'second-off-done' : null
      return show(who, visit, reply, { said: key && { key } })
    }),
  )
  pages.post(
    `${path}/password`,
    'guardian',
    asGuardian(async (who, visit, request, reply) => {
      const wanted = { current: typed(request, 'current'), wanted: typed(request, 'wanted') }
      const answer = await changePassword(parts, who, wanted)
      const key = 'password-done'
      return show(who, visit, reply, answer.ok ? { said: { key } } : { refusal: answer.refusal })
    }),
  )
  pages.post(
    `${path}/address`,
    'guardian',
    asGuardian(async (who, visit, request, reply) => {
      const wanted = { password: typed(request, 'proof'), email: typed(request, 'email') }
      const answer = await askNewAddress(parts, who, wanted)
      const key = 'address-done'
      return show(
        who,
        visit,
        reply,
        answer.ok ? { said: { key, ...answer.value } } : { refusal: answer.refusal },
      )
    }),
  )
  pages.post(
    `${path}/sessions`,
    'guardian',
    asGuardian(async ({ session }, _visit, request, reply) => {
      await parts.database.inSchool(session.schoolId, (tx) =>
        endSession(tx, session.accountId, typed(request, 'session')),
      )
      return reply.redirect(`${path}?done=ended`, 303)
    }),
  )
  pages.post(
    `${path}/second/off`,
    'guardian',
    asGuardian(async (who, visit, request, reply) => {
      const answer = await removeSecondFactor(parts, who, typed(request, 'off-proof'))
      if (!answer.ok) return show(who, visit, reply, { refusal: answer.refusal })
      return reply.redirect(`${path}?done=second-off`, 303)
    }),
  )
}

function serveSecondFactor(pages: PageRoutes, parts: PortalParts) {
  const path = '/my-sign-in/second'
  const title = (visit: Visit) => speak(mySignInMessages, visit.language)('second-title')

  async function showApp(
    who: Who,
    visit: Visit,
    reply: FastifyReply,
    refusal: AccountRefusal | null,
  ) {
    const { session, school } = who
    const app = await parts.database.inSchool(school.id, async (tx) => {
      const account = await findById(tx, session.accountId)
      return account && !account.secondFactor ? prepareTotp(tx, parts, account, school.name) : null
    })
    if (!app) return reply.redirect('/my-sign-in', 303)
    const picture = await QRCode.toDataURL(app.address, { margin: 1, width: 368 })
    const shown = { secret: app.secret, picture }
    const content = <SetUpSecondPage visit={visit} refusal={refusal} app={shown} number={null} />
    return sendPage(reply, visit, { title: title(visit), status: refusal ? 422 : 200, content })
  }

  async function showSms(
    who: Who,
    visit: Visit,
    reply: FastifyReply,
    refusal: AccountRefusal | null,
  ) {
    const { school, session } = who
    const number = await parts.database.inSchool(school.id, (tx) =>
      mobileOf(tx, session.guardianId),
    )
    if (!parts.sms || !number) return reply.redirect('/my-sign-in', 303)
    const content = (
      <SetUpSecondPage visit={visit} refusal={refusal} app={null} number={coverNumber(number)} />
    )
    return sendPage(reply, visit, { title: title(visit), status: refusal ? 422 : 200, content })
  }

  pages.get(
    path,
    'guardian',
    asGuardian((who, visit, _request, reply) => showApp(who, visit, reply, null)),
  )
  pages.post(
    `${path}/sms`,
    'guardian',
    asGuardian(async (who, visit, _request, reply) => {
      const limits = accountLimit('sms', who.session.accountId, 4)
      if (!(await isWithinLimits(parts, limits))) return sendProblem(reply, visit, 'busy')
      const account = await parts.database.inSchool(who.school.id, (tx) =>
        findById(tx, who.session.accountId),
      )
      if (account) await sendSmsCode(parts, account)
      return showSms(who, visit, reply, null)
    }),
  )
  pages.post(
    path,
    'guardian',
    asGuardian(async (who, visit, request, reply) => {
      const factor = typed(request, 'factor') === 'sms' ? 'sms' : 'totp'
      const answer = await confirmSecondFactor(parts, who, {
        factor,
        typed: typed(request, 'second'),
      })
      if (!answer.ok)
        return (factor === 'sms' ? showSms : showApp)(who, visit, reply, answer.refusal)
      const content = <RecoveryCodesPage visit={visit} codes={answer.value} />
      return sendPage(reply, visit, { title: title(visit), content })
    }),
  )
}
