import { type SyncStanding, type SyncStatus, syncContract } from '#shared/sync/sync-contract.ts'
import { connect } from '../platform/client.ts'
import {
  type Icon,
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconDeviceDesktop,
  IconRefresh,
} from '../platform/ui/icons.ts'
import { useFresh } from '../platform/use-fresh.ts'

export const sync = connect(syncContract)

export const useSyncStatus = (): SyncStatus | 'loading' =>
  useFresh(['syncStatus', 'syncNotices'], {}, sync.status)

export const iconOf: Readonly<Record<SyncStanding, Icon>> = {
  none: IconDeviceDesktop,
  current: IconCircleCheck,
  sending: IconRefresh,
  receiving: IconRefresh,
  away: IconClock,
  refused: IconAlertTriangle,
  forked: IconAlertTriangle,
  emptied: IconAlertTriangle,
}

/** What waits for a person, not for the network. */
export const needsPeople = ({ standing, notices, rejections, clockMinutes }: SyncStatus) =>
  ['refused', 'forked', 'emptied'].includes(standing) ||
  notices + rejections > 0 ||
  clockMinutes !== null
