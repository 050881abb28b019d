/** Which greeting fits the clock on this desk. */
export function partOfDay(now: Date) {
  const hour = now.getHours()
  if (hour < 6) return 'night'
  if (hour < 12) return 'morning'
  return hour < 18 ? 'afternoon' : 'evening'
}
