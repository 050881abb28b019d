import { z } from 'zod'
import type { ContactKind } from '#shared/families/contact.ts'
import type { Relation } from '#shared/families/guardian.ts'
import { defineContract, pupilStaff, query } from '#shared/platform/contract.ts'
import type { PupilStatus } from '#shared/pupils/pupil.ts'

export type SearchHit = {
  readonly kind: 'pupil' | 'guardian' | 'contact' | 'group' | 'staff'
  readonly id: string
  /** The pupil whose file opens: the pupil, or a child of the guardian or contact. */
  readonly pupilId: string | null
  readonly title: string
  /** `4A` of a pupil or teacher, `Saar, Tim` of a guardian or contact, `2026-2027` of a group. */
  readonly context: string
  /** What a guardian or contact is to those in `context`; null for the others. */
  readonly relation: Relation | ContactKind | null
  /** Why it was found, with the words or digits as they stand in the record. */
  readonly because: {
    readonly field: 'name' | 'guardian' | 'phone' | 'address' | 'email' | 'number' | 'group'
    readonly text: string
  }
  readonly status: PupilStatus | null
}

export const searchContract = defineContract('search', {
  /** Best first: name start, word start, guardian or phone, address. At most `limit` hits. */
  find: query(
    pupilStaff,
    z.object({ text: z.string().max(200), limit: z.number().int().min(1).max(50) }),
  ).answers<readonly SearchHit[]>(),
})
export type SearchContract = typeof searchContract
