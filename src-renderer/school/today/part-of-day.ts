/** Which greeting fits the clock on this desk; whoever works at night has a long evening. */
export function partOfDay(now: Date) {
  const hour = now.getHours()
  if (hour >= 5 && hour < 12) return 'morning'
  return hour >= 12 && hour < 18 ? 'afternoon' : 'evening'
}
