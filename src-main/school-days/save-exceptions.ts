import { and, eq, gte, lte } from 'drizzle-orm'
import type { Day } from '#shared/platform/day.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import { shownName } from '#shared/pupils/mask.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import type { SchoolDaysContract } from '#shared/school-days/school-days-contract.ts'
import { schoolYears } from '../groups/groups-table.ts'
import type { ReadDb, Service } from '../platform/database.ts'
import { pupils } from '../pupils/pupils-table.ts'
import { dayExceptions, pupilDayExceptions } from './school-days-table.ts'

type Handlers = Service<SchoolDaysContract>

export const saveException: Handlers['saveException'] = (db, { id, fields }, { newId }) => {
  const known = id ? findException(db, id) : null
  if (id && !known) return refuse('exception.not-found')
  if (fields.name === '') return refuse('exception.name-needed')
  if (!isInYears(db, fields)) return refuse('exception.outside-years')

  const exceptionId = id ?? newId()
  db.save(dayExceptions, { ...fields, id: exceptionId, presetKey: known?.presetKey ?? null })
  db.describe(fields.name)
  return ok(exceptionId)
}

export const removeException: Handlers['removeException'] = (db, { id }) => {
  const known = findException(db, id)
  if (!known) return refuse('exception.not-found')
  db.remove(dayExceptions, id)
  db.describe(known.name)
  return ok(null)
}

export const savePupilException: Handlers['savePupilException'] = (
  db,
  { id, fields },
  { newId },
) => {
  if (id && !findPupilException(db, id)) return refuse('exception.not-found')
  const name = nameOf(db, fields.pupilId)
  if (name === null) return refuse('pupil.not-found')
  if (!isInYears(db, fields)) return refuse('exception.outside-years')

  const exceptionId = id ?? newId()
  db.save(pupilDayExceptions, { ...fields, id: exceptionId })
  db.describe(name)
  return ok(exceptionId)
}

export const removePupilException: Handlers['removePupilException'] = (db, { id }) => {
  const known = findPupilException(db, id)
  if (!known) return refuse('exception.not-found')
  db.remove(pupilDayExceptions, id)
  db.describe(nameOf(db, known.pupilId) ?? '')
  return ok(null)
}

const findException = (db: ReadDb, id: string) =>
  db.select().from(dayExceptions).where(eq(dayExceptions.id, id)).get()

const findPupilException = (db: ReadDb, id: string) =>
  db.select().from(pupilDayExceptions).where(eq(pupilDayExceptions.id, id)).get()

function nameOf(db: ReadDb, id: PupilId): string | null {
  const pupil = db.select().from(pupils).where(eq(pupils.id, id)).get()
  return pupil ? shownName(pupil) : null
}

/** Days that no school year holds would do nothing: more likely somebody typed another year. */
function isInYears(db: ReadDb, { startsOn, endsOn }: { startsOn: Day; endsOn: Day }): boolean {
  const overlapping = and(lte(schoolYears.startsOn, endsOn), gte(schoolYears.endsOn, startsOn))
  return db.select().from(schoolYears).where(overlapping).get() !== undefined
}
