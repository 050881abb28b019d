import type { z } from 'zod'
import type { Role } from './role.ts'

export { administrators, anybody, everyone, office, pupilStaff } from './role.ts'

/**
 * What a method may do.
 *
 * - `query` reads and cannot write.
 * - `command` runs in one transaction, is one undoable action and is announced to every screen.
 * - `job` is a command of many small steps: it reports progress and can be cancelled, and still
 *   is one transaction and one undoable action.
 * - `task` waits for something outside the database (a file being read, a print) and cannot write.
 */
type Kind = 'query' | 'command' | 'job' | 'task'

export type Method<K extends Kind = Kind, Input extends z.ZodType = z.ZodType, Answer = unknown> = {
  readonly kind: K
  readonly roles: readonly Role[]
  readonly input: Input
  /** For the compiler alone: answers come from our own code, so they are typed, not parsed. */
  readonly answer?: Answer
}

export type Contract = {
  readonly feature: string
  readonly methods: Readonly<Record<string, Method>>
}

/** Names everything the screens may ask of one feature. Main and renderer both derive from it. */
export function defineContract<const Feature extends string, const M extends Contract['methods']>(
  feature: Feature,
  methods: M,
) {
  return { feature, methods }
}

export const query = method('query')
export const command = method('command')
export const job = method('job')
export const task = method('task')

function method<K extends Kind>(kind: K) {
  return <Input extends z.ZodType>(roles: readonly Role[], input: Input) => ({
    answers: <Answer>(): Method<K, Input, Answer> => ({ kind, roles, input }),
  })
}

type InputOf<M> = M extends Method<Kind, infer Input, unknown> ? z.output<Input> : never
type RawInputOf<M> = M extends Method<Kind, infer Input, unknown> ? z.input<Input> : never
type AnswerOf<M> = M extends Method<Kind, z.ZodType, infer Answer> ? Answer : never

/** How far a job is; `total` is 0 while it is not known yet. */
export type Progress = { readonly done: number; readonly total: number }

/** What the renderer holds: the same names, each answering later. */
export type Client<C extends Contract> = {
  readonly [Name in keyof C['methods']]: (
    input: RawInputOf<C['methods'][Name]>,
  ) => Promise<AnswerOf<C['methods'][Name]>>
}

/** What main must provide: a query is handed a database that cannot write. */
export type Handlers<C extends Contract, ReadDb, WriteDb, Context> = {
  readonly [Name in keyof C['methods']]: Handler<C['methods'][Name], ReadDb, WriteDb, Context>
}

type Handler<M extends Method, ReadDb, WriteDb, Context> = (
  db: M['kind'] extends 'query' | 'task' ? ReadDb : WriteDb,
  input: InputOf<M>,
  context: Context,
) => M['kind'] extends 'job'
  ? Generator<Progress, AnswerOf<M>, void>
  : M['kind'] extends 'task'
    ? Promise<AnswerOf<M>>
    : AnswerOf<M>
