import { sql } from 'drizzle-orm'
import { childrenMessages } from '#shared/children/children-messages.ts'
import { showPhone } from '#shared/families/phone-display.ts'
import { speak } from '#shared/platform/messages.ts'
import { sendPage } from '../../platform/page.tsx'
import { asGuardian, type PageRoutes } from '../../platform/page-routes.ts'
import { rowsOf } from '../../platform/portal-database.ts'
import type { Fields, PortalParts } from '../../platform/portal-parts.ts'
import { sendProblem } from '../../platform/problem-page.tsx'
import { textOf } from '../file/office-row.ts'
import { type AtChild, ofChild, sendChildPage } from '../frame/child-pages.tsx'
import { type ClassList, readClassLists } from './read-class-list.ts'
import { PrivacyPage, SchoolPage } from './school-pages.tsx'

/** The list of the child's class, the school, and what the school keeps. */
export function serveAround(pages: PageRoutes, parts: PortalParts) {
  pages.get(
    '/children/:link/group',
    'guardian',
    ofChild(parts, async (at, tx, _request, reply) => {
      const { child, siblings, today } = at
      if (child.protectionLevel > 0) return sendProblem(reply, at.visit, 'not-found')
      const pupilIds = siblings.map(({ pupilId }) => pupilId)
      const lists = await readClassLists(tx, { groups: child.groups, pupilIds, today })
      const title = speak(childrenMessages, at.visit.language)('group')
      return sendChildPage(
        reply,
        at,
        { title, place: 'group' },
        <GroupPage at={at} lists={lists} />,
      )
    }),
  )

  pages.get(
    '/school',
    'guardian',
    asGuardian(async ({ school }, visit, _request, reply) => {
      const [row] = await parts.database.inSchool(school.id, (tx) =>
        rowsOf<{ fields: Fields }>(
          tx,
          sql`SELECT fields FROM sync_rows WHERE tbl = 'schools' AND gone IS NULL ORDER BY id LIMIT 1`,
        ),
      )
      const fields = row?.fields ?? {}
      return sendPage(reply, visit, {
        title: speak(childrenMessages, visit.language)('school'),
        content: (
          <SchoolPage
            visit={visit}
            country={school.country}
            name={textOf(fields, 'name') ?? school.name}
            fields={fields}
          />
        ),
      })
    }),
  )

  pages.get(
    '/privacy',
    'guardian',
    asGuardian(async ({ school }, visit, _request, reply) =>
      sendPage(reply, visit, {
        title: speak(childrenMessages, visit.language)('privacy'),
        content: <PrivacyPage visit={visit} school={school.name} />,
      }),
    ),
  )
}

type GroupProps = { readonly at: AtChild; readonly lists: readonly ClassList[] }

function GroupPage({ at: { visit, child, who }, lists }: GroupProps) {
  const say = speak(childrenMessages, visit.language)
  return (
    <>
      <p className="lead">
        {say(lists.length > 0 ? 'group-lead' : 'group-none', { name: child.name })}
      </p>
      {lists.map(({ groupId, name, teachers, mates, unnamed }) => (
        <section className="card" key={groupId}>
          <h2>{name}</h2>
          {teachers.length > 0 && (
            <p className="meta">
              {say('teachers')}: {teachers.join(', ')}
            </p>
          )}
          {mates.length === 0 && <p>{say('group-empty')}</p>}
          <ul className="rows">
            {mates.map((mate, at) => (
              // Two children of one name stand in one list.
              // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered.
              <li key={at}>
                <div>
                  {mate.name}
                  {mate.address && <div className="meta">{mate.address}</div>}
                  {mate.phones.length > 0 && (
                    <div className="meta">
                      {mate.phones.map((phone) => showPhone(phone, who.school.country)).join(', ')}
                    </div>
                  )}
                </div>
              </li>
            ))}
          </ul>
          {unnamed > 0 && <p className="meta">{say('unnamed', { count: unnamed })}</p>}
        </section>
      ))}
    </>
  )
}
