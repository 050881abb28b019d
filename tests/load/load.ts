// npm run load -- --desktops 60 --guardians 300 --minutes 2
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { newId } from '../../src-main/platform/ids.ts'
import { openPostgres } from '../../src-portal/platform/open-postgres.ts'
import { makeEnrolCode } from '../../src-portal/sync/devices.ts'
import { freePort, portalMigrations, startCluster } from '../portal/test-databases.ts'
import { fillSchool, pupil } from '../sync/school-rows.ts'
import { aHub, heidi, schoolId } from '../sync/test-hub.ts'
import type { Measures } from './light-desk.ts'
import { startPortal } from './portal-process.ts'

const { values } = parseArgs({
  options: {
    desktops: { type: 'string', default: '60' },
    guardians: { type: 'string', default: '300' },
    minutes: { type: 'string', default: '2' },
    pupils: { type: 'string', default: '1000' },
  },
})
const threads = 4
const cluster = await startCluster({ isDurable: true })
const folder = mkdtempSync(join(tmpdir(), 'balie-load-'))
const databaseUrl = cluster.newDatabase()
const { pupilIds, codes } = await prepare()
const portal = startPortal({ port: await freePort(), databaseUrl, folder })
try {
  if (!(await portal.isReady())) throw new Error('The portal did not start')
  const summary = await run()
  console.log(JSON.stringify(summary))
  process.exitCode = summary.isFine ? 0 : 1
} finally {
  portal.child.kill('SIGKILL')
  cluster.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** A school with pupils, and a code for each desk. */
async function prepare() {
  const database = await openPostgres(databaseUrl, portalMigrations)
  const hub = await aHub(database)
  hub.clock.now = Date.now()
  const desk = await hub.found()
  await fillSchool(desk, hub.clock.now)
  const pupilIds = Array.from({ length: Number(values.pupils) }, () => newId())
  for (let from = 0; from < pupilIds.length; from += 400) {
    const some = pupilIds.slice(from, from + 400)
    const stamp = (n: number) => desk.stamp(hub.clock.now, from + n + 100)
    await desk.push(
      ...some.map((id, n) => desk.set('pupils', id, null, pupil(id, `P${n}`), stamp(n))),
    )
  }
  const codes: string[] = []
  for (let n = 0; n < Number(values.desktops); n++)
    codes.push(await makeEnrolCode({ database, now: Date.now }, schoolId, heidi))
  await hub.app.close()
  await database.close()
  return { pupilIds, codes }
}

type Told = Measures & { readonly pages: readonly number[] }

async function run() {
  const seconds = Number(values.minutes) * 60
  const guardians = Math.ceil(Number(values.guardians) / threads)
  const workers = Array.from({ length: threads }, (_, n) => {
    const own = codes.filter((_code, at) => at % threads === n)
    const workerData = { url: portal.url, codes: own, pupilIds, guardians, seconds }
    return new Worker(new URL('./desks-worker.ts', import.meta.url), { workerData })
  })
  const heard = (worker: Worker) =>
    new Promise<Told>((resolve, reject) => {
      worker.once('error', reject)
      worker.once('message', resolve)
    })
  await Promise.all(workers.map(heard))
  const telling = workers.map(heard)
  for (const worker of workers) worker.postMessage('go')
  const told = await Promise.all(telling)
  const all = (key: 'pulls' | 'pushes' | 'visible' | 'pages') => told.flatMap((each) => each[key])
  const statuses: Record<string, number> = {}
  for (const [status, n] of told.flatMap((each) => Object.entries(each.statuses)))
    statuses[status] = (statuses[status] ?? 0) + n
  const failures = Object.keys(statuses).filter((status) => Number(status) >= 500)
  const p95Visible = percentile(all('visible'))
  return {
    ...{ desktops: codes.length, guardians: Number(values.guardians), seconds, statuses },
    ...{ edits: all('pushes').length, arrivals: all('visible').length },
    ...{ p95VisibleMs: p95Visible, p95PullMs: percentile(all('pulls')) },
    ...{ p95PushMs: percentile(all('pushes')), p95PageMs: percentile(all('pages')) },
    isFine: failures.length === 0 && p95Visible <= 1500 && percentile(all('pulls')) <= 2000,
  }
}

function percentile(numbers: readonly number[]) {
  const sorted = numbers.toSorted((a, b) => a - b)
  return Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? 0)
}
