import type { FastifyReply } from 'fastify'
import { portalCalendarMessages } from '#shared/calendar/portal-calendar-messages.ts'
import { Day, dayAt } from '#shared/platform/day.ts'
import type { Language } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'
import { sendPage } from '../platform/page.tsx'
import { asGuardian, type PageRoutes, type Who } from '../platform/page-routes.ts'
import { day, isoOf, type PortalParts } from '../platform/portal-parts.ts'
import { isWithinLimits } from '../platform/rate-limits.ts'
import type { Visit } from '../platform/visit.ts'
import { AddressPage, CalendarPage } from './calendar-page.tsx'
import { readCalendar } from './calendar-rows.ts'
import { familyGroups } from './family-groups.ts'
import { feedOfAccount, makeFeed, withdrawFeed } from './feeds.ts'
import { upcomingOf } from './upcoming.ts'

const path = '/calendar'

/** The way to the calendar, on the page of all children: it is about a family. */
export const calendarCorner = {
  path: (linkId: string | null) => (linkId === null ? path : null),
  title: (language: Language) => speak(portalCalendarMessages, language)('title'),
  lead: (language: Language) => speak(portalCalendarMessages, language)('lead'),
}

/** The calendar of a family, and its address for other calendars. */
export function serveCalendar(pages: PageRoutes, parts: PortalParts) {
  const title = (visit: Visit) => speak(portalCalendarMessages, visit.language)('title')
  const ofWho = ({ session }: Who) => ({
    schoolId: session.schoolId,
    accountId: session.accountId,
    guardianId: session.guardianId,
  })

  async function show(who: Who, visit: Visit, reply: FastifyReply, said: 'busy' | null = null) {
    const now = isoOf(parts.now())
    const read = await parts.database.inSchool(who.school.id, async (tx) => {
      const family = await familyGroups(tx, ofWho(who), { today: now.slice(0, 10), isOpen: false })
      return {
        calendar: await readCalendar(tx, family.groupIds),
        feed: await feedOfAccount(tx, who.session.accountId),
      }
    })
    const { calendar, feed } = read
    const today = dayAt(now, calendar.timeZone)
    return sendPage(
      reply,
      { ...visit, path },
      {
        title: title(visit),
        status: said === 'busy' ? 429 : 200,
        content: (
          <CalendarPage
            visit={visit}
            calendar={calendar}
            upcoming={await upcomingOf(calendar, today)}
            today={today}
            madeOn={feed && Day.parse(feed.madeAt.slice(0, 10))}
            said={said}
          />
        ),
      },
    )
  }

  pages.get(
    path,
    'guardian',
    asGuardian((who, visit, _request, reply) => show(who, visit, reply)),
  )
  pages.post(
    `${path}/address`,
    'guardian',
    asGuardian(async (who, visit, _request, reply) => {
      const limit = { what: 'calendar address', who: who.session.accountId, most: 10, millis: day }
      if (!(await isWithinLimits(parts, [limit]))) return show(who, visit, reply, 'busy')
      const secret = await makeFeed(parts, ofWho(who))
      const address = new URL(`${path}/${secret}.ics`, parts.publicUrl).href
      const content = <AddressPage visit={visit} address={address} />
      return sendPage(reply, { ...visit, path }, { title: title(visit), content })
    }),
  )
  pages.post(
    `${path}/withdraw`,
    'guardian',
    asGuardian(async (who, _visit, _request, reply) => {
      await withdrawFeed(parts, ofWho(who))
      return reply.redirect(path, 303)
    }),
  )
}
