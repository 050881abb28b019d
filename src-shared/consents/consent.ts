import { z } from 'zod'
import type { GuardianId } from '#shared/families/guardian.ts'
import { Day } from '#shared/platform/day.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'

export const ConsentId = z.uuid().brand('ConsentId')
export type ConsentId = z.output<typeof ConsentId>

/** What a school asks consent for, one by one; silence is no consent (GDPR article 7). */
export const consentPurposes = [
  'photo-internal',
  'photo-website',
  'photo-social-media',
  'photo-press',
  'class-list-name',
  'class-list-contact',
  'share-next-school',
] as const
export const ConsentPurpose = z.enum(consentPurposes)
export type ConsentPurpose = z.output<typeof ConsentPurpose>

export const ConsentFields = z.object({
  purpose: ConsentPurpose,
  granted: z.boolean(),
  givenOn: Day,
  /** Which wording was put to the giver. */
  version: z.string().trim().min(1).max(40),
  note: z
    .string()
    .trim()
    .max(500)
    .transform((text) => text || null)
    .nullable(),
})
export type ConsentFields = z.output<typeof ConsentFields>

/** One answer; answers are added, never changed, so that the history proves itself. */
export type Consent = ConsentFields & {
  readonly id: ConsentId
  readonly pupilId: PupilId
  /** Null when the school wrote down an answer without naming who gave it. */
  readonly guardianId: GuardianId | null
  /** Moment of writing down; decides between answers of one day. */
  readonly recordedAt: string
}

/** Of an answer what decides. */
export type GivenAnswer = Pick<Consent, 'purpose' | 'granted' | 'recordedAt'> & {
  readonly guardianId: string | null
}

/**
 * Whether a purpose is allowed: the latest answer of each giver counts, and guardians who disagree
 * mean no (`domain.md` 3.1). `unknown` means that nobody was asked, and counts as no in print.
 */
export function standingConsent(
  purpose: ConsentPurpose,
  answers: readonly GivenAnswer[],
): 'granted' | 'refused' | 'unknown' {
  const latest = new Map<string, GivenAnswer>()
  for (const answer of answers) {
    if (answer.purpose !== purpose) continue
    const giver = answer.guardianId ?? ''
    const known = latest.get(giver)
    if (!known || known.recordedAt <= answer.recordedAt) latest.set(giver, answer)
  }
  if (latest.size === 0) return 'unknown'
  return [...latest.values()].every(({ granted }) => granted) ? 'granted' : 'refused'
}

/** What stands for every purpose. */
export function standingConsents(answers: readonly GivenAnswer[]) {
  const of = (purpose: ConsentPurpose) => standingConsent(purpose, answers)
  return {
    'photo-internal': of('photo-internal'),
    'photo-website': of('photo-website'),
    'photo-social-media': of('photo-social-media'),
    'photo-press': of('photo-press'),
    'class-list-name': of('class-list-name'),
    'class-list-contact': of('class-list-contact'),
    'share-next-school': of('share-next-school'),
  } satisfies Record<ConsentPurpose, unknown>
}
