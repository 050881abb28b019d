import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ZodError } from 'zod'
import type { PortalParts } from './portal-parts.ts'
import { type Problem, sendProblem } from './problem-page.tsx'
import { describeError } from './request-log.ts'
import { readVisit, type Visit } from './visit.ts'

/** What was not found or went wrong: a page for people, a code for desks. Never what was asked. */
export function answerProblems(app: FastifyInstance, parts: PortalParts) {
  app.setErrorHandler((error, request, reply) => {
    const status = error instanceof ZodError ? 400 : Number(Object(error).statusCode ?? 500)
    // What a query or a body held stays out of every answer and every log.
    if (status >= 500) request.log.error(describeError(error), 'failed')
    if (isForDesk(request)) {
      return reply.code(status).send({ code: status < 500 ? 'not-understood' : 'failure' })
    }
    return sendTo(parts, request, reply, status === 413 || status < 500 ? 'form' : 'failed')
  })
  app.setNotFoundHandler((request, reply) =>
    isForDesk(request)
      ? reply.code(404).send({ code: 'not-found' })
      : sendTo(parts, request, reply, 'not-found'),
  )
}

const isForDesk = ({ url }: FastifyRequest) => /^\/(sync|health|ready)\b/.test(url)

async function sendTo(
  parts: PortalParts,
  request: FastifyRequest,
  reply: FastifyReply,
  problem: Problem,
) {
  // The database may be what failed, and then nobody is known.
  const nobody: Visit = { language: 'nl', school: null, session: null, formToken: '', path: '/' }
  const visit = await readVisit(parts, request, reply).catch(() => nobody)
  return sendProblem(reply, visit, problem)
}
