import { z } from 'zod'
import { type ExportRefusal, ExportRequest } from '#shared/exports/exports-contract.ts'
import { OverviewRequest } from '#shared/overviews/overview.ts'
import type { OverviewRefusal } from '#shared/overviews/overviews-contract.ts'
import {
  anybody,
  defineContract,
  everyone,
  office,
  pupilStaff,
  task,
} from '#shared/platform/contract.ts'
import { Country, Language } from '#shared/platform/language.ts'
import type { Result } from '#shared/platform/result.ts'
import { StaffFields } from '#shared/staff/staff.ts'
import {
  type InvitationRefusal,
  Password,
  type Session,
  type SignInRefusal,
  sessionContract,
} from '#shared/staff/staff-contract.ts'
import type { JoinRefusal } from '#shared/sync/sync-contract.ts'

/**
 * Why the school's file cannot be used now. Each has its screen with a sentence and a next step,
 * and none ever creates, changes or removes a file.
 */
export const deskTroubles = [
  'keychain-empty',
  'keychain-locked',
  'keychain-unavailable',
  'key-wrong',
  'file-damaged',
  'file-newer',
  'file-read-only',
  'disk-full',
  'file-in-use',
] as const
export type DeskTrouble = (typeof deskTroubles)[number]

/**
 * Where this computer stands: `starting` until that is known, `first-run` before any school, `trouble` when the file cannot be
 * opened, `locked` until somebody signs in, `open` while somebody works.
 */
export type DeskState = {
  readonly phase: 'starting' | 'first-run' | 'trouble' | 'locked' | 'open'
  readonly trouble: DeskTrouble | null
  readonly isPractice: boolean
  /** Shown on the lock screen; null while the file is closed. */
  readonly schoolName: string | null
  readonly country: Country | null
  /** The school had this computer wiped, just now. */
  readonly isWiped: boolean
  readonly language: Language
  readonly theme: 'system' | 'light' | 'dark'
  readonly zoom: number
  readonly hasRealSchool: boolean
  readonly version: string
  readonly electron: string
}

export type SetUpRefusal =
  | 'setup.school-exists'
  | 'setup.recovery-mismatch'
  | 'setup.no-sheet'
  | 'setup.keychain'
  | 'setup.disk'
  | 'staff.password-too-short'
  | 'staff.password-common'

export type JoinRefused =
  | JoinRefusal
  | 'setup.school-exists'
  | 'setup.keychain'
  | 'setup.disk'
  | 'staff.password-too-short'
  | 'staff.password-common'

/** The name the user gave, without its folder. */
export type ExportSaved = { readonly fileName: string }

/** What main's own thread does: windows, keychain, printing, first run. The rest is in the data thread. */
export const deskContract = defineContract('desk', {
  /** All that the window needs to draw its first screen, in one answer; waits while Balie starts. */
  begin: task(anybody, z.object({})).answers<{
    readonly state: DeskState
    readonly session: Session | null
    /** The answers to its first questions by path, as JSON text; none when they were given before. */
    readonly answers: string
  }>(),
  state: task(anybody, z.object({})).answers<DeskState>(),
  setLook: task(
    anybody,
    z.object({
      language: Language.optional(),
      theme: z.enum(['system', 'light', 'dark']).optional(),
      zoom: z.number().min(0.8).max(2).optional(),
    }),
  ).answers<DeskState>(),
  /** Makes a key and its recovery code: eight groups of four characters and a check group. */
  prepareRecoverySheet: task(
    anybody,
    z.object({ schoolName: z.string().trim().min(1).max(200) }),
  ).answers<{ readonly groups: readonly string[] }>(),
  /** Prints the sheet on paper, or saves it as PDF where the user picks. */
  printRecoverySheet: task(anybody, z.object({ as: z.enum(['paper', 'pdf']) })).answers<
    Result<null, 'print.cancelled' | 'print.failed'>
  >(),
  /** Makes the school; `typed` are two groups of the sheet, to prove that it is in hand. */
  setUp: task(
    anybody,
    z.object({
      schoolName: z.string().trim().min(1).max(200),
      place: z.string().trim().max(200),
      country: Country,
      language: Language,
      staff: StaffFields.pick({ firstName: true, prefix: true, lastName: true, userName: true }),
      /** Only these may let in others who work with pupils, so the first one is of them. */
      role: z.enum(office),
      password: Password,
      typed: z.record(z.string().regex(/^[1-8]$/), z.string().max(8)),
    }),
  ).answers<Result<null, SetUpRefusal>>(),
  /** One more computer of a school that has a portal: with a code of the office, for its person. */
  join: task(
    anybody,
    z.object({
      url: z.string().trim().min(1).max(300),
      code: z.string().trim().min(1).max(200),
      /** Of this person on this computer. */
      password: Password,
    }),
  ).answers<Result<null, JoinRefused>>(),
  startPractice: task(
    anybody,
    z.object({ country: Country, pupils: z.number().int().min(30).max(5000).nullable() }),
  ).answers<Result<null, 'setup.keychain' | 'setup.disk' | 'practice.real-school-open'>>(),
  /** Closes the practice school and returns to the first-run choice or the real school. */
  leavePractice: task(anybody, z.object({})).answers<null>(),
  /** Tries again after trouble: an unlocked keychain, a disk with space. */
  retry: task(anybody, z.object({})).answers<DeskState>(),
  /** Opens the file with the recovery sheet and puts the key back in the keychain. */
  recover: task(anybody, z.object({ code: z.string().max(200) })).answers<
    Result<null, 'recovery.wrong-code' | 'recovery.no-slot' | 'recovery.keychain'>
  >(),
  unlock: task(anybody, sessionContract.methods.signIn.input).answers<
    Result<null, SignInRefusal | 'session.trouble'>
  >(),
  acceptInvitation: task(anybody, sessionContract.methods.acceptInvitation.input).answers<
    Result<null, InvitationRefusal | 'session.trouble'>
  >(),
  lock: task(anybody, z.object({})).answers<null>(),
  /** Pages of a print job as one PDF, for the preview. */
  preview: task(pupilStaff, OverviewRequest).answers<
    Result<
      {
        readonly pdf: Uint8Array
        readonly pages: number
        readonly leftOut: readonly { readonly reason: string; readonly count: number }[]
        readonly pupilCount: number
      },
      OverviewRefusal | 'print.failed'
    >
  >(),
  print: task(
    pupilStaff,
    z.object({ request: OverviewRequest, as: z.enum(['paper', 'pdf']) }),
  ).answers<Result<null, OverviewRefusal | 'print.cancelled' | 'print.failed'>>(),
  /** Prints or saves a document the window has made itself, such as an import report. */
  printReport: task(
    pupilStaff,
    z.object({
      title: z.string().max(200),
      html: z.string().max(5_000_000),
      as: z.enum(['paper', 'pdf']),
    }),
  ).answers<Result<null, 'print.cancelled' | 'print.failed'>>(),
  /** Asks where, has the file made, and writes it there; its bytes never reach the window. */
  saveExport: task(office, ExportRequest).answers<
    Result<ExportSaved, ExportRefusal | 'save.cancelled' | 'save.failed'>
  >(),
  quit: task(everyone, z.object({})).answers<null>(),
})
export type DeskContract = typeof deskContract
