// npm run sim -- --seed S --steps N --desktops D [--seeds n] [--postgres] [--stop] [--mutations [part of a name]]
import process from 'node:process'
import { parseArgs } from 'node:util'
import { openPostgres } from '../../src-portal/platform/open-postgres.ts'
import { openTestPglite, portalMigrations, startCluster } from '../portal/test-databases.ts'
import { runMutations } from './run-mutations.ts'
import { simulate } from './simulate.ts'

const { values, positionals } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string' },
    steps: { type: 'string', default: '300' },
    desktops: { type: 'string', default: '4' },
    postgres: { type: 'boolean', default: false },
    stop: { type: 'boolean', default: false },
    mutations: { type: 'boolean', default: false },
  },
  allowPositionals: true,
})

process.exitCode = (await run()) ? 0 : 1

async function run() {
  if (values.mutations) return runMutations(Number(values.seeds ?? 20), positionals[0])
  const cluster = values.postgres ? await startCluster() : null
  const database = cluster
    ? await openPostgres(cluster.newDatabase(), portalMigrations)
    : await openTestPglite()
  let isFine = true
  for (let n = 0; n < Number(values.seeds ?? 1) && (isFine || !values.stop); n++) {
    const seed = Number(values.seed) + n
    const began = performance.now()
    const options = { seed, steps: Number(values.steps), desks: Number(values.desktops), database }
    const result = await simulate(options).catch((error: unknown) => ({
      seed,
      violations: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    }))
    const milliseconds = Math.round(performance.now() - began)
    console.log(JSON.stringify({ ...result, milliseconds }))
    if (result.violations.length > 0) isFine = false
  }
  await database.close()
  cluster?.stop()
  return isFine
}
