import { writeSync } from 'node:fs'
import process from 'node:process'
import { PupilId } from '#shared/pupils/pupil.ts'
import { newId } from '../../src-main/platform/ids.ts'
import { openDatabase } from '../../src-main/platform/open-database.ts'
import { pupils } from '../../src-main/pupils/pupils-table.ts'
import { syncedTables } from '../../src-main/synced-tables.ts'
import { testKey } from '../builders/test-file.ts'
import { rowsOf } from './rows-of.ts'

// The process that is killed: it writes edits and imports without end, and says `n` on its output
// once action n is committed.

const database = openDatabase({
  file: process.argv[2] ?? '',
  key: testKey,
  tables: syncedTables,
  migrationsFolder: process.argv[3] ?? '',
  now: () => new Date().toISOString(),
  newId,
  onSaved: () => {},
})

const last = database.sqlite.prepare('SELECT coalesce(max(n), 0) FROM actions').pluck()
for (;;) {
  const n = Number(last.get()) + 1
  const transaction = database.begin({ staffId: 'heidi', path: 'chaos' })
  for (let row = 0; row < rowsOf(n); row++) {
    transaction.db.save(pupils, {
      id: PupilId.parse(newId()),
      firstName: `Rij ${row}`,
      lastName: String(n),
      sex: 'unknown',
      homeLanguages: ['nl'],
      protectionLevel: 0,
    })
  }
  transaction.commit()
  writeSync(1, `${n}\n`)
}
