import { useEffect } from 'react'
import { usePreference } from './preferences.ts'

export const densities = ['compact', 'normal', 'comfortable'] as const
export type Density = (typeof densities)[number]

/** The same numbers as `--b-row` in `theme.css`, which a virtual list cannot measure beforehand. */
export const rowHeights: Record<Density, number> = { compact: 32, normal: 40, comfortable: 48 }

export function useDensity() {
  return usePreference('density', (value) => densities.find((each) => each === value) ?? 'normal')
}

/** Tells `theme.css` about it. */
export function useDensityOnPage() {
  const [density] = useDensity()
  useEffect(() => {
    document.documentElement.dataset.density = density
  }, [density])
}
