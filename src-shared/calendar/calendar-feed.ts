/**
 * An address at which calendar programs read the school's calendar. Its secret is kept nowhere: the
 * row's id is made of its SHA-256, so who has the rows cannot make the address.
 */
export type CalendarFeed = {
  readonly id: string
  /** What it is for, in the words of who made it. */
  readonly name: string
  /** Of these groups beside the whole school; null for what concerns the whole school alone. */
  readonly groupIds: readonly string[] | null
  /** Whose it is: then it holds what concerns the guardian's children, at each reading. */
  readonly guardianId: string | null
  readonly accountId: string | null
  readonly madeAt: string
  readonly withdrawnAt: string | null
}
