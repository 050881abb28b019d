import type { FamilyFile } from '#shared/families/families-contract.ts'
import type { GuardianLink } from '#shared/families/guardian.ts'

/** What a guardian may get of a child, in the order of the table. */
export const things = ['portal', 'letters', 'information', 'collect'] as const
export type Thing = (typeof things)[number]

export type Reason = 'no-contact' | 'no-authority' | 'on-request' | 'decision' | 'choice'

export type Cell = {
  /** Names of the children for whom it holds; all of them is a plain yes. */
  readonly forNames: readonly string[]
  readonly isAll: boolean
  /** Why not, for the others; null when it holds for all. */
  readonly reason: Reason | null
}

const holds: Record<Thing, (link: GuardianLink) => boolean> = {
  portal: ({ portalAccess, noContact }) => portalAccess && !noContact,
  letters: ({ receivesLetters, noContact }) => receivesLetters && !noContact,
  information: ({ informationRight, noContact }) => informationRight === 'full' && !noContact,
  collect: ({ mayCollect, noContact }) => mayCollect && !noContact,
}

/** Weightiest first: a court's order, then the law, then what the school chose. */
function reasonOf(thing: Thing, link: GuardianLink): Reason {
  if (link.noContact) return 'no-contact'
  if (thing === 'information' && link.informationRight === 'none') return 'decision'
  if (thing === 'information' && link.informationRight === 'on-request') return 'on-request'
  return link.authority === 'none' ? 'no-authority' : 'choice'
}

/** What one guardian gets, over all children this guardian is tied to. */
export function cellFor(thing: Thing, guardianId: string, pupils: FamilyFile['pupils']): Cell {
  const ties = pupils.flatMap(({ name, guardians }) =>
    guardians
      .filter(({ guardian }) => guardian.id === guardianId)
      .map(({ link }) => ({ name, link })),
  )
  const yes = ties.filter(({ link }) => holds[thing](link))
  const [no] = ties.filter(({ link }) => !holds[thing](link))
  return {
    forNames: yes.map(({ name }) => name),
    isAll: yes.length === ties.length,
    reason: no ? reasonOf(thing, no.link) : null,
  }
}
