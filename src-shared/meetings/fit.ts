import { type RoundSheet, rhythmOf } from './places.ts'

/** A teacher whose hours do not hold all their talks. */
export type ShortTeacher = {
  readonly resourceId: string
  readonly talks: number
  readonly places: number
}
export type Fit = {
  readonly talks: number
  /** Talks that have room, were nobody else's hours in the way. */
  readonly fitting: number
  readonly short: readonly ShortTeacher[]
}

/** Whether each teacher's hours hold their talks, before anybody is invited. */
export function fitOf({ round, resources, talks, parties }: RoundSheet): Fit {
  const declined = new Set(parties.flatMap(({ id, declinedAt }) => (declinedAt ? [id] : [])))
  const standing = talks.filter(
    ({ cancelledAt, partyId }) => cancelledAt === null && !declined.has(partyId),
  )
  const short = resources
    .filter(({ kind }) => kind === 'teacher')
    .map((teacher) => {
      const own = standing.filter(({ resourceIds }) => resourceIds.includes(teacher.id))
      // A long talk takes as many places as it needs.
      const needed = own.reduce((sum, { minutes }) => sum + Math.ceil(minutes / round.minutes), 0)
      return { resourceId: teacher.id, talks: needed, places: rhythmOf(round, teacher).length }
    })
    .filter(({ talks: needed, places }) => needed > places)
  const missing = short.reduce((sum, { talks: needed, places }) => sum + needed - places, 0)
  return { talks: standing.length, fitting: Math.max(0, standing.length - missing), short }
}
