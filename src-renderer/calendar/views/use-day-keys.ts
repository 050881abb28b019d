import { type KeyboardEvent, useRef, useState } from 'react'
import { nextMonth } from '#shared/calendar/month-grid.ts'
import { addDays, Day } from '#shared/platform/day.ts'

/**
 * Walks the days of a table with the arrows, Home and End for the week and Page Up and Down for the
 * month: one stop for Tab, as the calendars of WAI-ARIA have it. `onMove` may show another month, and
 * says whether there is such a day at all.
 */
export function useDayKeys(first: Day, onMove: (day: Day) => boolean) {
  const [at, setAt] = useState<Day>(first)
  const table = useRef<HTMLTableElement & HTMLDivElement>(null)

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const { target } = event
    if (!(target instanceof HTMLElement)) return
    const parsed = Day.safeParse(target.dataset.day)
    const next = parsed.success ? dayAfterKey(event.key, parsed.data) : null
    if (next === null) return
    event.preventDefault()
    if (!onMove(next)) return
    setAt(next)
    // After React has drawn another month, if it does.
    requestAnimationFrame(() => {
      table.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus()
    })
  }
  const isShown = at.slice(0, 7) === first.slice(0, 7)
  return {
    table: { ref: table, onKeyDown },
    day: (day: Day) => ({
      'data-day': day,
      tabIndex: day === (isShown ? at : first) ? 0 : -1,
      onFocus: () => setAt(day),
    }),
    at,
  }
}

function dayAfterKey(key: string, day: Day): Day | null {
  if (key === 'PageUp') return nextMonth(day, -1)
  if (key === 'PageDown') return nextMonth(day)
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[key]
  return step === undefined ? null : addDays(day, step)
}
