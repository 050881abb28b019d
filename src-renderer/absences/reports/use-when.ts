import type { AbsenceReport } from '#shared/absences/absence-report.ts'
import { reportMessages } from '#shared/absences/messages/report-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'

/** `ma 23 nov`, `ma 23 nov t/m wo 25 nov · Ochtend`, `vanaf di 24 nov · op dinsdag · 10:30–11:30`. */
export function useWhen() {
  const say = useSay(reportMessages)
  const { weekday } = useFormats()
  return (report: AbsenceReport): string => {
    const { from, until, part, fromTime, untilTime, weekdays, everyWeeks } = report
    const days =
      until === null
        ? say('from-open', { from: weekday(from) })
        : until === from
          ? weekday(from)
          : say('from-to', { from: weekday(from), until: weekday(until) })
    const on = weekdays.flatMap((each) => weekdayWord(say, each))
    const repeated = on.length > 0 ? [say('on-weekdays', { days: on.join(', ') })] : []
    const second = on.length > 0 && everyWeeks === 2 ? [say('second-week')] : []
    const time = part === 'times' ? [`${fromTime ?? ''}–${untilTime ?? ''}`] : []
    const half = part === 'morning' || part === 'afternoon' ? [say(`part.${part}`)] : []
    return [days, ...repeated, ...second, ...time, ...half].join(' · ')
  }
}

const known = [1, 2, 3, 4, 5] as const

function weekdayWord(say: ReturnType<typeof useSay<typeof reportMessages.nl>>, weekday: number) {
  const found = known.find((each) => each === weekday)
  return found ? [say(`weekday.${found}`)] : []
}
