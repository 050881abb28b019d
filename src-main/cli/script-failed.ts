import type { FailureCode } from '#shared/cli/cli-messages.ts'
import type { Gaps } from '#shared/platform/messages.ts'

/** Ends a command that cannot be carried out; thrown and caught within this folder alone. */
export class ScriptFailed extends Error {
  override name = 'ScriptFailed'
  readonly code: FailureCode
  readonly gaps: Gaps
  /** The option that is to blame, `--key-file`; null when none is. */
  readonly option: string | null
  constructor(code: FailureCode, gaps: Gaps = {}, option: string | null = null) {
    super(code)
    this.code = code
    this.gaps = gaps
    this.option = option
  }
}
