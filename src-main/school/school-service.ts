import { changed } from '#shared/platform/changed.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import type { SchoolContract } from '#shared/school/school-contract.ts'
import type { ReadDb, Service } from '../platform/database.ts'
import { schools } from './school-table.ts'
import { todayOverview } from './today-overview.ts'

/** The school itself, and what its people see before anything else. */
export const schoolService: Service<SchoolContract> = {
  find(db) {
    const school = findSchool(db)
    // The file is made together with its school; without one it is not a file of ours.
    if (!school) throw new Error('The file holds no school')
    return school
  },

  change(db, fields) {
    const school = findSchool(db)
    if (!school) return refuse('school.not-found')
    db.save(schools, changed(school, fields))
    db.describe(fields.name ?? school.name)
    return ok(null)
  },

  today: todayOverview,
}

function findSchool(db: ReadDb) {
  return db.select().from(schools).get()
}
