import { sql } from 'drizzle-orm'
import { rowsOf } from '../platform/portal-database.ts'
import { forgetOld } from './forget-old.ts'
import type { HubParts } from './hub-parts.ts'
import { refreshForToday } from './refresh-for-today.ts'

type Parts = Pick<HubParts, 'database' | 'now' | 'today'>

const quarter = 900_000

/** What a new day brings every school: who may no longer see what, and what is old enough to forget. */
export async function roundOfToday(parts: Parts) {
  const schools = await parts.database.acrossSchools((tx) =>
    rowsOf<{ school_id: string }>(tx, sql`SELECT school_id FROM sync_clocks`),
  )
  for (const { school_id } of schools) {
    // First: what moves gets a new place in the order, and would be kept half a year more.
    await forgetOld(parts, school_id)
    await refreshForToday(parts, school_id)
  }
}

/** A round at the start and at the first quarter of each day; answers how to stop. */
export function startDailyRounds(parts: Parts, onFailure: (error: unknown) => void): () => void {
  let done = ''
  let isBusy = false
  async function look() {
    const today = parts.today()
    if (isBusy || today === done) return
    isBusy = true
    await roundOfToday(parts)
      .then(() => {
        done = today
      })
      // The next quarter tries again.
      .catch(onFailure)
    isBusy = false
  }
  void look()
  const timer = setInterval(() => void look(), quarter)
  timer.unref()
  return () => clearInterval(timer)
}
