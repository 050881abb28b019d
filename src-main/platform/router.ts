import type { Contract, Method, Progress } from '#shared/platform/contract.ts'
import type { Role } from '#shared/platform/role.ts'
import type { Context, Service } from './database.ts'
import type { SchoolDatabase } from './open-database.ts'

type Route = {
  readonly method: Method
  readonly handle: (db: never, input: never, context: Context) => unknown
}

export type RouterOptions = {
  readonly database: () => SchoolDatabase
  /** Who is signed in at this desktop now; null before sign-in. */
  readonly caller: () => Omit<Context, 'now' | 'today' | 'newId'> | null
  readonly time: () => Pick<Context, 'now' | 'today'>
  readonly newId: () => string
  readonly onProgress: (job: string, progress: Progress) => void
}

/** A call that no honest window makes: a bug of ours or an attack. Names no personal data. */
export class CallRefused extends Error {
  override name = 'CallRefused'
}

/** The user stopped a job; nothing of it was kept. */
export class JobCancelled extends Error {
  override name = 'JobCancelled'
}

export type Router = ReturnType<typeof createRouter>

/** How long a job may hold the thread before queries get a turn: half a frame, in milliseconds. */
const turn = 8

const nobody = {
  staffId: '',
  staffName: '',
  role: 'ict',
  seesMedical: false,
  country: 'nl',
} as const

/** Everything every call needs, once: known method, right role, valid input, one transaction. */
export function createRouter(options: RouterOptions) {
  const { database, caller, time, newId, onProgress } = options
  const routes = new Map<string, Route>()
  let cancelled = false
  /** Commands wait for a running job, since there is one transaction at a time. */
  let writing: Promise<unknown> | null = null

  async function runJob(
    path: string,
    start: { staffId: string; path: string },
    steps: (db: never) => Generator<Progress, unknown, void>,
  ) {
    const transaction = database().begin(start)
    cancelled = false
    try {
      const generator = steps(transaction.db as never)
      let since = performance.now()
      for (;;) {
        const step = generator.next()
        if (step.done) {
          transaction.commit()
          return step.value
        }
        if (performance.now() - since > turn) {
          onProgress(path, step.value)
          await new Promise((resolve) => setImmediate(resolve))
          since = performance.now()
        }
        if (cancelled) throw new JobCancelled(path)
      }
    } catch (error) {
      transaction.rollback()
      throw error
    } finally {
      onProgress(path, { done: 1, total: 1 })
    }
  }

  async function write(path: string, { method, handle }: Route, input: never, context: Context) {
    while (writing) await writing.catch(() => {})
    const start = { staffId: context.staffId, path }
    if (method.kind === 'command') {
      return database().write(start, (db) => handle(db as never, input, context))
    }
    const running = runJob(path, start, (db) => handle(db, input, context) as Generator<Progress>)
    writing = running
    try {
      return await running
    } finally {
      writing = null
    }
  }

  return {
    serve<C extends Contract>(contract: C, service: Service<C>) {
      for (const [name, method] of Object.entries(contract.methods)) {
        // `Service` has checked each handler against its method; the map forgets which is which.
        const handle = service[name as keyof typeof service] as Route['handle']
        routes.set(`${contract.feature}.${name}`, { method, handle })
      }
    },

    /** Stops the running job, if any; its transaction is rolled back. */
    cancelJob() {
      cancelled = true
    },

    async call(path: string, rawInput: unknown): Promise<unknown> {
      const route = routes.get(path)
      if (!route) throw new CallRefused(`No such method: ${path}`)

      const who = caller()
      const role: Role = who?.role ?? 'nobody'
      if (!route.method.roles.includes(role)) throw new CallRefused(`Not allowed: ${path}`)

      const parsed = route.method.input.safeParse(rawInput)
      if (!parsed.success)
        throw new CallRefused(`Not understood: ${path} ${fieldsOf(parsed.error)}`)

      const context: Context = { ...(who ?? nobody), ...time(), newId }
      const input = parsed.data as never
      const { kind } = route.method
      if (kind === 'command' || kind === 'job') return write(path, route, input, context)
      return route.handle(database().read as never, input, context)
    },
  }
}

/** Names of the fields that did not parse; never their values, which may be personal. */
function fieldsOf({
  issues,
}: {
  readonly issues: readonly { readonly path: readonly PropertyKey[] }[]
}) {
  return issues.map(({ path }) => path.join('.')).join(', ')
}
