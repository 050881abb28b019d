import type { FastifyReply, FastifyRequest } from 'fastify'
import { AskTab } from '#shared/change-requests/change-request.ts'
import { childrenMessages } from '#shared/children/children-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import { sendPage } from '../../platform/page.tsx'
import {
  asGuardian,
  asked,
  named,
  type PageRoutes,
  typed as typedIn,
  type Who,
} from '../../platform/page-routes.ts'
import type { SchoolTx } from '../../platform/portal-database.ts'
import { dayOf, type PortalParts } from '../../platform/portal-parts.ts'
import { sendProblem } from '../../platform/problem-page.tsx'
import type { Visit } from '../../platform/visit.ts'
import { type Child, childrenOf } from '../children-table.ts'
import { readAsking } from '../file/read-asking.ts'
import { readFamily } from '../file/read-family.ts'
import { ChildFrame } from '../frame/child-frame.tsx'
import { writeRequests } from '../requests/write-requests.ts'
import { type DraftOf, dropDraft, keepDraft, readDrafts } from './drafts.ts'
import { hasChanges, readAsks, readTyped, type Troubles, type Typed } from './read-form.ts'
import { type Ground, tabModel } from './tab-model.ts'
import { TabPage } from './tab-page.tsx'
import { tabsFor } from './tabs-for.ts'

type At = {
  readonly who: Who
  readonly visit: Visit
  readonly reply: FastifyReply
  readonly ground: Ground
  readonly draftOf: DraftOf
}

/** The four tabs of a child on which something can be asked, and the guardian's own card. */
export function serveTabs(pages: PageRoutes, parts: PortalParts) {
  for (const url of ['/children/:link/details/:tab', '/my-settings']) {
    pages.get(
      url,
      'guardian',
      asGuardian(async (who, visit, request, reply) =>
        parts.database.inSchool(who.school.id, async (tx) => {
          const at = await findPlace(parts, tx, who, { visit, request, reply })
          if (!at) return sendProblem(reply, visit, 'not-found')
          const drafts = await readDrafts(tx, parts, at.draftOf)
          const typed = drafts.get(at.ground.tab) ?? {}
          const isChecked = asked(request, 'check') !== ''
          const { troubles } = readAsks(tabModel(at.ground), typed, who.school.country)
          return show(at, {
            typed,
            drafts,
            troubles: isChecked ? troubles : {},
            done: asked(request, 'done'),
          })
        }),
      ),
    )
    pages.post(
      url,
      'guardian',
      asGuardian(async (who, visit, request, reply) =>
        parts.database.inSchool(who.school.id, (tx) =>
          // Whoever else writes waits: what is looked at here is what the requests are made of.
          parts.writeRows(tx, who.school.id, async (rows) => {
            const at = await findPlace(parts, tx, who, { visit, request, reply })
            if (!at) return sendProblem(reply, visit, 'not-found')
            return take({ ...at, parts, tx, rows, request })
          }),
        ),
      ),
    )
  }
}

type Asked = {
  readonly visit: Visit
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** Null when this guardian has no such child, or the child no such tab. */
async function findPlace(
  parts: PortalParts,
  tx: SchoolTx,
  who: Who,
  { visit, request, reply }: Asked,
): Promise<At | null> {
  const { session, school } = who
  const siblings = await childrenOf(tx, session, dayOf(parts.now()))
  const linkId = named(request, 'link')
  const child = siblings.find((each) => each.linkId === linkId) ?? null
  const tab = AskTab.safeParse(linkId === '' ? 'own' : named(request, 'tab'))
  if (!tab.success || (linkId !== '' && (!child || tab.data === 'own'))) return null
  const { guardianId } = session
  const family = await readFamily(tx, parts, {
    guardianId,
    pupilIds: siblings.map(({ pupilId }) => pupilId),
  })
  const asking = await readAsking(tx, parts, guardianId)
  const { country } = school
  const ground = { tab: tab.data, child, siblings, family, asking, country, now: parts.now() }
  if (child && !tabsFor(ground).includes(tab.data)) return null
  return { who, visit, reply, ground, draftOf: { session, about: child?.linkId ?? 'own' } }
}

type Shown = {
  readonly typed: Typed
  readonly drafts: ReadonlyMap<AskTab, Typed>
  readonly troubles: Troubles
  readonly done: string
}

function show({ visit, reply, ground, who }: At, { typed, drafts, troubles, done }: Shown) {
  const say = speak(childrenMessages, visit.language)
  const { child, siblings, tab } = ground
  const status = Object.keys(troubles).length > 0 ? 422 : 200
  const unsent = [...drafts].filter(([, each]) => hasChanges(each)).map(([each]) => each)
  const path = child ? `/children/${child.linkId}/details/${tab}` : '/my-settings'
  const content = (
    <TabPage
      visit={{ ...visit, path }}
      country={who.school.country}
      ground={ground}
      model={tabModel(ground)}
      typed={typed}
      troubles={troubles}
      unsent={unsent}
      done={done}
    />
  )
  return sendPage(
    reply,
    { ...visit, path },
    {
      title: child ? `${say(`tab.${tab}`)} – ${child.name}` : say('tab.own'),
      status,
      content: child ? (
        <ChildFrame at={{ visit, child, siblings }} place="details">
          {content}
        </ChildFrame>
      ) : (
        <>
          <h1>{say('tab.own')}</h1>
          {content}
        </>
      ),
    },
  )
}

type Taking = At & {
  readonly parts: PortalParts
  readonly tx: SchoolTx
  readonly rows: Parameters<typeof writeRequests>[0]
  readonly request: FastifyRequest
}

const pathOf = (child: Child | null, tab: AskTab) =>
  child ? `/children/${child.linkId}/details/${tab}` : '/my-settings'

/** A form of a tab: kept when one goes to another tab, sent with this tab or all that wait. */
async function take(taking: Taking) {
  const { parts, tx, request, reply, visit, ground, draftOf } = taking
  const { tab, child } = ground
  const model = tabModel(ground)
  const typed = readTyped(model, request.body, ground.country)
  if (!typed) return sendProblem(reply, visit, 'form')
  const to = AskTab.safeParse(typedIn(request, 'to'))
  const what = typedIn(request, 'do')
  if (to.success || what !== 'send') {
    await keepDraft(tx, parts, { ...draftOf, tab }, typed)
    if (what === 'send-all') return sendAll(taking)
    const next = to.success && child ? to.data : tab
    const isElsewhere = typedIn(request, 'to') === 'privacy'
    if (isElsewhere && child) return reply.redirect(`/children/${child.linkId}/privacy`, 303)
    return reply.redirect(`${pathOf(child, next)}${to.success ? '' : '?done=kept'}`, 303)
  }
  const { asks, troubles } = readAsks(model, typed, ground.country)
  if (Object.keys(troubles).length > 0) {
    const drafts = await readDrafts(tx, parts, draftOf)
    return show(taking, { typed, drafts, troubles, done: '' })
  }
  const once = typedIn(request, 'once')
  const accountId = draftOf.session.accountId
  const sent = await writeRequests(taking.rows, { ground, asks, typed, once, accountId })
  if (sent === 'refused') return sendProblem(reply, visit, 'form')
  await dropDraft(tx, { ...draftOf, tab })
  return reply.redirect(`${pathOf(child, tab)}?done=${sent}`, 303)
}

/** All tabs that wait, or none: the first with something wrong is shown instead. */
async function sendAll({ parts, tx, rows, request, reply, ground, draftOf }: Taking) {
  const drafts = await readDrafts(tx, parts, draftOf)
  const ready = [...drafts].map(([tab, typed]) => {
    const own = { ...ground, tab }
    return { ground: own, typed, ...readAsks(tabModel(own), typed, ground.country) }
  })
  const wrong = ready.find(({ troubles }) => Object.keys(troubles).length > 0)
  if (wrong) return reply.redirect(`${pathOf(ground.child, wrong.ground.tab)}?check=1`, 303)
  const once = typedIn(request, 'once')
  const { accountId } = draftOf.session
  const done: string[] = []
  for (const each of ready) {
    const sent = await writeRequests(rows, { ...each, once, accountId })
    await dropDraft(tx, { ...draftOf, tab: each.ground.tab })
    done.push(sent)
  }
  // The office may have switched something off since it was typed.
  const result = (['refused', 'sent', 'nothing'] as const).find((each) => done.includes(each))
  return reply.redirect(`${pathOf(ground.child, ground.tab)}?done=${result ?? 'nothing'}`, 303)
}
