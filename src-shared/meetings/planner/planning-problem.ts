// What goes into the planner: one round of talks as plain values, without a name of anybody in it.
// Only ids link it to the school, so it may be sent to a thread, kept, and written into a test.
//
// Time is counted in ticks of `tickMinutes` (5), from the beginning of a sitting. Spans take in
// their first tick and leave out their last: from 0 until 2 is the first ten minutes.

export type PlanningProblem = {
  /** Length of a tick in minutes; 5, so that walking is not rounded up to a whole talk. */
  readonly tickMinutes: number
  readonly sittings: readonly Sitting[]
  readonly resources: readonly Resource[]
  readonly parties: readonly Party[]
  readonly talks: readonly Talk[]
  readonly apart: readonly Apart[]
  /** Ticks it takes to walk from zone to zone (a building, `video` at home), by index: [from][to]. */
  readonly travelTicks: readonly (readonly number[])[]
  readonly weights: Weights
}

/** An evening or an afternoon. A family comes once a sitting, and waits only within one. */
export type Sitting = { readonly id: string; readonly ticks: number }

/** A start in a sitting. */
export type Place = { readonly sittingId: string; readonly tick: number }

export type Span = { readonly sittingId: string; readonly from: number; readonly until: number }

/** Whoever or whatever a talk needs besides the family. */
export type Resource = {
  readonly id: string
  readonly kind: 'teacher' | 'interpreter' | 'room'
  /**
   * How many talks at once: 1 for a person; the number of rooms for rooms that are alike. People
   * with different hours are resources of their own.
   */
  readonly capacity: number
  /** Present and not in a break; outside these no talk. */
  readonly free: readonly Span[]
  /** Where a talk may begin; null is at every tick of `free`. */
  readonly starts: readonly Place[] | null
  /** Ticks between the end of a talk and the next start, to write notes or to walk; 0 is none. */
  readonly pauseTicks: number
  /**
   * No more than `ticks` of talk before a rest of at least `restTicks`. Gaps shorter than a rest
   * neither count as talk nor end the row. One talk that is longer by itself is allowed.
   */
  readonly inARow: { readonly ticks: number; readonly restTicks: number } | null
}

/**
 * Who comes together: a guardian, two guardians, or two separated guardians who come to a joint
 * talk (their spans are then those that suit both). Separated guardians who come each for
 * themselves are two parties.
 */
export type Party = {
  readonly id: string
  /** Asked for. A party without wishes has the whole round here. */
  readonly preferred: readonly Span[]
  /** Would do. What is in neither cannot be. */
  readonly possible: readonly Span[]
}

export type Talk = {
  readonly id: string
  readonly partyId: string
  /** The teacher first, then other teachers, interpreter, room. */
  readonly resourceIds: readonly string[]
  readonly ticks: number
  /** Index in `travelTicks`. */
  readonly zone: number
  /**
   * What leaving it unplaced weighs beside another: 3 when the school asked for it, else 1; with a
   * guardian's own ranking 1.4, 1.2, 1, 0.8, 0.6, so that nobody loses a second talk before
   * another family loses a first.
   */
  readonly weight: number
  /** Narrows where it may be (a video talk on the video evening); null is everywhere. */
  readonly within: readonly Span[] | null
  /** Stays exactly here, whatever it costs: a pinned card, a booking by the family. */
  readonly pinnedAt: Place | null
  /** Told to the family already: moving costs `moved`, dropping it `dropped`. */
  readonly confirmedAt: Place | null
}

/** Two parties who should not meet, such as separated guardians. */
export type Apart = {
  readonly partyIds: readonly [string, string]
  /** Ticks at least between their talks with one teacher; 0 with `sameSitting: false`. */
  readonly ticks: number
  /** False keeps them out of each other's sittings altogether. */
  readonly sameSitting: boolean
}

/** Points; a plan with fewer is better. */
export type Weights = {
  /** For a talk of weight 1 that has no place. */
  readonly unplaced: number
  /** For each sitting that a party must come to after its first. */
  readonly extraSitting: number
  /** For a talk that lies (partly) outside what was preferred. */
  readonly possible: number
  /** For each minute between two talks of a party, walking too. */
  readonly waitMinute: number
  /** For each minute above `longWaitAfterMinutes`: one long wait is worse than two short ones. */
  readonly longWaitMinute: number
  readonly longWaitAfterMinutes: number
  /** For a confirmed talk that gets another place. */
  readonly moved: number
  /** For a confirmed talk that loses its place: more than all else together. */
  readonly dropped: number
  /**
   * For a minute in which a teacher sits between two talks without one. The default lets it decide
   * only between plans that are equally good for families.
   */
  readonly idleMinute: number
}

/** From `meetings.md` 2; near-strict weights gave the same plans on all but oversubscribed rounds. */
export const usualWeights: Weights = {
  unplaced: 10_000,
  extraSitting: 60,
  possible: 15,
  waitMinute: 1,
  longWaitMinute: 2,
  longWaitAfterMinutes: 20,
  moved: 300,
  dropped: 1_000_000,
  idleMinute: 0.0001,
}
