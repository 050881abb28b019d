import { sql } from 'drizzle-orm'
import { rowsOf, type SchoolTx } from '../../platform/portal-database.ts'

const pattern = /^data:(image\/(?:jpeg|png|webp));base64,([A-Za-z0-9+/=]+)$/

/** The picture of a child as bytes, or null when there is none or it is of no kind that we show. */
export async function readPhoto(tx: SchoolTx, pupilId: string) {
  const [row] = await rowsOf<{ url: string | null }>(
    tx,
    sql`SELECT fields ->> 'dataUrl' AS url FROM sync_rows
        WHERE tbl = 'photos' AND id = ${pupilId} AND gone IS NULL`,
  )
  const [, type, text] = pattern.exec(row?.url ?? '') ?? []
  return type && text ? { type, bytes: Buffer.from(text, 'base64') } : null
}
