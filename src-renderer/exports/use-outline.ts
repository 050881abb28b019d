import {
  type ExportLogEntry,
  type ExportRequest,
  exportsContract,
} from '#shared/exports/exports-contract.ts'
import { connect } from '../platform/client.ts'
import { useFresh } from '../platform/use-fresh.ts'
import type { Choices } from './use-choices.ts'

const exports = connect(exportsContract)

type Asked = Omit<ExportRequest, 'purpose'>

/** Whatever an export reads: when one of them changes, the outline is another. */
const exportedTables = [
  'pupils',
  'enrolments',
  'guardians',
  'guardianLinks',
  'households',
  'residences',
  'phones',
  'groups',
  'memberships',
  'groupStaff',
  'schoolYears',
  'staff',
  'schools',
  // A delta begins at the last export.
  'exportLog',
]

export const useLog = () => useFresh(['exportLog', 'staff'], {}, exports.log)

/** What was asked for, and what would leave the house by it. */
export function useOutline(choices: Choices) {
  const asked = requestOf(choices)
  const outline = useFresh(exportedTables, asked, exports.outline)
  return { asked, outline }
}

/** When the last whole or partial OneRoster export was made: a delta goes on from there by itself. */
export function lastRoster(log: readonly ExportLogEntry[] | 'loading') {
  if (log === 'loading') return null
  return log.find(({ format }) => format.startsWith('oneroster'))?.at ?? null
}

function requestOf(choices: Choices): Asked {
  const { format, groupIds, since, withProtected, withNationalNumbers } = choices
  return {
    format,
    groupIds: groupIds.length > 0 ? [...groupIds] : null,
    withProtected,
    withNationalNumbers,
    since: format === 'oneroster-delta' && since ? startOf(since) : null,
  }
}

/** The computer stands in the school, so its midnight is the school's. */
const startOf = (day: string) => new Date(`${day}T00:00:00`).toISOString()
