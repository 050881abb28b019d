import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { calendarMessages } from '#shared/calendar/calendar-messages.ts'
import { fileDaysOff, fileEventOf } from '#shared/calendar/file/file-events.ts'
import { writeCalendar } from '#shared/calendar/file/write-calendar.ts'
import { speak } from '#shared/platform/messages.ts'
import { schoolDaysMessages } from '#shared/school-days/school-days-messages.ts'
import { named } from '../platform/page-routes.ts'
import type { SchoolTx } from '../platform/portal-database.ts'
import { dayOf, minute, type PortalParts } from '../platform/portal-parts.ts'
import { isWithinLimits } from '../platform/rate-limits.ts'
import { type PortalCalendar, readCalendar } from './calendar-rows.ts'
import { familyGroups } from './family-groups.ts'
import { type Feed, findFeed } from './feeds.ts'

/**
 * The calendar for programs that read along. Whoever has the address may read; what it holds is
 * decided at each reading, so a child that leaves takes its group's appointments along.
 */
export function serveFeeds(app: FastifyInstance, parts: PortalParts) {
  app.get('/calendar/:file', { config: { access: 'anyone' } }, async (request, reply) => {
    const secret = named(request, 'file').replace(/\.ics$/, '')
    const found = await findFeed(parts, secret)
    if (!found) return reply.code(404).type('text/plain').send('')
    // Programs ask a few times an hour; a loop that went wrong must not keep the portal busy.
    const limit = { what: 'calendar', who: found.feed.id, most: 60, millis: 10 * minute }
    if (!(await isWithinLimits(parts, [limit]))) return reply.code(429).type('text/plain').send('')
    const today = dayOf(parts.now())
    const text = await parts.database.inSchool(found.schoolId, async (tx) => {
      const groupIds = await groupsOf(tx, found.feed, today)
      return groupIds && asFile(await readCalendar(tx, groupIds))
    })
    if (text === null) return reply.code(404).type('text/plain').send('')
    const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
    void reply.headers({ etag: tag, 'cache-control': 'private, max-age=900' })
    if (request.headers['if-none-match'] === tag) return reply.code(304).send()
    return reply
      .header('content-disposition', 'inline; filename="school.ics"')
      .type('text/calendar; charset=utf-8')
      .send(text)
  })
}

const Ids = z.array(z.string())

/** The groups of an address; null for a guardian to whom the portal is closed by now. */
async function groupsOf(
  tx: SchoolTx,
  feed: Feed,
  today: string,
): Promise<ReadonlySet<string> | null> {
  const { guardianId, accountId, groupIds } = feed
  if (guardianId !== null && accountId !== null) {
    const family = await familyGroups(tx, { guardianId, accountId }, { today, isOpen: true })
    return family.children.length > 0 ? family.groupIds : null
  }
  return new Set(groupIds === null ? [] : Ids.parse(JSON.parse(groupIds)))
}

function asFile({ name, language, timeZone, events, daysOff }: PortalCalendar): string {
  const say = speak(calendarMessages, language)
  const sayDay = speak(schoolDaysMessages, language)
  const keys = new Set(events.map(({ key }) => key))
  return writeCalendar({
    name: say('title-of', { name }),
    timeZone,
    events: [
      ...daysOff.map((each) =>
        fileDaysOff(each, { changedAt: each.changedAt, category: sayDay(`kind.${each.kind}`) }),
      ),
      ...events.map((event) => {
        const category = say(`kind.${event.kind ?? 'other'}`)
        return fileEventOf(event, keys, { changedAt: event.changedAt, category })
      }),
    ],
  })
}
