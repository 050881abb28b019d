import Fastify from 'fastify'
import { ZodError } from 'zod'
import type { PortalDatabase } from './platform/portal-database.ts'
import { createLivePokes } from './sync/live-pokes.ts'
import { createRowSeal } from './sync/row-seal.ts'
import { serveSync } from './sync/sync-routes.ts'

type Parts = {
  readonly database: PortalDatabase
  /** 32 bytes that are not in the database. */
  readonly key: Buffer
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly trustsProxy?: boolean
  readonly tls?: { readonly cert: string; readonly key: string }
}

/** Every feature of the portal behind one server: the only list of its routes. */
export async function createPortal({ database, key, now, trustsProxy = false, tls }: Parts) {
  const app = Fastify({
    trustProxy: trustsProxy,
    bodyLimit: 262_144,
    forceCloseConnections: true,
    ...(tls && { https: tls }),
  })
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof ZodError) return reply.code(400).send({ code: 'not-understood' })
    const status = Number(Object(error).statusCode ?? 500)
    // What a query or a body held stays out of every answer and every log.
    return reply.code(status).send({ code: status < 500 ? 'not-understood' : 'failure' })
  })
  app.get('/health', async () => ({ ok: true }))
  app.get('/ready', async (_request, reply) => {
    const isReady = await isAnswering(database)
    return reply.code(isReady ? 200 : 503).send({ ok: isReady })
  })
  const today = () => new Date(now()).toISOString().slice(0, 10)
  const live = await createLivePokes(database)
  app.addHook('onClose', () => live.close())
  serveSync(app, { database, seal: createRowSeal(key), commands: {}, now, today }, live)
  return app
}

async function isAnswering(database: PortalDatabase) {
  try {
    await database.acrossSchools(async () => {})
    return true
  } catch {
    return false
  }
}
