import type { Weights } from '../planning-problem.ts'

// The problem in numbers, as the search reads it millions of times. Parties, talks and resources are
// their index in the problem; a moment is one number over all sittings in order.

export type Model = {
  readonly tickMinutes: number
  readonly weights: Weights
  /** Ticks of all sittings together. */
  readonly ticks: number
  readonly sittings: readonly ModelSitting[]
  /** Tick → index of its sitting. */
  readonly sittingOf: Uint8Array
  /** [from * zones + to] → ticks. */
  readonly travel: Uint8Array
  readonly zones: number
  readonly resources: readonly ModelResource[]
  readonly parties: readonly ModelParty[]
  readonly talks: readonly ModelTalk[]
  /** Cost of a wait by its ticks, within one sitting. */
  readonly waitCost: Float64Array
  /** From here each tick more costs the same, and no way is longer: see `visit-planner.ts`. */
  readonly steadyFrom: number
}

export type ModelSitting = { readonly first: number; readonly ticks: number; readonly end: number }

export type ModelResource = {
  readonly index: number
  readonly isTeacher: boolean
  readonly capacity: number
  readonly pause: number
  /** Tick → how many talks it can hold; 0 where it is not free. */
  readonly room: Uint8Array
  readonly inARow: { readonly ticks: number; readonly rest: number } | null
  /** Those that need it. */
  readonly talks: readonly ModelTalk[]
}

export type ModelParty = {
  readonly index: number
  readonly talks: readonly ModelTalk[]
  readonly apart: readonly ModelApart[]
}

/** Another party who should not be met. */
export type ModelApart = {
  readonly party: number
  readonly ticks: number
  readonly sameSitting: boolean
}

export type ModelTalk = {
  readonly index: number
  readonly party: number
  readonly teacher: number
  readonly resources: readonly number[]
  readonly length: number
  readonly zone: number
  /** Where it may begin when nobody else comes, in order. */
  readonly starts: Int16Array
  /** Tick → points of beginning there; infinite where it may not. */
  readonly costAt: Float64Array
  /** Tick → 0 preferred, 1 possible, 9 neither; over the whole talk, whoever else is there. */
  readonly levelAt: Uint8Array
  /** Points of having no place. */
  readonly missCost: number
  readonly isPinned: boolean
  /** Where the family was told to come; -1 is not told yet. */
  readonly confirmed: number
}
