/**
 * A foreseen refusal travels as a value, a bug is thrown.
 *
 * Electron's IPC keeps only the message of a thrown error, so a thrown refusal could not be told
 * apart from a bug on the other side. `details` fill the gaps of the refusal's sentence.
 */
export type Result<Value, Refusal extends string> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false
      readonly refusal: Refusal
      readonly details?: Readonly<Record<string, string | number>>
    }

export const ok = <Value>(value: Value) => ({ ok: true, value }) as const

export const refuse = <Refusal extends string>(
  refusal: Refusal,
  details?: Readonly<Record<string, string | number>>,
) => (details ? ({ ok: false, refusal, details } as const) : ({ ok: false, refusal } as const))
