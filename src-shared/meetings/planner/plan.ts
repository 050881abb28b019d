import type { Place } from './planning-problem.ts'

// What comes out of the planner.

export type Plan = {
  readonly placements: readonly Placement[]
  readonly unplaced: readonly string[]
  readonly score: Score
}

/** A talk and where it begins. */
export type Placement = Place & { readonly talkId: string }

/** What the plan costs in points, and what these points are for. */
export type Score = {
  /** All that families feel: what planner and proof bring down. */
  readonly points: number
  readonly unplaced: number
  /** Sittings after a party's first, over all parties. */
  readonly extraSittings: number
  /** Talks in a time that was only possible, not preferred. */
  readonly outsidePreferred: number
  /** Minutes between talks of a party, over all parties. */
  readonly waitMinutes: number
  readonly longestWaitMinutes: number
  /** Confirmed talks that stand elsewhere, or nowhere. */
  readonly movedTalks: number
  /** Minutes that teachers sit without a talk between two of theirs; not in `points`. */
  readonly idleMinutes: number
}

/** No plan at all has fewer points than this. */
export type Bound = {
  readonly points: number
  /**
   * How it was found: each teacher alone; prices on all hours (Lagrange); or those of a linear
   * programme over whole visits (column generation), which is the sharpest.
   */
  readonly by: 'each-teacher' | 'prices' | 'visits'
}

/** What a thread says while it plans. */
export type PlanProgress = {
  readonly rounds: number
  readonly ofRounds: number
  readonly points: number
  readonly unplaced: number
}

/** Why a wish was not met: the first rule that leaves no place when the rules are tried in order. */
export type BindingReason =
  /** The family, the teacher or what else it needs are never there together. */
  | { readonly kind: 'never-together'; readonly resourceIds: readonly string[] }
  /** Every place that suits is taken by another family. */
  | { readonly kind: 'taken'; readonly resourceId: string }
  /** The teacher would have no rest. */
  | { readonly kind: 'no-rest'; readonly resourceId: string }
  /** A party they should not meet is there. */
  | { readonly kind: 'kept-apart' }
  /** The family is in another talk then, or still on its way. */
  | { readonly kind: 'own-talk'; readonly talkId: string }
  /** There is a place, but it would cost the family more: a longer wait, or one more sitting. */
  | { readonly kind: 'worse-for-family'; readonly points: number }
  /** The office or the family pinned it. */
  | { readonly kind: 'pinned' }

export type UnmetWish = {
  readonly talkId: string
  readonly partyId: string
  readonly wish: 'a-place' | 'preferred-time' | 'short-wait' | 'one-sitting'
  readonly reason: BindingReason
  /** The wait in question, for `short-wait`; else 0. */
  readonly minutes: number
}
