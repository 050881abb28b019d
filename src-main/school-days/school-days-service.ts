import { asc, eq } from 'drizzle-orm'
import { ok, refuse } from '#shared/platform/result.ts'
import { shownName } from '#shared/pupils/mask.ts'
import type { SchoolDaysContract } from '#shared/school-days/school-days-contract.ts'
import { schoolYears, whoIsVisible } from '../groups/groups-table.ts'
import type { ReadDb, Service } from '../platform/database.ts'
import { pupils } from '../pupils/pupils-table.ts'
import { acceptProposals, listProposals } from './accept-proposals.ts'
import {
  removeException,
  removePupilException,
  saveException,
  savePupilException,
} from './save-exceptions.ts'
import { removePattern, savePattern } from './save-patterns.ts'
import { dayExceptions, dayPatterns, pupilDayExceptions, terms } from './school-days-table.ts'
import { countTouched } from './touched.ts'

/** The days on which there is school, and at what hours. */
export const schoolDaysService: Service<SchoolDaysContract> = {
  find: (db, _input, { country }) => ({
    country,
    years: db.select().from(schoolYears).orderBy(asc(schoolYears.startsOn)).all(),
    terms: db.select().from(terms).orderBy(asc(terms.startsOn)).all(),
    patterns: db.select().from(dayPatterns).orderBy(asc(dayPatterns.startsOn)).all(),
    exceptions: db.select().from(dayExceptions).orderBy(asc(dayExceptions.startsOn)).all(),
  }),

  ofPupils(db, _input, context) {
    const isVisible = whoIsVisible(db, context)
    return db
      .select({ exception: pupilDayExceptions, pupil: pupils })
      .from(pupilDayExceptions)
      .innerJoin(pupils, eq(pupils.id, pupilDayExceptions.pupilId))
      .all()
      .filter(({ exception: { pupilId, endsOn } }) => isVisible(pupilId) && endsOn >= context.today)
      .map(({ exception, pupil }) => ({ ...exception, pupilName: shownName(pupil) }))
      .toSorted((a, b) => a.pupilName.localeCompare(b.pupilName))
  },

  savePattern,
  removePattern,
  saveException,
  removeException,
  savePupilException,
  removePupilException,

  saveTerm(db, { id, fields }, { newId }) {
    if (id && !findTerm(db, id)) return refuse('term.not-found')
    const term = { ...fields, id: id ?? newId() }
    db.save(terms, term)
    db.describe(term.name)
    return ok(term.id)
  },

  removeTerm(db, { id }) {
    const term = findTerm(db, id)
    if (!term) return refuse('term.not-found')
    db.remove(terms, id)
    db.describe(term.name)
    return ok(null)
  },

  proposals: listProposals,
  acceptProposals,
  touched: countTouched,
}

const findTerm = (db: ReadDb, id: string) => db.select().from(terms).where(eq(terms.id, id)).get()
