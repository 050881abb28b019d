import { z } from 'zod'
import type { Language } from '#shared/platform/language.ts'
import { OwnCodes } from './absence-codes.ts'
import { ClockTime } from './absence-mark.ts'

/** A school's own words of a notice; a language that is not here has Balie's. */
export const NoticeTexts = z.partialRecord(
  z.enum(['nl', 'nl-BE', 'sv', 'en']),
  z.object({
    subject: z.string().trim().min(1).max(120),
    text: z.string().trim().min(1).max(1000),
  }),
)
export type NoticeTexts = z.output<typeof NoticeTexts>

export const AbsenceSettingsFields = z.object({
  /** Guardians may report on the portal. */
  guardiansReport: z.boolean(),
  /** Until when guardians report, change or withdraw something for the same day. */
  cutOff: ClockTime,
  /** When the office begins to call: nine o'clock. */
  callFrom: ClockTime,
  /** Minutes after which a pupil of whom nobody knows anything goes to the principal. */
  escalateMinutes: z.number().int().min(5).max(480),
  /** Registers and guardians see valid or not valid, and no illness (domain.md 3.3, Alingsås). */
  hidesIllness: z.boolean(),
  ownCodes: OwnCodes,
  noticeTexts: NoticeTexts,
})
export type AbsenceSettingsFields = z.output<typeof AbsenceSettingsFields>
export type AbsenceSettings = AbsenceSettingsFields & { readonly id: string }

/** How a school registers while it has said nothing about it. */
export function usualSettings(): AbsenceSettingsFields {
  return {
    guardiansReport: true,
    cutOff: '08:45',
    callFrom: '09:00',
    escalateMinutes: 45,
    hidesIllness: false,
    ownCodes: [],
    noticeTexts: {},
  }
}

export const noticeTextOf = (texts: NoticeTexts, language: Language) => texts[language] ?? null
