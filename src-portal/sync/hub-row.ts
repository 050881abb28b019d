import type { FieldValue, RowFields } from '#shared/sync/sync-protocol.ts'
import type { Timestamp } from '#shared/sync/timestamp.ts'

/** A row as the hub has it while a batch is applied. */
export type HubRow = {
  readonly tbl: string
  readonly id: string
  fields: Record<string, FieldValue>
  /** Stamp of the row's making: that of every field without one of its own. */
  born: Timestamp
  stamps: Record<string, Timestamp>
  /** Stamp of the removal; the fields stay until the row is forgotten. */
  gone: Timestamp | null
  readonly seq: number
  readonly deviceId: string | null
  readonly beforeSeq: number
  readonly scopes: readonly string[]
  readonly level: number
  isNew: boolean
  isChanged: boolean
}

export const rowKey = (tbl: string, id: string) => `${tbl} ${id}`

export function newRow(tbl: string, id: string, fields: RowFields, born: Timestamp): HubRow {
  return {
    tbl,
    id,
    fields: { ...fields },
    born,
    stamps: {},
    gone: null,
    seq: 0,
    deviceId: null,
    beforeSeq: 0,
    scopes: [],
    level: 0,
    isNew: true,
    isChanged: true,
  }
}

export const stampOf = (row: HubRow, field: string): Timestamp => row.stamps[field] ?? row.born

/** Stamps sort as text, so the last is the newest; a removal counts. */
export function latestStamp(row: HubRow): Timestamp {
  const all = [row.born, ...Object.values(row.stamps), ...(row.gone ? [row.gone] : [])]
  return all.toSorted().at(-1) ?? row.born
}
