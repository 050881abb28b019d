import type { Context, ReadDb } from '../platform/database.ts'
import { createEntries } from './search-entries.ts'
import type { Entry } from './search-entry.ts'
import { type ChangedRows, createSearchRows } from './search-rows.ts'

export type SearchIndex = ReturnType<typeof createSearchIndex>
type When = Pick<Context, 'today' | 'country'>

/** From this many changed rows on (an import) reading everything again is quicker. */
const manyRows = 3000

/** As many as are made in a millisecond or two. */
const entriesInStep = 100

/** Everything that can be found, in memory; made at the first search and kept up row by row. */
export function createSearchIndex() {
  const rows = createSearchRows()
  const entries = new Map<string, Entry>()
  let made: ReturnType<typeof createEntries> | null = null
  let madeFor: { readonly db: ReadDb; readonly today: string } | null = null
  /** Changes since the rows were read; null before anything was. */
  let waiting: Map<string, Set<string>> | null = null
  let making = 0

  /** Reads and makes everything in small steps; gives up when it is asked for anew meanwhile. */
  function* makeAll(db: ReadDb, when: When) {
    making += 1
    const own = making
    madeFor = null
    waiting = new Map()
    entries.clear()
    for (const shelf of rows.shelves()) {
      shelf.fill(db)
      yield
      if (making !== own) return
    }
    made = createEntries(rows, when)
    let count = 0
    for (const id of [...made.ids()]) {
      make(id)
      count += 1
      if (count % entriesInStep > 0) continue
      yield
      if (making !== own) return
    }
    madeFor = { db, today: when.today }
  }

  function make(id: string) {
    const entry = made?.make(id)
    if (entry) entries.set(id, entry)
    else entries.delete(id)
  }

  function makeChanged(db: ReadDb, when: When, changed: ChangedRows) {
    waiting = new Map()
    const touched = rows.refresh(db, changed)
    made = createEntries(rows, when)
    const altered = new Set<string>()
    for (const id of touched) for (const near of made.near(id)) altered.add(near)
    for (const id of altered) make(id)
  }

  return {
    rows,
    entries: () => entries.values(),
    classesOf: (pupilId: string) => made?.classesOf(pupilId) ?? '',

    /** Brings the index up to what is on disk: all of it when another school or day has come. */
    refresh(db: ReadDb, when: When) {
      const isOther = madeFor?.db !== db || madeFor.today !== when.today
      const changed: ChangedRows = waiting ?? new Map()
      // Which year runs decides the class of everybody.
      const isAltered = changed.has('schoolYears') || countOf(changed) > manyRows
      if (isOther || isAltered) for (const _ of makeAll(db, when));
      else if (changed.size > 0) makeChanged(db, when, changed)
    },

    makeAll,

    changed(changed: ChangedRows) {
      if (!waiting) return
      for (const [table, ids] of changed) {
        const known = waiting.get(table) ?? new Set()
        for (const id of ids) known.add(id)
        waiting.set(table, known)
      }
    },

    forget() {
      making += 1
      madeFor = null
      made = null
      waiting = null
      entries.clear()
      rows.clear()
    },
  }
}

function countOf(changed: ChangedRows) {
  let count = 0
  for (const ids of changed.values()) count += ids.size
  return count
}
