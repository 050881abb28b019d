import { useState } from 'react'
import type { AbsenceCode } from '#shared/absences/absence-codes.ts'
import { ClockTime } from '#shared/absences/absence-mark.ts'
import { ReportFields, type ReportPart } from '#shared/absences/absence-report.ts'
import { absencesMessages } from '#shared/absences/messages/absences-messages.ts'
import { registerMessages } from '#shared/absences/messages/register-messages.ts'
import { reportMessages } from '#shared/absences/messages/report-messages.ts'
import type { Day } from '#shared/platform/day.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'

export type ReportDraft = {
  readonly code: string | null
  readonly from: Day | null
  readonly until: Day | null
  readonly part: ReportPart
  readonly fromTime: string
  readonly untilTime: string
  readonly weekdays: readonly number[]
  readonly isRepeated: boolean
  readonly everyWeeks: 1 | 2
  readonly note: string
}

/** What is being filled in: ill today, all day, until somebody says otherwise. */
export function useReportForm(codes: readonly AbsenceCode[]) {
  const say = useSay(reportMessages)
  const sayWord = useSay(absencesMessages)
  const sayRegister = useSay(registerMessages)
  const { today } = useFormats()
  const usual = codes.find(({ nature }) => nature === 'illness') ?? codes[0]
  const [draft, setDraft] = useState<ReportDraft>({
    code: null,
    from: today(),
    until: today(),
    part: 'day',
    fromTime: '',
    untilTime: '',
    weekdays: [],
    isRepeated: false,
    everyWeeks: 1,
    note: '',
  })
  const code = draft.code ?? usual?.code ?? ''

  /** The report, or the sentence that says what is missing. */
  function read(): ReportFields | string {
    if (!draft.from) return say('needs-from')
    if (draft.isRepeated && draft.weekdays.length === 0) return say('needs-weekdays')
    const isTimed = draft.part === 'times'
    const fromTime = isTimed ? readTime(draft.fromTime) : null
    const untilTime = isTimed ? readTime(draft.untilTime) : null
    if (fromTime === 'wrong' || untilTime === 'wrong') return sayRegister('not-a-time')
    const parsed = ReportFields.safeParse({
      ...draft,
      code,
      fromTime,
      untilTime,
      weekdays: draft.isRepeated ? draft.weekdays : [],
      evidence: null,
    })
    if (parsed.success) return parsed.data
    return refusalIn(parsed.error.issues[0]?.message, sayWord)
  }
  const change = (changes: Partial<ReportDraft>) => setDraft((now) => ({ ...now, ...changes }))
  return { draft: { ...draft, code }, change, read }
}

const refusals = [
  'absence.ends-before-it-starts',
  'absence.too-long',
  'absence.needs-a-time',
] as const

function refusalIn(
  message: string | undefined,
  say: ReturnType<typeof useSay<typeof absencesMessages.nl>>,
) {
  return say(refusals.find((each) => each === message) ?? 'absence.needs-a-time')
}

function readTime(text: string): string | null | 'wrong' {
  const typed = text.trim()
  if (!typed) return null
  const found = /^(\d{1,2})[:.]?(\d{2})$/.exec(typed)
  const time = ClockTime.safeParse(found ? `${found[1]?.padStart(2, '0')}:${found[2]}` : typed)
  return time.success ? time.data : 'wrong'
}
