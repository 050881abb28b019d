/** One figure of speed, beside what it is compared with in the same minute on the same machine. */
export type Figure = {
  readonly name: string
  readonly value: number
  readonly unit: 'ms' | 'ratio' | 'rows'
  /** What it was measured against, in the same unit; null where the bar is absolute. */
  readonly baseline: number | null
  /** `value ÷ baseline`, or `value ÷ limit` where there is no baseline. */
  readonly ratio: number
  /** The ratio must not pass this. */
  readonly limit: number
}

const round = (value: number) => Math.round(value * 1000) / 1000

export function against(
  name: string,
  unit: Figure['unit'],
  value: number,
  baseline: number,
  limit: number,
): Figure {
  return {
    name,
    value: round(value),
    unit,
    baseline: round(baseline),
    ratio: round(value / baseline),
    limit,
  }
}

/** An absolute bar, in the unit of the figure. */
export function within(name: string, unit: Figure['unit'], value: number, bar: number): Figure {
  return { name, value: round(value), unit, baseline: null, ratio: round(value / bar), limit: 1 }
}

export function median(values: readonly number[]) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export function percentile(values: readonly number[], part: number) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

/** Wall milliseconds of each of `times` runs. */
export function timed(times: number, work: () => unknown) {
  return Array.from({ length: times }, () => {
    const since = performance.now()
    work()
    return performance.now() - since
  })
}
