import type { PageRoutes } from '../platform/page-routes.ts'
import type { PortalParts } from '../platform/portal-parts.ts'
import { serveAround } from './group/group-routes.tsx'
import { serveConsents } from './privacy/consent-routes.tsx'
import { serveRequests } from './requests/requests-routes.tsx'
import type { Corner } from './start/corners.ts'
import { serveStart } from './start/start-routes.tsx'
import { serveTabs } from './tabs/tab-routes.tsx'

/** Everything that a guardian sees of the own children; `corners` are the doors of other features. */
export function serveChildren(pages: PageRoutes, parts: PortalParts, corners: readonly Corner[]) {
  serveStart(pages, parts, corners)
  serveTabs(pages, parts)
  serveRequests(pages, parts)
  serveConsents(pages, parts)
  serveAround(pages, parts)
}
