import { z } from 'zod'
import { GroupId } from '#shared/groups/group.ts'
import { defineContract, job, office, query } from '#shared/platform/contract.ts'
import type { Result } from '#shared/platform/result.ts'
import type { ExportLoss } from './export-losses.ts'

/** The formats that are written; a further one adds a writer and a name here. */
export const exportFormats = [
  'edexml',
  'oneroster',
  'oneroster-delta',
  'ss12000',
  'csv',
  'xlsx',
  'vcard',
] as const
export type ExportFormat = (typeof exportFormats)[number]

export const ExportRequest = z.object({
  format: z.enum(exportFormats),
  /** Groups whose pupils go along; null for the whole school. */
  groupIds: z.array(GroupId).max(500).nullable(),
  /** Protected pupils stay out unless the office says otherwise. */
  withProtected: z.boolean(),
  /** Only where the standard has a place for them and the school allows it. */
  withNationalNumbers: z.boolean(),
  /** For a delta: what changed since this moment, ISO 8601 in UTC; null: since the last one in the log. */
  since: z.iso.datetime().nullable(),
  /** Why the data leave the house; kept in the log. */
  purpose: z.string().trim().min(1).max(300),
})
export type ExportRequest = z.output<typeof ExportRequest>

/** What would leave the house, before it does. */
export type ExportOutline = {
  readonly pupils: number
  readonly guardians: number
  readonly staff: number
  readonly groups: number
  readonly protectedLeftOut: number
  /** Those who applied and have no first day yet, and those who left: they never go along. */
  readonly notHereLeftOut: number
  /** Why this cannot be made as it was asked; null when it can. */
  readonly refusal: ExportRefusal | null
  /** What this format has no place for. */
  readonly losses: readonly ExportLoss[]
}

export type ExportedFile = {
  /** Without anything personal: `balie-leerlingen-2026-11-22.csv`. */
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export type ExportRefusal = 'export.nobody' | 'export.not-allowed' | 'export.school-incomplete'

export type ExportLogEntry = {
  readonly id: string
  readonly at: string
  readonly staffName: string
  readonly format: ExportFormat
  readonly purpose: string
  readonly pupils: number
  readonly protectedLeftOut: number
  /** Protected pupils who went along under their cover. */
  readonly protectedTaken: number
  readonly withNationalNumbers: boolean
}

export const exportsContract = defineContract('exports', {
  outline: query(office, ExportRequest.omit({ purpose: true })).answers<ExportOutline>(),
  /** Makes the file and writes the log in one action; where it goes is the window's to ask. */
  make: job(office, ExportRequest).answers<Result<ExportedFile, ExportRefusal>>(),
  log: query(office, z.object({})).answers<readonly ExportLogEntry[]>(),
})
export type ExportsContract = typeof exportsContract
