import { Clock } from './day-hours.ts'

/** `830`, `8:30`, `8.30`, `8u30` and `8` as `08:30` and `08:00`; null when it is no time. */
export function parseTypedClock(text: string): Clock | null {
  const found = /^(\d{1,2})(?:[:.,hu\s]?(\d{2})?)?$/i.exec(text.trim())
  if (!found) return null
  const [, hours = '', minutes = '00'] = found
  const parsed = Clock.safeParse(`${hours.padStart(2, '0')}:${minutes}`)
  return parsed.success ? parsed.data : null
}
