import { shownName } from '#shared/pupils/mask.ts'
import { readTerms } from '#shared/search/haystack.ts'
import type { SearchContract, SearchHit } from '#shared/search/search-contract.ts'
import { maySee, seesEveryPupil } from '#shared/staff/rights.ts'
import { whoIsVisible } from '../groups/groups-table.ts'
import type { Context, ReadDb, Service } from '../platform/database.ts'
import { createBest, type Match, matchEntry, reasonOf } from './rank-entries.ts'
import type { Entry } from './search-entry.ts'
import { createSearchIndex, type SearchIndex } from './search-index.ts'
import type { ChangedRows } from './search-rows.ts'

/** Finds people, groups and staff while somebody types. `changed` must hear of every commit. */
export function createSearch() {
  const index = createSearchIndex()

  const service: Service<SearchContract> = {
    find(db, { text, limit }, caller) {
      const terms = readTerms(text)
      if (terms.length === 0) return []
      index.refresh(db, caller)
      const sees = whatIsVisible(db, index, caller)
      const seesNumbers = maySee(caller, 'national-number')
      const best = createBest(limit)
      for (const entry of index.entries()) {
        const match = matchEntry(entry, terms, seesNumbers)
        if (match && sees.entry(entry)) best.add(match)
      }
      return best.inOrder().map((match) => hitOf(match, index, sees.pupil))
    },
  }

  return {
    service,
    changed: (rows: ChangedRows) => index.changed(rows),
    /**
     * Reads everything before anybody types, in steps of a few milliseconds, for the thread to take
     * when it is idle; the first search would otherwise wait for it.
     */
    warm: (db: ReadDb, when: Pick<Context, 'today' | 'country'>) => index.makeAll(db, when),
    /** The school's file closes: nothing of it may stay in memory. */
    forget: () => index.forget(),
  }
}

type SeesPupil = (pupilId: string) => boolean

/** Everything for the office; for a teacher own groups, their pupils, and who belongs to those. */
function whatIsVisible(db: ReadDb, { rows }: SearchIndex, caller: Context) {
  if (seesEveryPupil(caller)) return { pupil: () => true, entry: () => true }

  const seesPupil = whoIsVisible(db, caller)
  const pupil: SeesPupil = (id) => {
    const known = rows.pupils.get(id)
    return known !== undefined && seesPupil(known.id)
  }
  return {
    pupil,
    entry({ kind, id, pupilIds }: Entry) {
      if (kind === 'staff') return true
      if (kind !== 'group') return pupilIds.some(pupil)
      return rows.groupStaff.of(id).some(({ staffId }) => staffId === caller.staffId)
    },
  }
}

function hitOf(match: Match, index: SearchIndex, seesPupil: SeesPupil): SearchHit {
  const { entry } = match
  const reason = reasonOf(match)
  const pupilIds = entry.pupilIds.filter(seesPupil)
  return {
    kind: entry.kind,
    id: entry.id,
    pupilId: pupilIds[0] ?? null,
    title: entry.title,
    context: contextOf(entry, pupilIds, index),
    relation: entry.relation,
    because: { field: reason?.field ?? 'name', text: reason?.text ?? entry.title },
    status: entry.status,
  }
}

function contextOf({ kind, id }: Entry, pupilIds: readonly string[], index: SearchIndex) {
  const { rows } = index
  if (kind === 'pupil') return index.classesOf(id)
  if (kind === 'staff') {
    const own = rows.groupStaff.of(id).map(({ groupId }) => rows.groups.get(groupId)?.name)
    return own.filter(Boolean).join(', ')
  }
  if (kind === 'group') {
    const group = rows.groups.get(id)
    return group ? (rows.schoolYears.get(group.schoolYearId)?.name ?? '') : ''
  }
  // A doctor may have half the school.
  const children = pupilIds.slice(0, 3).map((pupilId) => rows.pupils.get(pupilId))
  const names = children.filter((pupil) => pupil !== undefined).map(shownName)
  return pupilIds.length > 3 ? `${names.join(', ')} +${pupilIds.length - 3}` : names.join(', ')
}
