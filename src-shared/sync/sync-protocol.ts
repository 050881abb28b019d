import { z } from 'zod'
import { Timestamp } from './timestamp.ts'

/**
 * What a desk and the portal say to each other (sync.md 3). Both sides derive from this file; what
 * comes over the wire is parsed with these schemas at each border.
 */
export const protocolVersion = 1

/** The most of everything, told by the portal in `hello` and kept by both. */
export const protocolLimits = {
  /** Operations of one batch. */
  operations: 500,
  /** Bytes of one batch before compression. */
  pushBytes: 262_144,
  pageRows: 2000,
  pageBytes: 1_048_576,
  /** Milliseconds that a stamp may be ahead of the portal's clock before it is put back. */
  clockAhead: 2000,
} as const

/** As SQLite keeps it: booleans are 0 and 1, lists are JSON text. */
export const FieldValue = z.union([z.string(), z.number(), z.null()])
export type FieldValue = z.output<typeof FieldValue>
export type RowFields = Readonly<Record<string, FieldValue>>

const name = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,63}$/)
const rowId = z.string().min(1).max(200)

/** A field that was set: `['s', opId, transaction, table, row, field, value, stamp, base, staffId]`. */
export const SetOperation = z.tuple([
  z.literal('s'),
  z.uuid(),
  z.number().int(),
  name,
  rowId,
  /** Null: the whole row, made (value is its fields) or removed (value is null). */
  name.nullable(),
  z.union([FieldValue, z.record(name, FieldValue)]),
  Timestamp,
  /** Stamp of the value that the user saw; null for a row that was new. */
  Timestamp.nullable(),
  z.string().max(100),
])
/** A wish that the portal carries out once: `['c', opId, transaction, command, arguments, stamp, staffId]`. */
export const CommandOperation = z.tuple([
  z.literal('c'),
  z.uuid(),
  z.number().int(),
  z.string().max(80),
  z.record(z.string(), z.json()),
  Timestamp,
  z.string().max(100),
])
export const Operation = z.union([SetOperation, CommandOperation])
export type SetOperation = z.output<typeof SetOperation>
export type CommandOperation = z.output<typeof CommandOperation>
export type Operation = z.output<typeof Operation>

/** A sealed batch: its number and content never change once it was sent. */
export const PushRequest = z.object({
  protocol: z.number().int(),
  /** Number of migrations that the desk's file has. */
  schema: z.number().int(),
  device: z.uuid(),
  epoch: z.uuid(),
  batch: z.number().int().min(1),
  /** SHA-256 in hex of the JSON text of `operations`. */
  sha: z.string().regex(/^[0-9a-f]{64}$/),
  /** Answers up to this batch arrived, so the portal may forget their texts. */
  acknowledged: z.number().int().min(0),
  operations: z.array(Operation).min(1).max(protocolLimits.operations),
})
export type PushRequest = z.output<typeof PushRequest>

/** What became of an operation: each ends in exactly one of these. */
export const fates = ['applied', 'superseded', 'lost', 'rejected', 'quarantined'] as const
export type Fate = (typeof fates)[number]

export const rejectionCodes = [
  'not-allowed',
  'unknown-table',
  'unknown-field',
  'unknown-row',
  'invalid-value',
  'unknown-command',
  'command-refused',
  /** Somebody else decided it first (`decided-once.ts`). */
  'decided-already',
] as const
export type RejectionCode = (typeof rejectionCodes)[number]

export const OperationOutcome = z.object({
  op: z.uuid(),
  fate: z.enum(fates),
  /** Number in the portal's order at which it took effect. */
  seq: z.number().int().nullable(),
  /** The stamp that counts: another than was sent when a clock was ahead or behind. */
  hlc: Timestamp.nullable(),
  /** For a rejection or quarantine: why. */
  code: z.string().max(80).nullable(),
  /** What the portal has now, so that the desk needs no copy to go back to; null when nothing it may see. */
  now: z
    .object({
      fields: z.record(name, FieldValue),
      born: Timestamp,
      stamps: z.record(name, Timestamp),
      /** Place in the portal's order, and the scopes through which the desk holds the row. */
      seq: z.number().int(),
      scopes: z.string(),
    })
    .nullable(),
})
export type OperationOutcome = z.output<typeof OperationOutcome>

export const PushAnswer = z.object({
  batch: z.number().int(),
  seq: z.number().int(),
  /** Milliseconds since 1970 by the portal's clock. */
  serverTime: z.number(),
  /** In the order of the operations; 1 stands for one that was applied as it was sent. */
  outcomes: z.array(z.union([z.literal(1), OperationOutcome])),
  /** Scopes of the rows that this batch made, which only the portal can tell: `[table, id, scopes]`. */
  placed: z.array(z.tuple([name, rowId, z.string()])),
})
export type PushAnswer = z.output<typeof PushAnswer>

export const Hello = z.object({
  serverTime: z.number(),
  schoolId: z.uuid(),
  schoolName: z.string(),
  epoch: z.uuid(),
  seq: z.number().int(),
  protocol: z.object({ min: z.number().int(), max: z.number().int() }),
  schema: z.object({ min: z.number().int(), max: z.number().int() }),
  leaseDays: z.number().int(),
  /** Until when the desk may be used without contact, milliseconds; signed with the lease. */
  lease: z.object({ until: z.number(), signature: z.string() }),
  lastBatch: z.number().int(),
  scopes: z.array(z.object({ scope: z.string(), version: z.number().int() })),
  /** Older cursors need a replacement snapshot. */
  oldestSeq: z.number().int(),
})
export type Hello = z.output<typeof Hello>

export const PullRequest = z.object({
  protocol: z.number().int(),
  schema: z.number().int(),
  device: z.uuid(),
  epoch: z.uuid(),
  cursor: z.number().int().min(0),
  /** Scopes that the desk holds, each with the version at which it was given. */
  scopes: z.record(z.string(), z.number().int()),
  /** Whether the portal should count what the desk must have; it costs a walk over all rows. */
  wantsSums: z.boolean(),
})
export type PullRequest = z.output<typeof PullRequest>

/** Reasons for which the portal answers no data, each with what the desk does about it. */
export const syncRefusals = [
  /** Content of a batch that the portal has under this number differs: the file was restored or copied. */
  'fork',
  /** A batch is missing before this one: send again from the archive. */
  'gap',
  /** The portal was restored, or never knew this epoch. */
  'epoch',
  /** The cursor is older than what the portal keeps, or newer than what it has. */
  'resync',
  'schema',
  'protocol',
  'revoked',
  'busy',
  'unknown-device',
] as const
export type SyncRefusal = (typeof syncRefusals)[number]

/** Lines of a pull or a snapshot, one JSON value a line. A row is an array: table, id, then values. */
export type PullLine =
  | readonly [
      table: string,
      id: string,
      seq: number,
      born: string,
      stamps: string | null,
      scopes: string,
      ...values: FieldValue[],
    ]
  | {
      readonly k: 'head'
      readonly epoch: string
      readonly from: number
      readonly to: number
      readonly serverTime: number
      readonly tables: Readonly<Record<string, readonly string[]>>
    }
  | {
      readonly k: 'del' | 'exit' | 'purge'
      readonly t: string
      readonly id: string
      readonly seq: number
    }
  /** Heaps of a scope that differ: what the desk has in them and does not follow is too much. */
  | { readonly k: 'differs'; readonly b: readonly number[] }
  | { readonly k: 'mask'; readonly t: string; readonly id: string; readonly f: readonly string[] }
  | { readonly k: 'scope-add'; readonly s: string; readonly v: number }
  | { readonly k: 'scope-drop'; readonly s: string; readonly v: number; readonly sig: string }
  /** Cut between two transactions of the portal: the cursor of all that came before. */
  | { readonly k: 'page'; readonly cursor: number; readonly after?: string }
  | {
      readonly k: 'end'
      readonly cursor: number
      readonly sums: Readonly<Record<string, readonly [count: number, sum: string]>>
    }

export const SnapshotRequest = z.object({
  protocol: z.number().int(),
  schema: z.number().int(),
  epoch: z.uuid(),
  scope: z.string().max(200),
  /** `table id` of the last row that came; empty at the beginning. */
  after: z.string().max(300),
})
export type SnapshotRequest = z.output<typeof SnapshotRequest>

/** What a desk holds of one scope, in heaps: the portal answers those that are otherwise there. */
export const VerifyRequest = z.object({
  protocol: z.number().int(),
  schema: z.number().int(),
  epoch: z.uuid(),
  cursor: z.number().int().min(0),
  scope: z.string().max(200),
  /** `count:sum` of each of 256 heaps (`row-sums.ts`). */
  buckets: z.array(z.string().max(40)).length(256),
})
export type VerifyRequest = z.output<typeof VerifyRequest>

/** Lifts a school that began without a portal onto one: its first desk, with a code of the operator. */
export const FoundRequest = z.object({
  code: z.string().min(8).max(100),
  school: z.object({
    id: z.uuid(),
    name: z.string().min(1).max(200),
    country: z.enum(['nl', 'be', 'se']),
    language: z.string().min(2).max(10),
  }),
  staffId: z.string().min(1).max(100),
  publicKey: z.string().min(40).max(200),
  deviceName: z.string().min(1).max(100),
})
export type FoundRequest = z.output<typeof FoundRequest>

export const EnrolRequest = FoundRequest.pick({ code: true, publicKey: true, deviceName: true })
export type EnrolRequest = z.output<typeof EnrolRequest>

/** What a computer gets when it joins; `portalKey` is pinned from then on. */
export const Joined = z.object({
  device: z.uuid(),
  /** Four hex digits: the end of every stamp that this desk makes. */
  tag: z.string().regex(/^[0-9a-f]{4}$/),
  schoolId: z.uuid(),
  staffId: z.string(),
  epoch: z.uuid(),
  portalKey: z.string(),
  /** The school's own key, closed with the half of the code that the portal never saw. */
  sealedKey: z.string().nullish(),
})
export type Joined = z.output<typeof Joined>

/** A computer of the school, as the portal knows it. */
export const PortalDevice = z.object({
  device: z.uuid(),
  name: z.string(),
  staffId: z.string(),
  madeAt: z.string(),
  seenAt: z.string().nullable(),
  /** Operations that it had not sent when it was last seen. */
  waiting: z.number().int(),
  revokedAt: z.string().nullable(),
  wipedAt: z.string().nullable(),
  /** Whether it is the one that asks. */
  isThis: z.boolean(),
})
export type PortalDevice = z.output<typeof PortalDevice>
