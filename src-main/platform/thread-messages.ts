import type { Progress } from '#shared/platform/contract.ts'
import type { Country, Language } from '#shared/platform/language.ts'
import type { Result } from '#shared/platform/result.ts'
import type { Session } from '#shared/staff/staff-contract.ts'
import type { FileTrouble } from './file-trouble.ts'

/** What a new school starts with. */
export type NewSchool = {
  readonly schoolName: string
  readonly place: string
  readonly country: Country
  readonly language: Language
  readonly role: 'office' | 'principal'
  readonly staff: {
    readonly firstName: string
    readonly prefix: string | null
    readonly lastName: string
    readonly userName: string
  }
  readonly password: string
}

/** The key travels as bytes and is wiped by whoever is done with it. */
type OpenFile = { readonly file: string; readonly key: Uint8Array }

/** What main asks of the data thread. */
export type Request =
  | ({ readonly kind: 'open' } & OpenFile)
  | ({ readonly kind: 'create'; readonly school: NewSchool } & OpenFile)
  | ({
      readonly kind: 'practice'
      readonly country: Country
      readonly pupils: number | null
    } & OpenFile)
  | ({
      readonly kind: 'join'
      /** Of the file that lay here before, so that its unsent work is not lost; null when none did. */
      readonly oldKey: Uint8Array | null
      readonly url: string
      readonly code: string
      readonly password: string
    } & OpenFile)
  | { readonly kind: 'close' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'call'; readonly path: string; readonly input: unknown }
  /** The answers to what the window asks first, by path. */
  | { readonly kind: 'ahead' }

/**
 * `json` is the answer as text: main passes it on to the window without looking inside. `bytes` are
 * those of a file in it, for main alone, which saves it where the user picks.
 */
export type Reply =
  | { readonly ok: true; readonly json: string; readonly bytes: Uint8Array | null }
  | { readonly ok: false; readonly trouble: FileTrouble | null; readonly message: string }

/** What joining a school came to. */
export type JoinAnswer = Result<
  { readonly schoolName: string; readonly userName: string },
  'sync.away' | 'sync.code' | 'sync.address' | 'sync.has-portal'
>

/** Where to tell the portal that this computer has wiped itself, signed before its key is gone. */
export type WipeReceipt = {
  readonly url: string
  readonly device: string
  readonly nonce: string
  readonly signature: string
}

/** What the data thread tells unasked. */
export type DataEvent =
  | { readonly kind: 'changed'; readonly tables: readonly string[] }
  | ({ readonly kind: 'progress'; readonly job: string } & Progress)
  | { readonly kind: 'session'; readonly session: Session | null }
  /** The school ordered this computer to wipe itself; `receipt` tells it that this is done. */
  | { readonly kind: 'wipe'; readonly receipt: WipeReceipt }
  /** The portal has not been heard for too long: nobody may go on before it is. */
  | { readonly kind: 'lease-over' }
  /** Nor was it for two weeks more: the key of the file goes, and with it the file. */
  | { readonly kind: 'shred' }

export type ToThread = { readonly id: number; readonly request: Request }
export type FromThread =
  | { readonly id: number; readonly reply: Reply }
  | { readonly event: DataEvent }

/** What a data thread is started with. */
export type ThreadStart = {
  readonly migrationsFolder: string
  readonly nativeBinding: string | null
}
