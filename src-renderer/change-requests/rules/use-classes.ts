import { groupsContract } from '#shared/groups/groups-contract.ts'
import { connect } from '../../platform/client.ts'
import { useFresh } from '../../platform/use-fresh.ts'

const groups = connect(groupsContract)

/** The classes of the running year, for choosing one. */
export function useClasses() {
  const rows = useFresh(['groups', 'schoolYears'], { schoolYearId: null }, groups.list)
  return rows === 'loading' ? [] : rows.filter(({ kind }) => kind === 'class')
}
