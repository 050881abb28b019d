import type { FastifyReply } from 'fastify'
import { speak } from '#shared/platform/messages.ts'
import { pageMessages } from '#shared/platform/page-messages.ts'
import { sendPage } from './page.tsx'
import type { Visit } from './visit.ts'

export type Problem = 'not-found' | 'failed' | 'form' | 'busy' | 'offline'

const statuses = { 'not-found': 404, failed: 500, form: 403, busy: 429, offline: 200 } as const

/** One calm page for what went wrong: what, and what now. */
export function sendProblem(reply: FastifyReply, visit: Visit, problem: Problem) {
  const say = speak(pageMessages, visit.language)
  return sendPage(reply, visit, {
    title: say(`${problem}-title`),
    status: statuses[problem],
    content: (
      <>
        <h1>{say(`${problem}-title`)}</h1>
        <p className="lead">{say(problem)}</p>
        <p>
          <a className="button" href="/">
            {say(problem === 'offline' ? 'again' : 'to-start')}
          </a>
        </p>
      </>
    ),
  })
}
