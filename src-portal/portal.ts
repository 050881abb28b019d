import cookie from '@fastify/cookie'
import formBody from '@fastify/formbody'
import Fastify, { type FastifyInstance, LogController, type RouteOptions } from 'fastify'
import { absencesCorner } from './absences/absences-corner.ts'
import { serveAbsences } from './absences/absences-routes.tsx'
import { tellGuardians } from './absences/tell-guardians.ts'
import { accountCommands } from './accounts/accounts-commands.ts'
import { serveGuardians } from './accounts/guardian-routes.tsx'
import { serveHelp } from './accounts/help-routes.tsx'
import { accountReactions } from './accounts/office/account-reactions.ts'
import { serveRegistration } from './accounts/registration-routes.tsx'
import { serveSignIn } from './accounts/sign-in-routes.tsx'
import { calendarCorner, serveCalendar } from './calendar/calendar-routes.tsx'
import { serveFeeds } from './calendar/feed-routes.ts'
import { requestReactions } from './change-requests/request-reactions.ts'
import { serveChildren } from './children/children-routes.ts'
import { leaveCorner } from './leave/leave-corner.ts'
import { leaveReactions } from './leave/leave-mails.ts'
import { serveLeave } from './leave/leave-routes.tsx'
import { guardPlaces } from './meetings/guard-places.ts'
import { meetingReactions } from './meetings/meeting-mails.ts'
import { meetingsCorner } from './meetings/meetings-corner.ts'
import { serveMeetings } from './meetings/meetings-routes.tsx'
import { serveAssets } from './platform/assets.ts'
import { createPageRoutes, refuseOpenRoutes } from './platform/page-routes.ts'
import type { PortalDatabase } from './platform/portal-database.ts'
import { dayOf, type PortalParts } from './platform/portal-parts.ts'
import { answerProblems } from './platform/problems.ts'
import { type LogStream, logOptions, logRequests } from './platform/request-log.ts'
import { createSecrets } from './platform/secrets.ts'
import { addSecurityHeaders } from './platform/security-headers.ts'
import { serveShellPages } from './platform/shell-pages.tsx'
import type { SmsSender } from './platform/sms.ts'
import type { HubParts } from './sync/hub-parts.ts'
import { createLivePokes } from './sync/live-pokes.ts'
import { writeAsPortal } from './sync/portal-writes.ts'
import type { Reactions } from './sync/reactions.ts'
import type { Guards } from './sync/refuse-second.ts'
import { createRowSeal } from './sync/row-seal.ts'
import { serveSync } from './sync/sync-routes.ts'

type Parts = {
  readonly database: PortalDatabase
  /** 32 bytes that are not in the database. */
  readonly key: Buffer
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly publicUrl?: string
  readonly sms?: SmsSender | null
  readonly log?: LogStream
  /** Hears of every route; a test walks them all. */
  readonly onRoute?: (route: RouteOptions) => void
  readonly trustsProxy?: boolean
  readonly tls?: { readonly cert: string; readonly key: string }
}

/** What the features work with, also where no server runs: the mail queue, housekeeping. */
export function portalParts({ database, key, now, publicUrl, sms = null }: Parts): PortalParts {
  const secrets = createSecrets(key)
  const seal = createRowSeal(key)
  const writing = { seal, now, today: () => dayOf(now()) }
  return {
    database,
    secrets,
    now,
    publicUrl: publicUrl ?? 'http://localhost',
    sms,
    openRow: seal.open,
    writeRows: (tx, schoolId, work) => writeAsPortal(tx, writing, schoolId, work),
  }
}

/** What the portal does when desks change rows: a table, and what follows. */
const reactionsOf = (parts: PortalParts): Reactions => ({
  ...accountReactions(parts),
  ...leaveReactions(parts),
  ...requestReactions(parts),
  ...meetingReactions(parts),
  absenceNotices: (tx, _hub, schoolId, changed) => tellGuardians(tx, parts, schoolId, changed),
})

/** What a decision of a desk must keep to besides: a table, and its rule. */
const guards: Guards = { meetingTalks: guardPlaces }

/** Every feature of the portal behind one server: the only list of its routes. */
export async function createPortal(given: Parts) {
  const { database, key, now, trustsProxy = false, tls, log, onRoute } = given
  const parts = portalParts(given)
  const app = Fastify({
    trustProxy: trustsProxy,
    bodyLimit: 262_144,
    forceCloseConnections: true,
    logController: new LogController({ disableRequestLogging: true }),
    logger: log ? logOptions(log) : false,
    ...(tls && { https: tls }),
  })
  refuseOpenRoutes(app)
  if (onRoute) app.addHook('onRoute', onRoute)
  logRequests(app)
  addSecurityHeaders(app, { isSecure: parts.publicUrl.startsWith('https:') })
  answerProblems(app, parts)
  await app.register(cookie)
  await app.register(formBody, { bodyLimit: 32_768 })
  serveHealth(app, database)
  serveAssets(app)
  const live = await createLivePokes(database)
  app.addHook('onClose', () => live.close())
  const hub: HubParts = {
    database,
    seal: createRowSeal(key),
    commands: accountCommands(parts),
    reactions: reactionsOf(parts),
    guards,
    onTrouble: (what, err) => app.log.error({ err }, what),
    now,
    today: () => dayOf(now()),
  }
  servePages(app, parts)
  serveSync(app, hub, live)
  return app
}

function servePages(app: FastifyInstance, parts: PortalParts) {
  const pages = createPageRoutes(app, parts)
  serveShellPages(pages, parts)
  serveSignIn(pages, parts)
  serveRegistration(pages, parts)
  serveHelp(pages, parts)
  serveGuardians(pages, parts)
  serveLeave(pages, parts)
  serveMeetings(pages, parts)
  serveAbsences(pages, parts)
  serveCalendar(pages, parts)
  serveFeeds(app, parts)
  serveChildren(pages, parts, [absencesCorner, leaveCorner, meetingsCorner, calendarCorner])
}

function serveHealth(app: FastifyInstance, database: PortalDatabase) {
  const config = { access: 'anyone' } as const
  app.get('/health', { config }, async () => ({ ok: true }))
  app.get('/ready', { config }, async (_request, reply) => {
    const isReady = await isAnswering(database)
    return reply.code(isReady ? 200 : 503).send({ ok: isReady })
  })
}

async function isAnswering(database: PortalDatabase) {
  try {
    await database.acrossSchools(async () => {})
    return true
  } catch {
    return false
  }
}
