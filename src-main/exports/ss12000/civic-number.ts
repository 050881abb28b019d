import type { PupilFields } from '#shared/pupils/pupil.ts'

type Numbered = Pick<PupilFields, 'nationalNumber' | 'nationalNumberKind'>

/**
 * `civicNo`: twelve characters without a dash, and for a temporary number two letters among them.
 * Numbers of other countries have no place here.
 */
export function civicNumber({ nationalNumber, nationalNumberKind }: Numbered) {
  const isSwedish =
    nationalNumberKind === 'personnummer' ||
    nationalNumberKind === 'samordningsnummer' ||
    nationalNumberKind === 'local'
  const value = nationalNumber?.replace(/[-+\s]/g, '').toUpperCase() ?? ''
  const fits = isSwedish && /^\d{8}([A-Z]{2}\d{2}|\d{4})$/.test(value)
  return fits ? { civicNo: { value, nationality: 'SE' } } : {}
}
