import { z } from 'zod'

/**
 * A hybrid logical clock reading: `tttttttttttt-cccc-nnnn`, 48 bits of milliseconds, a 16-bit
 * counter and a 16-bit device tag, all in hex, so that stamps sort as text (sync.md 3.1).
 */
export const Timestamp = z
  .string()
  .regex(/^[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{4}$/)
  .brand('Timestamp')
export type Timestamp = z.output<typeof Timestamp>

const counterLimit = 0xffff

/**
 * The next stamp after `last` on the device `tag`, never before it whatever the wall clock does.
 * `wall` is in milliseconds since 1970; a counter that runs over moves on to the next millisecond.
 */
export function nextTimestamp(last: Timestamp | null, wall: number, tag: string): Timestamp {
  const lastMillis = last ? Number.parseInt(last.slice(0, 12), 16) : 0
  const lastCounter = last ? Number.parseInt(last.slice(13, 17), 16) : 0
  if (wall > lastMillis) return stamp(wall, 0, tag)
  if (lastCounter < counterLimit) return stamp(lastMillis, lastCounter + 1, tag)
  return stamp(lastMillis + 1, 0, tag)
}

function stamp(millis: number, counter: number, tag: string) {
  const time = millis.toString(16).padStart(12, '0')
  return `${time}-${counter.toString(16).padStart(4, '0')}-${tag}` as Timestamp
}
