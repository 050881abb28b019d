import '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { PortalParts } from './portal-parts.ts'
import { sendProblem } from './problem-page.tsx'
import type { School } from './schools.ts'
import type { Session } from './sessions.ts'
import { isOwnForm, readVisit, type Visit } from './visit.ts'

/** Who may ask for a route. One that does not say so is not served: forgetting it must not open it. */
export type Access = 'anyone' | 'guardian' | 'device'

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
  }
}

export type Handle = (
  visit: Visit,
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<unknown> | unknown

export type PageRoutes = ReturnType<typeof createPageRoutes>

/** Must come before any route is added. */
export function refuseOpenRoutes(app: FastifyInstance) {
  app.addHook('onRoute', ({ url, config }) => {
    // Sync asks for a device's token in its own place, and has its own test.
    const isKnown = config?.access !== undefined || url.startsWith('/sync/v1/')
    if (!isKnown) throw new Error(`${url} does not say who may ask for it.`)
  })
}

/** Pages and forms: reads who visits, and lets nobody past who is not meant to. */
export function createPageRoutes(app: FastifyInstance, parts: PortalParts) {
  function add(method: 'GET' | 'POST', url: string, access: Access, handle: Handle) {
    app.route({
      method,
      url,
      config: { access },
      async handler(request, reply) {
        const visit = await readVisit(parts, request, reply)
        if (method === 'POST' && !isOwnForm(parts, visit, request)) {
          return sendProblem(reply, visit, 'form')
        }
        if (access === 'guardian' && !mayEnter(visit)) return reply.redirect('/sign-in', 303)
        return handle(visit, request, reply)
      },
    })
  }
  return {
    get: (url: string, access: Access, handle: Handle) => add('GET', url, access, handle),
    post: (url: string, access: Access, handle: Handle) => add('POST', url, access, handle),
  }
}

const mayEnter = ({ session }: Visit) => session !== null && !session.isHalf

/** Who is signed in, and where. */
export type Who = { readonly session: Session; readonly school: School }

/** For pages of who is signed in: the route let nobody else past. */
export const asGuardian =
  (handle: (who: Who, ...rest: Parameters<Handle>) => Promise<unknown>): Handle =>
  (visit, request, reply) =>
    visit.session && visit.school
      ? handle({ session: visit.session, school: visit.school }, visit, request, reply)
      : reply.redirect('/sign-in', 303)

/** A part of the address, `/children/:link`. */
export function named(request: FastifyRequest, name: string): string {
  const value = Object(request.params)[name]
  return typeof value === 'string' ? value : ''
}

/** What a form held, as texts; anything else in it counts as nothing. */
export function typed(request: FastifyRequest, field: string): string {
  const value = Object(request.body)[field]
  return typeof value === 'string' ? value.slice(0, 4000) : ''
}

/** A value of the address, `?code=`. */
export function asked(request: FastifyRequest, name: string): string {
  const value = Object(request.query)[name]
  return typeof value === 'string' ? value.slice(0, 400) : ''
}
