import { z } from 'zod'
import {
  administrators,
  command,
  defineContract,
  everyone,
  office,
  query,
  task,
} from '#shared/platform/contract.ts'
import type { Result } from '#shared/platform/result.ts'
import { StaffId } from '#shared/staff/staff.ts'
import type { PortalDevice, RejectionCode } from './sync-protocol.ts'

/** Where this desk stands with the portal; none of these stops anybody from working. */
export const syncStandings = [
  /** The school has no portal: everything is on this computer. */
  'none',
  'current',
  'sending',
  'receiving',
  /** No network, or the portal does not answer: what is written waits. */
  'away',
  /** The portal answers, and will not: see the code. */
  'refused',
  /** The file was copied or put back: it needs a code of its own. */
  'forked',
  /** The portal has far less than this desk: nothing is removed before the office says so. */
  'emptied',
] as const
export type SyncStanding = (typeof syncStandings)[number]

export type SyncStatus = {
  readonly standing: SyncStanding
  /** The portal's address; null without a portal. */
  readonly portal: string | null
  /** When desk and portal last agreed. ISO 8601. */
  readonly currentAt: string | null
  /** Since when the portal does not answer. */
  readonly awaySince: string | null
  /** When it is asked again. */
  readonly nextAt: string | null
  /** Operations or rows of the running round. */
  readonly moved: number
  /** Operations that the portal has yet to hear. */
  readonly waiting: number
  /** Values that were written over and that nobody has looked at. */
  readonly notices: number
  /** Operations that were refused and that nobody has looked at. */
  readonly rejections: number
  /** Why the portal refuses. */
  readonly code: string | null
  /** By how many minutes this computer's clock is wrong, from two on; behind is more than 0. */
  readonly clockMinutes: number | null
  /** Until when this desk may be used without hearing the portal. */
  readonly leaseUntil: string | null
  /** What is still being loaded for the first time. */
  readonly isLoading: boolean
}

/** One round that moved something or failed; never personal data. */
export type SyncLogLine = {
  readonly at: string
  readonly sent: number
  readonly received: number
  /** Null when all went well. */
  readonly code: string | null
}

export type SyncNotice = {
  readonly id: string
  readonly table: string
  readonly rowId: string
  readonly field: string
  /** Whom or what it is about, `Anna van den Berg`. */
  readonly subject: string
  readonly lost: unknown
  readonly kept: unknown
  readonly lostBy: string | null
  readonly keptBy: string | null
  readonly at: string
}

export type SyncRejection = {
  readonly id: string
  readonly at: string
  readonly fate: 'rejected' | 'quarantined'
  readonly code: RejectionCode | 'right-withdrawn' | null
  readonly table: string
  readonly field: string | null
  readonly subject: string
  readonly isSeen: boolean
}

export type SyncDevice = PortalDevice & { readonly staffName: string }

/** `sync.away` is no answer; `sync.refused` an answer that says no. */
export type PortalRefusal = 'sync.away' | 'sync.refused' | 'sync.no-portal'
export type JoinRefusal =
  | 'sync.away'
  | 'sync.code'
  | 'sync.address'
  | 'sync.has-portal'
  /** A practice school stays on this computer. */
  | 'sync.practice'
export type NoticeRefusal = 'sync.notice-gone' | 'sync.row-gone'

const JoinAt = z.object({ url: z.string().max(300), code: z.string().max(200) })

export const syncContract = defineContract('sync', {
  status: query(everyone, z.object({})).answers<SyncStatus>(),
  log: query(everyone, z.object({})).answers<readonly SyncLogLine[]>(),
  /** Asks the portal now: on a click, or when the network is back. */
  now: task(everyone, z.object({})).answers<null>(),
  notices: query(office, z.object({})).answers<readonly SyncNotice[]>(),
  /** Writes the value that lost, as any other change of this person. */
  restore: command(office, z.object({ id: z.string().max(200) })).answers<
    Result<null, NoticeRefusal>
  >(),
  leave: command(office, z.object({ id: z.string().max(200) })).answers<
    Result<null, NoticeRefusal>
  >(),
  rejections: query(office, z.object({})).answers<readonly SyncRejection[]>(),
  /** Tasks, since the list is this desk's own and goes to no portal. */
  seen: task(office, z.object({ id: z.string().max(200) })).answers<null>(),
  /** The portal is right to have so much less: what it does not have goes here too. */
  letGo: task(office, z.object({})).answers<null>(),
  devices: task(administrators, z.object({})).answers<
    Result<readonly SyncDevice[], PortalRefusal>
  >(),
  /** A code with which one more computer of this person may join, for ten minutes. */
  addDevice: task(administrators, z.object({ staffId: StaffId })).answers<
    Result<
      {
        readonly code: string
        /** Whether that computer will be able to read national numbers. */
        readonly handsKeyOver: boolean
      },
      PortalRefusal
    >
  >(),
  /** The computer wipes itself at its next contact; `collects`: after it sent what waits there. */
  blockDevice: task(administrators, z.object({ device: z.uuid(), collects: z.boolean() })).answers<
    Result<null, PortalRefusal>
  >(),
  /** Lifts the school onto a portal: its rows stay here and go there. */
  found: task(office, JoinAt).answers<Result<null, JoinRefusal>>(),
  /** A file that was copied or put back becomes a computer of its own; what waits is sent. */
  rejoin: task(everyone, z.object({ code: z.string().max(200) })).answers<
    Result<null, JoinRefusal>
  >(),
})
export type SyncContract = typeof syncContract
