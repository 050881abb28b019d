import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { enterSchool, type PortalDatabase, type SchoolTx } from './portal-database.ts'

/** PostgreSQL's type number of `int8`; numbers of the portal's order stay far below 2^53. */
const int8 = 20
/** Any number, the same in every process: one of them migrates, the others wait. */
const migrationLock = 20_261_122

/** Opens PostgreSQL 15 or later and brings its tables up to this version. */
export async function openPostgres(
  url: string,
  migrations: string,
  /** Told of what goes wrong while nobody waits for it. */
  onTrouble: (what: string, error: unknown) => void = () => {},
): Promise<PortalDatabase> {
  pg.types.setTypeParser(int8, Number)
  const pool = new pg.Pool({ connectionString: url, max: 20 })
  // A connection that the server ends while nobody uses it is replaced by the pool.
  pool.on('error', (error) => onTrouble('idle connection', error))
  const db = drizzle({ client: pool })
  await runMigrations(pool, migrations)
  const listener = createListener(url, onTrouble)

  return {
    kind: 'postgres',
    inSchool: (schoolId, work) =>
      db.transaction(async (tx) => {
        const school = tx as unknown as SchoolTx
        await enterSchool(school, schoolId)
        return work(school)
      }),
    acrossSchools: (work) => db.transaction((tx) => work(tx as unknown as SchoolTx)),
    look: async (query) => Object(await db.execute(query)).rows,
    listen: listener.listen,
    async close() {
      await listener.close()
      await pool.end()
    },
  }
}

async function runMigrations(pool: pg.Pool, migrationsFolder: string) {
  const client = await pool.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock])
    await migrate(drizzle({ client }), { migrationsFolder })
    await client.query('SELECT pg_advisory_unlock($1)', [migrationLock])
  } finally {
    client.release()
  }
}

/** One connection that only hears; it comes back by itself after the server was away. */
function createListener(url: string, onTrouble: (what: string, error: unknown) => void) {
  const hearers = new Map<string, Set<(payload: string) => void>>()
  let client: pg.Client | null = null
  let isClosed = false
  let timer: NodeJS.Timeout | null = null

  async function connect() {
    const made = new pg.Client({ connectionString: url })
    made.on('notification', ({ channel, payload = '' }) => {
      for (const heard of hearers.get(channel) ?? []) heard(payload)
    })
    made.on('error', (error) => onTrouble('listener', error))
    made.on('end', () => {
      client = null
      connectSoon()
    })
    await made.connect()
    client = made
    for (const channel of hearers.keys()) await made.query(`LISTEN "${channel}"`)
  }

  /** As often as it takes: without it no desk hears that something happened. */
  function connectSoon() {
    if (isClosed || timer) return
    const retry = async () => {
      timer = null
      if (isClosed || client) return
      await connect().catch((error: unknown) => {
        onTrouble('listener', error)
        connectSoon()
      })
    }
    timer = setTimeout(() => void retry(), 1000).unref()
  }

  return {
    async listen(channel: string, heard: (payload: string) => void) {
      const known = hearers.get(channel) ?? new Set()
      hearers.set(channel, known.add(heard))
      if (client) await client.query(`LISTEN "${channel}"`)
      else await connect()
      return async () => void known.delete(heard)
    },
    async close() {
      isClosed = true
      await client?.end()
    },
  }
}
