import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendPage } from '../../platform/page.tsx'
import { asGuardian, type Handle, named, type Who } from '../../platform/page-routes.ts'
import type { SchoolTx } from '../../platform/portal-database.ts'
import { dayOf, type PortalParts } from '../../platform/portal-parts.ts'
import { sendProblem } from '../../platform/problem-page.tsx'
import type { Visit } from '../../platform/visit.ts'
import { type Child, childrenOf } from '../children-table.ts'
import { ChildFrame, type Place } from './child-frame.tsx'

/** A guardian at the pages of one child, with the other children for the switcher. */
export type AtChild = {
  readonly who: Who
  readonly visit: Visit
  readonly child: Child
  readonly siblings: readonly Child[]
  readonly today: string
}

type HandleChild = (
  at: AtChild,
  tx: SchoolTx,
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<unknown>

/**
 * For pages of one child, named in the address by the tie to it. Whatever is read or written happens
 * in the transaction that found out that this guardian may: anybody else's child is a page that is
 * not there, as is one that was never made.
 */
export const ofChild = (parts: PortalParts, handle: HandleChild): Handle =>
  asGuardian(async (who, visit, request, reply) => {
    const today = dayOf(parts.now())
    const linkId = named(request, 'link')
    return parts.database.inSchool(who.school.id, async (tx) => {
      const siblings = await childrenOf(tx, who.session, today)
      const child = siblings.find((each) => each.linkId === linkId)
      if (!child) return sendProblem(reply, visit, 'not-found')
      return handle({ who, visit, child, siblings, today }, tx, request, reply)
    })
  })

type Shown = { readonly title: string; readonly place: Place; readonly status?: number }

/** A page of a child inside its frame: who it is about, whom else one may choose, where one is. */
export function sendChildPage(
  reply: FastifyReply,
  at: AtChild,
  { title, place, status = 200 }: Shown,
  content: React.ReactNode,
) {
  return sendPage(reply, at.visit, {
    title: `${title} – ${at.child.name}`,
    status,
    content: (
      <ChildFrame at={at} place={place}>
        {content}
      </ChildFrame>
    ),
  })
}
