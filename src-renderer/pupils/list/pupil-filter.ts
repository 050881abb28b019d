import { z } from 'zod'
import type { PupilRow } from '#shared/pupils/pupils-contract.ts'
import { holdsAll, readTerms } from '#shared/search/haystack.ts'

export const statusChoices = ['current', 'future', 'former', 'all'] as const
export type StatusChoice = (typeof statusChoices)[number]

export const extraFilters = [
  'incomplete',
  'protected',
  'medical',
  'no-phone',
  'no-address',
] as const
export type ExtraFilter = (typeof extraFilters)[number]

/** Stands in for a group: those who have none. */
export const withoutGroup = 'none'

export const PupilFilter = z.object({
  text: z.string(),
  groupId: z.string().nullable(),
  status: z.enum(statusChoices),
  extras: z.array(z.enum(extraFilters)),
})
export type PupilFilter = z.output<typeof PupilFilter>

export const noFilter: PupilFilter = { text: '', groupId: null, status: 'current', extras: [] }

export const isFiltering = ({ text, groupId, extras }: PupilFilter) =>
  text.trim() !== '' || groupId !== null || extras.length > 0

const has: Record<ExtraFilter, (row: PupilRow) => boolean> = {
  incomplete: ({ missingCount }) => missingCount > 0,
  protected: ({ isProtected }) => isProtected,
  medical: ({ hasMedicalAlert }) => hasMedicalAlert,
  // What is protected is not missing.
  'no-phone': ({ phone, isProtected }) => phone === null && !isProtected,
  'no-address': ({ address, isProtected }) => address === null && !isProtected,
}

/** Reads the filter once, so that each of thousands of rows costs only the comparing. */
export function matcherOf({ text, groupId, status, extras }: PupilFilter) {
  const terms = readTerms(text)
  return (row: PupilRow) =>
    isOfStatus(row, status) &&
    isOfGroup(row, groupId) &&
    extras.every((extra) => has[extra](row)) &&
    holdsAll(row.haystack, terms)
}

function isOfStatus({ status }: PupilRow, wanted: StatusChoice) {
  if (wanted === 'all') return true
  // An applicant is somebody who may come.
  return wanted === 'future' ? status === 'future' || status === 'applicant' : status === wanted
}

function isOfGroup({ groupIds }: PupilRow, wanted: string | null) {
  if (wanted === null) return true
  return wanted === withoutGroup
    ? groupIds.length === 0
    : groupIds.some((groupId) => groupId === wanted)
}
