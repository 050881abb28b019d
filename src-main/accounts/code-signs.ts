import { createHash, createHmac } from 'node:crypto'
import { linkCodeText, makeLinkCode, readLinkCode } from '#shared/accounts/link-code.ts'

export type Portal = {
  /** What guardians type. */
  readonly url: string
  /** The school's own key, which the portal never has; null on a computer that has not got it. */
  readonly key: Buffer | null
  /** Its codes are for nobody, so that no portal has to know them. */
  readonly isPractice?: boolean
}

/**
 * The code of a letter, `7KQP-WX3M-9TRD-HF2A`, as every office desk with the school's key makes it from
 * the id of its row. So it stands in no file, and a letter can be printed again anywhere at the office.
 */
export function letterCode(key: Buffer, codeId: string): string {
  const bytes = stretch(key, codeId)
  // Values past the last whole multiple are left out, or some signs would come more often.
  return makeLinkCode((below) => {
    const limit = 256 - (256 % below)
    for (;;) {
      const value = bytes.next().value
      if (value < limit) return value % below
    }
  })
}

function* stretch(key: Buffer, codeId: string): Generator<number, never, void> {
  for (let block = 0; ; block++) {
    yield* createHmac('sha256', key).update(`balie letter code ${codeId} ${block}`).digest()
  }
}

/** What the portal is told of a code. */
export function codeSha(schoolId: string, code: string): string {
  const text = linkCodeText(schoolId, readLinkCode(code) ?? '')
  return createHash('sha256').update(text).digest('hex')
}
