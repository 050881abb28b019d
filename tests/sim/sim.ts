// npm run sim -- --seed S --steps N --desktops D [--seeds n] [--postgres]
import { parseArgs } from 'node:util'
import { openPostgres } from '../../src-portal/platform/open-postgres.ts'
import { openTestPglite, portalMigrations, startCluster } from '../portal/test-databases.ts'
import { simulate } from './simulate.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    steps: { type: 'string', default: '300' },
    desktops: { type: 'string', default: '3' },
    postgres: { type: 'boolean', default: false },
  },
})

const cluster = values.postgres ? await startCluster() : null
const database = cluster
  ? await openPostgres(cluster.newDatabase(), portalMigrations)
  : await openTestPglite()
let isBroken = false
for (let n = 0; n < Number(values.seeds); n++) {
  const seed = Number(values.seed) + n
  const began = performance.now()
  const options = { seed, steps: Number(values.steps), desks: Number(values.desktops), database }
  const result = await simulate(options).catch((error: unknown) => ({
    seed,
    violations: [String(error)],
  }))
  const milliseconds = Math.round(performance.now() - began)
  console.log(JSON.stringify({ ...result, milliseconds }))
  if (result.violations.length > 0) isBroken = true
}
await database.close()
cluster?.stop()
process.exitCode = isBroken ? 1 : 0
