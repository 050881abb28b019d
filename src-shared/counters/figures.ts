import type { Country } from '#shared/platform/language.ts'

/**
 * The figures that counters and leave go by, each with where it comes from. They are data: a school
 * may put its own beside them (`CounterFigure`), with a reason.
 */
export type FigureSource = 'law' | 'guideline' | 'proposal'
type Figure = {
  readonly country: Country
  readonly value: number
  readonly source: FigureSource
  /** Where it stands; no text of the window, a name of a document. */
  readonly document: string
}

const duo = 'DUO, Verzuim melden; Leerplichtwet 1969 art. 21a'
const leerplichtwet = 'Leerplichtwet 1969'
const omzendbrief = 'Omzendbrief BaO, afwezigheden (VL-13281)'

export const figures = {
  'nl.report-minutes': { country: 'nl', value: 960, source: 'law', document: duo },
  'nl.warn-minutes': { country: 'nl', value: 720, source: 'proposal', document: 'Balie' },
  'nl.window-weeks': { country: 'nl', value: 4, source: 'law', document: duo },
  'nl.deadline-days': { country: 'nl', value: 5, source: 'law', document: duo },
  'nl.long-weeks': { country: 'nl', value: 4, source: 'law', document: duo },
  'nl.leave-days': {
    country: 'nl',
    value: 10,
    source: 'law',
    document: `${leerplichtwet} art. 14`,
  },
  'nl.holiday-leave-days': {
    country: 'nl',
    value: 10,
    source: 'law',
    document: `${leerplichtwet} art. 13a`,
  },
  'nl.holiday-notice-weeks': {
    country: 'nl',
    value: 8,
    source: 'guideline',
    document: `${leerplichtwet} art. 13a, toelichting`,
  },
  'nl.holiday-blocked-weeks': {
    country: 'nl',
    value: 2,
    source: 'law',
    document: `${leerplichtwet} art. 13a`,
  },
  'nl.religion-notice-days': {
    country: 'nl',
    value: 2,
    source: 'law',
    document: `${leerplichtwet} art. 13`,
  },
  'nl.obstacle-days': {
    country: 'nl',
    value: 2,
    source: 'law',
    document: `${leerplichtwet} art. 14`,
  },
  'nl.objection-weeks': { country: 'nl', value: 6, source: 'law', document: 'Awb art. 6:7' },
  'be.problematic-half-days': { country: 'be', value: 5, source: 'law', document: omzendbrief },
  'be.notes-a-year': { country: 'be', value: 4, source: 'law', document: omzendbrief },
  'be.note-days': { country: 'be', value: 3, source: 'law', document: omzendbrief },
  'be.five-year-old-half-days': {
    country: 'be',
    value: 290,
    source: 'law',
    document: 'Decreet basisonderwijs 1997',
  },
  'se.repeated-days': { country: 'se', value: 5, source: 'proposal', document: 'Balie' },
  'se.repeated-weeks': { country: 'se', value: 4, source: 'proposal', document: 'Balie' },
  'se.leave-days': { country: 'se', value: 10, source: 'law', document: 'Skollagen 7 kap. 18 §' },
} as const satisfies Readonly<Record<string, Figure>>

export type FigureKey = keyof typeof figures

export const figureKeys = Object.keys(figures).filter(isFigureKey)

export function isFigureKey(key: string): key is FigureKey {
  return key in figures
}

/** What holds for a school: its own figures where it has them. */
export function figuresWith(own: readonly { readonly key: string; readonly value: number }[]) {
  const values: Record<string, number> = {}
  for (const { key, value } of own) if (isFigureKey(key)) values[key] = value
  return (key: FigureKey): number => values[key] ?? figures[key].value
}
export type FigureOf = (key: FigureKey) => number
