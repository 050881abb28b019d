// npm run load:reports -- --reports 500 --seconds 60
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import { addDays, Day } from '#shared/platform/day.ts'
import { movePracticeSchool } from '../../resources/setup/practice-desk.ts'
import { makePracticeSchool } from '../../src-main/practice/practice-school.ts'
import { openPostgres } from '../../src-portal/platform/open-postgres.ts'
import { rowsOf } from '../../src-portal/platform/portal-database.ts'
import { readPortalKey } from '../../src-portal/platform/portal-key.ts'
import { createPortal } from '../../src-portal/portal.ts'
import { makeFoundingCode } from '../../src-portal/sync/found-school.ts'
import { freePort, portalMigrations, startCluster } from '../portal/test-databases.ts'
import { startPortal } from './portal-process.ts'
import { type SignedIn, signInGuardians } from './signed-in-guardians.ts'

// The morning of a large school: so many guardians report a child absent within a minute, each once.
// The portal is a process of its own, on PostgreSQL. None may be lost.

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '500' },
    seconds: { type: 'string', default: '60' },
    pupils: { type: 'string', default: '600' },
  },
})
const wanted = Number(values.reports)
const today = Day.parse(new Date().toISOString().slice(0, 10))
// A day ahead, so that no cut-off stands in the way whatever the hour is.
const absentOn = addDays(today, 1)

const cluster = await startCluster({ isDurable: true })
const folder = mkdtempSync(join(tmpdir(), 'balie-load-'))
const databaseUrl = cluster.newDatabase()
const { guardians, schoolId } = await prepare()
const portal = startPortal({ port: await freePort(), databaseUrl, folder })
try {
  if (!(await portal.isReady())) throw new Error('The portal did not start')
  const times: number[] = []
  let refused = 0
  await Promise.all(
    guardians.slice(0, wanted).map(async (guardian) => {
      await pause(Math.random() * Number(values.seconds) * 1000)
      const took = await report(guardian)
      if (took === null) refused++
      else times.push(took)
    }),
  )
  const kept = await countReports()
  const figures = {
    ...{ reports: times.length, refused, kept, seconds: Number(values.seconds) },
    ...{
      p50Ms: percentile(times, 0.5),
      p95Ms: percentile(times, 0.95),
      p99Ms: percentile(times, 0.99),
    },
  }
  console.log(JSON.stringify(figures))
  process.exitCode = kept >= times.length && times.length > 0 && figures.p99Ms <= 100 ? 0 : 1
} finally {
  portal.child.kill('SIGKILL')
  cluster.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function prepare() {
  const database = await openPostgres(databaseUrl, portalMigrations)
  const now = Date.now
  const app = await createPortal({ database, key: readPortalKey(undefined, folder), now })
  const made = makePracticeSchool({ country: 'nl', pupils: Number(values.pupils), seed: 1, today })
  // Only what guardians report themselves is counted.
  const rows = { ...made, absenceReports: [] }
  await movePracticeSchool({ app, code: await makeFoundingCode({ database, now }), rows })
  const school = String(rows.schools[0]?.id)
  const hasAuthority = ({ authority }: { authority: string }) =>
    authority === 'joint' || authority === 'sole'
  const firstOf = new Map(
    rows.guardianLinks.filter(hasAuthority).map((link) => [link.pupilId, link]),
  )
  const signedIn = await signInGuardians(database, school, [...firstOf.values()])
  await database.acrossSchools((tx) => tx.execute(sql`ANALYZE`))
  await app.close()
  await database.close()
  return { guardians: signedIn, schoolId: school }
}

/** Milliseconds of sending the form; null when it was not accepted. Opening the page is not counted. */
async function report({ cookie, linkIds }: SignedIn) {
  const page = await fetch(`${portal.url}/absences`, { headers: { cookie } })
  const form = /name="form" value="([^"]+)"/.exec(await page.text())?.[1] ?? ''
  const set = page.headers.getSetCookie().map((each) => each.split(';')[0])
  const body = new URLSearchParams({ form, code: 'ill', from: absentOn, part: 'day' })
  for (const id of linkIds) body.append('child', id)
  const began = performance.now()
  const answer = await fetch(`${portal.url}/absences`, {
    method: 'POST',
    headers: { cookie: [cookie, ...set].join('; '), 'sec-fetch-site': 'same-origin' },
    body,
    redirect: 'manual',
  })
  await answer.text()
  return answer.status === 303 ? performance.now() - began : null
}

async function countReports() {
  const database = await openPostgres(databaseUrl, portalMigrations)
  const [counted] = await database.inSchool(schoolId, (tx) =>
    rowsOf<{ n: number }>(
      tx,
      sql`SELECT count(DISTINCT fields ->> 'reportedBy')::int AS n FROM sync_rows WHERE tbl = 'absenceReports'`,
    ),
  )
  await database.close()
  return Number(counted?.n ?? 0)
}

function percentile(all: readonly number[], part: number) {
  const sorted = all.toSorted((a, b) => a - b)
  return Math.round(10 * (sorted[Math.floor(sorted.length * part)] ?? 0)) / 10
}
