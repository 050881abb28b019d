import type { Connection } from '../../src-main/platform/connection.ts'
import type { PortalDatabase } from '../../src-portal/platform/portal-database.ts'

/** The process stopped dead here: what was in memory is gone, what was committed stands. */
export class Killed extends Error {
  override name = 'Killed'
}

/** Counts the edges at which a process can die, and dies at the one that was chosen. */
export function createFailpoints() {
  let left: number | null = null
  let hasDied = false
  const deaths: Record<string, number> = {}
  return {
    deaths,
    /** Whether it died since this was last asked: the caller starts it again. */
    takeDeath() {
      const died = hasDied
      hasDied = false
      return died
    },
    /** The process dies at the edge after so many others; null lets it live. */
    arm(edges: number | null) {
      left = edges
    },
    reach(name: string) {
      if (left === null || left-- > 0) return
      left = null
      hasDied = true
      deaths[name] = (deaths[name] ?? 0) + 1
      throw new Killed(name)
    },
  }
}
export type Failpoints = ReturnType<typeof createFailpoints>

/** A desk can die before and after each commit of its file. */
export function watchCommits(sqlite: Connection, points: Failpoints) {
  const exec = sqlite.exec.bind(sqlite)
  sqlite.exec = (text) => {
    if (text !== 'COMMIT') return exec(text)
    points.reach('desk before commit')
    exec(text)
    points.reach('desk after commit')
    return sqlite
  }
}

/** The portal can die when everything is written but not committed, or committed but not answered. */
export function watchPortal(database: PortalDatabase, points: Failpoints): PortalDatabase {
  return {
    ...database,
    async inSchool(schoolId, work) {
      const answer = await database.inSchool(schoolId, async (tx) => {
        const done = await work(tx)
        points.reach('portal before commit')
        return done
      })
      points.reach('portal after commit')
      return answer
    },
  }
}
