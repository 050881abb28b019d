import type { SchoolDatabase } from './platform/open-database.ts'
import type { Router } from './platform/router.ts'

type Parts = {
  readonly router: Router
  readonly database: () => SchoolDatabase
  readonly isPractice: () => boolean
}

/** Every feature behind one router: the only list of the data thread's services. */
export function serveSchool(_parts: Parts) {
  return { changed: (_rows: ReadonlyMap<string, ReadonlySet<string>>) => {} }
}
