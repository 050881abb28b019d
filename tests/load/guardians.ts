// npm run load:guardians -- --guardians 200 --seconds 30 --between 5
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import { Day } from '#shared/platform/day.ts'
import { movePracticeSchool } from '../../resources/setup/practice-desk.ts'
import { makePracticeSchool } from '../../src-main/practice/practice-school.ts'
import { openPostgres } from '../../src-portal/platform/open-postgres.ts'
import { readPortalKey } from '../../src-portal/platform/portal-key.ts'
import { openSession } from '../../src-portal/platform/sessions.ts'
import { createPortal } from '../../src-portal/portal.ts'
import { makeFoundingCode } from '../../src-portal/sync/found-school.ts'
import { freePort, portalMigrations, startCluster } from '../portal/test-databases.ts'
import { startPortal } from './portal-process.ts'

// Guardians who look at the pages of their children, all at once: each opens one page after another,
// with a pause between. The portal is a process of its own, on PostgreSQL.

const { values } = parseArgs({
  options: {
    guardians: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '30' },
    /** Seconds between two pages of one guardian, on average. */
    between: { type: 'string', default: '5' },
    pupils: { type: 'string', default: '500' },
  },
})
const places = [
  '',
  '/details/personal',
  '/details/address',
  '/details/contacts',
  '/privacy',
  '/group',
]
type Visitor = { readonly cookie: string; readonly pages: readonly string[] }

const cluster = await startCluster({ isDurable: true })
const folder = mkdtempSync(join(tmpdir(), 'balie-load-'))
const databaseUrl = cluster.newDatabase()
const visitors = await prepare()
const portal = startPortal({ port: await freePort(), databaseUrl, folder })
try {
  if (!(await portal.isReady())) throw new Error('The portal did not start')
  await Promise.all(visitors.slice(0, 20).map((visitor) => look(visitor, 0)))
  const alone = await oneAfterAnother()
  const before = cpuMillis()
  const crowd = await allAtOnce()
  const cpuMsPerPage = Math.round(((cpuMillis() - before) / crowd.times.length) * 10) / 10
  const figures = {
    ...{ guardians: visitors.length, seconds: Number(values.seconds), pages: crowd.times.length },
    ...{ failed: crowd.failed, aloneP50Ms: percentile(alone, 0.5) },
    ...{ p50Ms: percentile(crowd.times, 0.5), p95Ms: percentile(crowd.times, 0.95) },
    ...{ p99Ms: percentile(crowd.times, 0.99), cpuMsPerPage },
  }
  console.log(JSON.stringify(figures))
  process.exitCode = crowd.failed === 0 && figures.p99Ms <= 50 ? 0 : 1
} finally {
  portal.child.kill('SIGKILL')
  cluster.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** What the portal itself has worked: of use where the computer does other things besides. Linux only. */
function cpuMillis() {
  const stat = readFileSync(`/proc/${portal.child.pid}/stat`, 'utf8')
  const [user = '0', system = '0'] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
  const ticksPerSecond = 100
  return ((Number(user) + Number(system)) / ticksPerSecond) * 1000
}

/** A practice school, and guardians who signed in. */
async function prepare(): Promise<readonly Visitor[]> {
  const database = await openPostgres(databaseUrl, portalMigrations)
  const key = readPortalKey(undefined, folder)
  const now = Date.now
  const app = await createPortal({ database, key, now })
  const today = Day.parse(new Date().toISOString().slice(0, 10))
  const rows = makePracticeSchool({ country: 'nl', pupils: Number(values.pupils), seed: 1, today })
  await movePracticeSchool({ app, code: await makeFoundingCode({ database, now }), rows })
  const [school] = rows.schools
  const links = rows.guardianLinks.filter((link) => link.portalAccess && !link.noContact)
  const guardianIds = [...new Set(links.map(({ guardianId }) => guardianId))]
  const made: Visitor[] = []
  for (const guardianId of guardianIds.slice(0, Number(values.guardians))) {
    const own = links.filter((link) => link.guardianId === guardianId)
    const accountId = randomUUID()
    const cookie = await database.inSchool(school?.id ?? '', async (tx) => {
      const at = new Date().toISOString()
      await tx.execute(
        sql`INSERT INTO accounts (school_id, account_id, guardian_id, email, email_verified_at, password_hash,
              state, language, made_at)
            VALUES (${school?.id}::uuid, ${accountId}::uuid, ${guardianId}, ${`${accountId}@example.org`},
              ${at}::timestamptz, '-', 'active', 'nl', ${at}::timestamptz)
            ON CONFLICT (school_id, guardian_id) DO NOTHING`,
      )
      for (const { id } of own) {
        await tx.execute(
          sql`INSERT INTO account_links (school_id, account_id, link_id, linked_at)
              VALUES (${school?.id}::uuid, ${accountId}::uuid, ${id}, ${at}::timestamptz)`,
        )
      }
      const opening = { schoolId: school?.id ?? '', accountId, isHalf: false, device: 'Load' }
      return openSession(tx, Date.now(), opening)
    })
    const pages = own.flatMap(({ id }) => places.map((place) => `/children/${id}${place}`))
    made.push({ cookie: `__Host-balie=${cookie}`, pages: ['/', '/requests', ...pages] })
  }
  await database.acrossSchools((tx) => tx.execute(sql`ANALYZE`))
  await app.close()
  await database.close()
  return made
}

/** Milliseconds until the whole page was there; null when it was no page of somebody signed in. */
async function look({ cookie, pages }: Visitor, nth: number) {
  const began = performance.now()
  const answer = await fetch(`${portal.url}${pages[nth % pages.length]}`, {
    headers: { cookie },
    redirect: 'manual',
  })
  await answer.text()
  // A protected child has fewer pages.
  return answer.status === 200 || answer.status === 404 ? performance.now() - began : null
}

async function oneAfterAnother() {
  const times: number[] = []
  for (let n = 0; n < 100; n++) {
    const visitor = visitors[n % visitors.length]
    const time = visitor ? await look(visitor, n) : null
    if (time !== null) times.push(time)
  }
  return times
}

async function allAtOnce() {
  const until = Date.now() + Number(values.seconds) * 1000
  const times: number[] = []
  let failed = 0
  const between = () => pause(Math.random() * 2 * Number(values.between) * 1000)
  await Promise.all(
    visitors.map(async (visitor) => {
      let nth = 0
      for (await between(); Date.now() < until; await between()) {
        const time = await look(visitor, nth++)
        if (time === null) failed++
        else times.push(time)
      }
    }),
  )
  return { times, failed }
}

function percentile(times: readonly number[], part: number) {
  const sorted = times.toSorted((a, b) => a - b)
  return Math.round(10 * (sorted[Math.floor(sorted.length * part)] ?? 0)) / 10
}
