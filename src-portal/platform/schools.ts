import { sql } from 'drizzle-orm'
import { Country, Language } from '#shared/platform/language.ts'
import type { PortalDatabase } from './portal-database.ts'

export type School = {
  readonly id: string
  readonly name: string
  readonly country: Country
  readonly language: Language
}

type Row = { school_id: string; name: string; country: string; language: string }

/** Their names are no secret: a guardian picks the school from this list. */
export async function listSchools(database: PortalDatabase): Promise<readonly School[]> {
  const rows = await database.look<Row>(
    sql`SELECT school_id, name, country, language FROM schools ORDER BY name`,
  )
  return rows.map((row) => ({
    id: row.school_id,
    name: row.name,
    country: Country.parse(row.country),
    language: Language.catch('nl').parse(row.language),
  }))
}
