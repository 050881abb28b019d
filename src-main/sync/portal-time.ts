import { z } from 'zod'
import type { SyncState } from './sync-state.ts'

/** From here on the clock of this computer is called wrong, in milliseconds. */
export const wrongClock = 120_000

/** One look at the portal's clock: when it was asked and answered by ours, and what it said. */
type Look = { readonly asked: number; readonly answered: number; readonly serverTime: number }

const Samples = z.array(z.object({ trip: z.number(), offset: z.number() }))
const kept = 8

/**
 * How far this computer's clock is behind the portal's. The answer that travelled shortest knows best;
 * what was measured before somebody set the clock knows nothing.
 */
export function measureOffset(state: SyncState, { asked, answered, serverTime }: Look): number {
  const trip = Math.max(0, answered - asked)
  const offset = Math.round(serverTime - (asked + answered) / 2)
  const before = Samples.parse(JSON.parse(state.get('clockSamples') ?? '[]'))
  // Half of each way is the most that an honest measure can be off; a second for what lies between.
  const stillTrue = before.filter(
    (sample) => Math.abs(sample.offset - offset) <= (sample.trip + trip) / 2 + 1000,
  )
  const samples = [...stillTrue, { trip, offset }].slice(-kept)
  state.set('clockSamples', JSON.stringify(samples))
  return samples.reduce((best, sample) => (sample.trip < best.trip ? sample : best)).offset
}
