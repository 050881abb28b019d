/** A first load or ten thousand waiting edits go through; a desk that asks without end does not. */
const most = 300
const perSecond = 20

export type DeviceRates = ReturnType<typeof createDeviceRates>

/**
 * How much each desk may ask: a bucket that every request takes from and time fills. One for each
 * process of the portal, since it protects the process.
 */
export function createDeviceRates(now: () => number) {
  const buckets = new Map<string, { left: number; at: number }>()
  return {
    /** Seconds to wait, or null when the request may be answered. */
    take(device: string): number | null {
      const at = now()
      const bucket = buckets.get(device) ?? { left: most, at }
      const filled = Math.max(0, at - bucket.at) * (perSecond / 1000)
      const left = Math.min(most, bucket.left + filled)
      buckets.set(device, { left: Math.max(0, left - 1), at })
      if (buckets.size > 10_000) forgetFull(buckets, at)
      return left >= 1 ? null : Math.ceil((1 - left) / perSecond)
    },
  }
}

function forgetFull(buckets: Map<string, { left: number; at: number }>, now: number) {
  const full = (most / perSecond) * 1000
  for (const [device, { at }] of buckets) if (now - at > full) buckets.delete(device)
}

/** Lets so many run at once; the others wait for their turn. */
export function createTurns(atOnce: number) {
  let running = 0
  const waiting: (() => void)[] = []
  return async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
