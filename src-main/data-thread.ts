import { parentPort, workerData } from 'node:worker_threads'
import { dayAt } from '#shared/platform/day.ts'
import { createSchoolFile } from './desk/create-school-file.ts'
import { fileTroubleOf } from './platform/file-trouble.ts'
import { newId } from './platform/ids.ts'
import { logBug } from './platform/log.ts'
import { openDatabase, type SchoolDatabase } from './platform/open-database.ts'
import { packAnswer } from './platform/packed-answer.ts'
import { CallRefused, createRouter, JobCancelled } from './platform/router.ts'
import type {
  DataEvent,
  Reply,
  Request,
  ThreadStart,
  ToThread,
} from './platform/thread-messages.ts'
import { schools } from './school/school-table.ts'
import { serveSchool } from './serve-school.ts'
import { joinSchoolFile } from './sync/join-school-file.ts'
import { systemFetch, systemListen } from './sync/portal-fetch.ts'
import { createStatusEvents } from './sync/status-events.ts'
import { createSyncRunner } from './sync/sync-runner.ts'
import { keepUnsent, type UnsentKeeper } from './sync/unsent/keep-unsent.ts'
import { syncedTables } from './synced-tables.ts'

// Database, services and router live here, in a thread of their own inside the main process, so
// that no query and no import ever holds up a window.

const start: ThreadStart = workerData
const now = () => new Date().toISOString()

let opened: SchoolDatabase | null = null
let isPractice = false
let unsent: UnsentKeeper | null = null

const database = () => {
  if (!opened) throw new Error('No school is open')
  return opened
}

const send = (event: DataEvent) => parentPort?.postMessage({ event })

function findSchool() {
  const school = database().read.select().from(schools).get()
  if (!school) throw new Error('The file holds no school')
  return school
}

const today = () => dayAt(now(), findSchool().timeZone)

const router = createRouter({
  database,
  caller: () => {
    const session = opened ? parts.session.current() : null
    if (!session) return null
    const { staffId, name, role, seesMedical } = session
    return { staffId, staffName: name, role, seesMedical, country: findSchool().country }
  },
  time: () => ({ now: now(), today: opened ? today() : dayAt(now(), 'UTC') }),
  newId,
  onProgress: (job, progress) => send({ kind: 'progress', job, ...progress }),
})

const onStatus = createStatusEvents(() => send({ kind: 'changed', tables: ['syncStatus'] }))
const runner = createSyncRunner({
  database,
  send: systemFetch,
  listen: systemListen,
  now,
  random: Math.random,
  onSaved: announce,
  onStatus() {
    unsent?.settled()
    onStatus()
  },
  onWipe: (receipt) => send({ kind: 'wipe', receipt }),
  onLeaseOver: () => send({ kind: 'lease-over' }),
  onShred: () => send({ kind: 'shred' }),
})

const parts = serveSchool({
  router,
  database,
  isPractice: () => isPractice,
  onSession: (session) => send({ kind: 'session', session }),
  sync: { runner, send: systemFetch, onStatus },
  when: () => ({ today: today(), country: findSchool().country }),
})

function open(file: string, key: Uint8Array) {
  close()
  const made = openDatabase({
    file,
    key,
    tables: syncedTables,
    migrationsFolder: start.migrationsFolder,
    nativeBinding: start.nativeBinding ?? undefined,
    now,
    newId,
    onSaved(changed) {
      announce(changed)
      unsent?.saved()
      runner.saved()
    },
  })
  opened = made
  unsent = keepUnsent({ sqlite: made.sqlite, file, key })
}

function announce(changed: ReadonlyMap<string, ReadonlySet<string>>) {
  parts.changed(changed)
  send({ kind: 'changed', tables: [...changed.keys()] })
}

function close() {
  parts.forget()
  unsent?.end()
  unsent = null
  opened?.close()
  opened = null
}

async function answer(request: Request): Promise<unknown> {
  switch (request.kind) {
    case 'open':
      isPractice = false
      open(request.file, request.key)
      return { schoolName: findSchool().name, country: findSchool().country }
    case 'create':
      isPractice = false
      return createSchoolFile({ ...request, open, close, database, newId })
    case 'join':
      isPractice = false
      return joinSchoolFile({
        ...request,
        open,
        close,
        database,
        send: systemFetch,
        now,
        onProgress: (progress) => send({ kind: 'progress', job: 'sync.join', ...progress }),
      })
    case 'practice': {
      isPractice = true
      open(request.file, request.key)
      const { openPractice } = await import('./practice/open-practice.ts')
      const staffId = await openPractice({
        ...request,
        database: database(),
        today: dayAt(now(), 'Europe/Amsterdam'),
        onProgress: (progress) => send({ kind: 'progress', job: 'practice.make', ...progress }),
      })
      parts.session.begin(staffId)
      return { schoolName: findSchool().name, country: request.country }
    }
    case 'close':
      return close()
    case 'cancel':
      return router.cancelJob()
    case 'call':
      return router.call(request.path, request.input)
    case 'ahead':
      return parts.answersAhead()
  }
}

async function reply(request: Request): Promise<Reply> {
  try {
    return { ok: true, ...packAnswer(await answer(request)) }
  } catch (error) {
    const trouble = fileTroubleOf(error)
    if (error instanceof CallRefused || error instanceof JobCancelled) {
      return { ok: false, trouble, message: `${error.name}: ${error.message}` }
    }
    if (!trouble) logBug(request.kind === 'call' ? request.path : request.kind, error)
    return { ok: false, trouble, message: 'Bug' }
  } finally {
    if ('key' in request) request.key.fill(0)
    if (request.kind === 'join') request.oldKey?.fill(0)
  }
}

parentPort?.on('message', async ({ id, request }: ToThread) => {
  parentPort?.postMessage({ id, reply: await reply(request) })
})
