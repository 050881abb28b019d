import { planRound } from '../plan-round.ts'
import type { PlanningProblem } from '../planning-problem.ts'

/** Before anything is sent: have the teachers hours enough? */
export type RoomForTalks = {
  readonly talks: number
  /** How many find a place when each teacher is looked at alone. */
  readonly fitting: number
  readonly teachers: readonly TeacherRoom[]
}

export type TeacherRoom = {
  readonly resourceId: string
  readonly talks: number
  /** Talks that find no place with this teacher, whatever else is planned; 0 is enough room. */
  readonly short: number
}

/**
 * Plans each teacher alone, as if no family had another talk. The numbers are exact when the talks
 * are equally long and families have no wishes yet; else nobody is called short who is not, within
 * what a short search finds.
 */
export function roomForTalks(problem: PlanningProblem): RoomForTalks {
  const teachers = problem.resources
    .filter(({ kind }) => kind === 'teacher')
    .map((teacher): TeacherRoom => {
      const talks = problem.talks
        .filter(({ resourceIds: [first] }) => first === teacher.id)
        .map((talk) => ({ ...talk, resourceIds: [teacher.id], zone: 0 }))
      const ids = new Set(talks.map(({ partyId }) => partyId))
      const alone = {
        ...problem,
        resources: [teacher],
        parties: problem.parties.filter(({ id }) => ids.has(id)),
        talks,
        apart: [],
        travelTicks: [[0]],
      }
      const { score } = planRound(alone, { seed: 1, rounds: 200, from: null })
      return { resourceId: teacher.id, talks: talks.length, short: score.unplaced }
    })
  const short = teachers.reduce((sum, teacher) => sum + teacher.short, 0)
  return { talks: problem.talks.length, fitting: problem.talks.length - short, teachers }
}
