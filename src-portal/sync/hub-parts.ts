import type { CommandOperation, OperationOutcome } from '#shared/sync/sync-protocol.ts'
import type { PortalDatabase, SchoolTx } from '../platform/portal-database.ts'
import type { Device } from './devices.ts'
import type { Reactions } from './reactions.ts'
import type { Guards } from './refuse-second.ts'
import type { RowSeal } from './row-seal.ts'

export type Commands = Readonly<
  Record<
    string,
    (tx: SchoolTx, operation: CommandOperation, device: Device) => Promise<OperationOutcome>
  >
>

export type HubParts = {
  readonly database: PortalDatabase
  readonly seal: RowSeal
  readonly commands: Commands
  readonly reactions: Reactions
  readonly guards: Guards
  /** Something went wrong that holds nobody up: what it was, for the log. */
  readonly onTrouble: (what: string, error: unknown) => void
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** The calendar day at the school. */
  readonly today: () => string
}

/** On which processes of the portal tell each other that something happened. */
export const pokeChannel = 'balie_poke'
