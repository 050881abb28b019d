import type { DeskContract } from '#shared/desk/desk-contract.ts'
import type { Contract } from '#shared/platform/contract.ts'

type InputOf<M extends Contract['methods'][string]> = M['input']['_zod']['output']
type AnswerOf<M extends Contract['methods'][string]> =
  | NonNullable<M['answer']>
  | Extract<M['answer'], null>

/** Methods of main's own thread: no database at hand, so each answers later. */
export type DeskHandlers = {
  readonly [Name in keyof DeskContract['methods']]: (
    input: InputOf<DeskContract['methods'][Name]>,
  ) => Promise<AnswerOf<DeskContract['methods'][Name]>>
}
