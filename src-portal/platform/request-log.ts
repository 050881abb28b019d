import type { FastifyInstance, FastifyServerOptions } from 'fastify'

/** Where lines of the log go; nothing is logged without one (tests). */
export type LogStream = { write(line: string): void }

/**
 * pino's settings: what a request is logged with is chosen here and nowhere else. No address of a
 * visitor, no query, no body, no header and no text of an error, since all of them name people.
 */
export const logOptions = (stream: LogStream): NonNullable<FastifyServerOptions['logger']> => ({
  stream,
  level: 'info',
  serializers: {
    req: () => ({}),
    res: () => ({ statusCode: 0 }),
    err: (error) => ({ message: '', ...describeError(error) }),
  },
})

/** The kind of an error and where it was thrown; its message may hold what somebody typed. */
export function describeError(error: unknown) {
  const { name = 'unknown', code, stack = '' } = Object(error)
  const at = String(stack)
    .split('\n')
    .filter((line) => /^\s+at .*\/src-/.test(line))
    .map((line) =>
      line
        .trim()
        .replace(/\(?(file:\/\/)?\S*\/src-/, 'src-')
        .replace(/\)$/, ''),
    )
  return {
    type: String(name),
    code: String(code ?? ''),
    stack: at.slice(0, 8).join(' | '),
  }
}

/** One line a request: which route, not which address, so no id and no token is kept. */
export function logRequests(app: FastifyInstance) {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    )
  })
}
