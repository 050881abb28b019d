import { z } from 'zod'
import type { GuardianLinkId } from '#shared/families/guardian.ts'
import { foldText } from '#shared/platform/fold-text.ts'
import type { StaffId } from '#shared/staff/staff.ts'

export const AccessRequestId = z.uuid().brand('AccessRequestId')
export type AccessRequestId = z.output<typeof AccessRequestId>

/** Somebody without a letter asks to be let in, and names the eldest child and its birth date. */
export type AccessRequest = {
  readonly id: AccessRequestId
  readonly madeAt: string
  readonly ownName: string
  readonly childName: string
  readonly birthDate: string
  readonly email: string
  readonly phone: string | null
  readonly decision: 'accepted' | 'declined' | null
  readonly decidedAt: string | null
  readonly decidedBy: StaffId | null
  /** What the guardian reads when it was declined. */
  readonly reason: string | null
  /** The tie for which it was accepted. */
  readonly linkId: GuardianLinkId | null
}

type Named = {
  readonly firstName: string
  readonly prefix: string | null
  readonly lastName: string
}

/** Every word of the shorter name stands in the longer: `Emma Bakker` is `Emma de Bakker`. */
export function isSameName(typed: string, { firstName, prefix, lastName }: Named): boolean {
  const own = wordsOf(`${firstName} ${prefix ?? ''} ${lastName}`)
  const words = wordsOf(typed)
  const [shorter, longer] = words.length <= own.length ? [words, own] : [own, words]
  return shorter.length > 1 && shorter.every((word) => longer.includes(word))
}

const wordsOf = (text: string) =>
  foldText(text)
    .split(/[\s-]+/)
    .filter(Boolean)

type Pupil = Named & { readonly birthDate: string | null }

/** How sure it is that this is the child: both fit, or only one of them. */
export function matchOf(
  request: Pick<AccessRequest, 'childName' | 'birthDate'>,
  pupil: Pupil,
): 'both' | 'birth-date' | 'name' | null {
  const isDay = pupil.birthDate === request.birthDate
  const isName = isSameName(request.childName, pupil)
  if (isDay && isName) return 'both'
  // A birth date alone proves nothing; with the first name it may be a slip in the last.
  const first = wordsOf(pupil.firstName)[0]
  if (isDay && first !== undefined && wordsOf(request.childName).includes(first)) {
    return 'birth-date'
  }
  return isName ? 'name' : null
}
