import type { Day } from '#shared/platform/day.ts'
import type { Language } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'
import type { LeaveDecision, LeaveFields } from './leave-request.ts'
import { leaveWords } from './words/leave-words.ts'
import { letterWords } from './words/letter-words.ts'

type Given = {
  readonly language: Language
  readonly fields: Pick<LeaveFields, 'kind' | 'from' | 'until' | 'part'>
  readonly decision: LeaveDecision
  /** Names as they may be shown. */
  readonly child: string
  readonly group: string
  readonly guardian: string
  readonly school: string
  /** Weeks in which objection is possible. */
  readonly objectionWeeks: number
}

/** A letter as text: its subject and its paragraphs, the same on paper and by mail. */
export type LeaveLetter = { readonly subject: string; readonly paragraphs: readonly string[] }

/** The school's answer to one guardian about one child. It tells nothing of other guardians. */
export function leaveLetter(given: Given): LeaveLetter {
  const { language, fields, decision, child } = given
  const say = speak(letterWords, language)
  const words = speak(leaveWords, language)
  const { outcome } = decision
  const days = daysText(fields, language)
  const granted =
    decision.from && decision.until
      ? daysText({ from: decision.from, until: decision.until }, language)
      : days
  const isGiven = outcome === 'granted' || outcome === 'withdrawn'
  const kind = words(`kind.${fields.kind}`)
  return {
    subject: say(`subject.${outcome}`),
    paragraphs: [
      say('dear', { name: given.guardian }),
      say('asked', { child, group: given.group, days, kind }),
      say(outcome, { child, days: granted }),
      ...(decision.ground ? [say('why', { ground: words(`ground.${decision.ground}`) })] : []),
      ...(decision.words ? [say('words', { words: decision.words })] : []),
      ...(decision.authority === 'officer' ? [say('officer')] : []),
      ...(isGiven
        ? []
        : [say('absent', { child }), say('objection', { weeks: given.objectionWeeks })]),
      say('regards', { name: decision.byName, school: given.school }),
    ],
  }
}

/** `op vrijdag 4 december 2026`, or from the first to the last day. */
export function daysText(
  { from, until }: { readonly from: Day; readonly until: Day },
  language: Language,
): string {
  const say = speak(letterWords, language)
  if (from === until) return say('one-day', { day: longDay(from, language) })
  return say('more-days', { from: longDay(from, language), until: longDay(until, language) })
}

const formats = new Map<Language, Intl.DateTimeFormat>()
const locales: Record<Language, string> = {
  nl: 'nl-NL',
  'nl-BE': 'nl-BE',
  sv: 'sv-SE',
  en: 'en-GB',
}

function longDay(day: Day, language: Language): string {
  const format =
    formats.get(language) ??
    new Intl.DateTimeFormat(locales[language], { dateStyle: 'full', timeZone: 'UTC' })
  formats.set(language, format)
  return format.format(new Date(`${day}T00:00:00Z`))
}
