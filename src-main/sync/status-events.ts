import { timing } from './sync-timing.ts'

/** Lets a status that changes all the time be told four times a second, and the last of it always. */
export function createStatusEvents(tell: () => void) {
  let last = 0
  let timer: NodeJS.Timeout | null = null
  return () => {
    if (timer) return
    const soon = Math.max(0, last + timing.announceEvery - Date.now())
    timer = setTimeout(() => {
      timer = null
      last = Date.now()
      tell()
    }, soon)
  }
}
