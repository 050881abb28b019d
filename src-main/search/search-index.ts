import type { Context, ReadDb } from '../platform/database.ts'
import { createEntries } from './search-entries.ts'
import type { Entry } from './search-entry.ts'
import { type ChangedRows, createSearchRows } from './search-rows.ts'

export type SearchIndex = ReturnType<typeof createSearchIndex>
type When = Pick<Context, 'today' | 'country'>

/** From this many changed rows on (an import) reading everything again is quicker. */
const manyRows = 3000

/** Everything that can be found, in memory; made at the first search and kept up row by row. */
export function createSearchIndex() {
  const rows = createSearchRows()
  const entries = new Map<string, Entry>()
  let made: ReturnType<typeof createEntries> | null = null
  let madeFor: { readonly db: ReadDb; readonly today: string } | null = null
  let waiting = new Map<string, Set<string>>()

  function makeAll(db: ReadDb, when: When) {
    waiting = new Map()
    rows.fill(db)
    made = createEntries(rows, when)
    madeFor = { db, today: when.today }
    entries.clear()
    for (const id of made.ids()) make(id)
  }

  function make(id: string) {
    const entry = made?.make(id)
    if (entry) entries.set(id, entry)
    else entries.delete(id)
  }

  function makeChanged(db: ReadDb, when: When) {
    const changed = waiting
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
      // Which year runs decides the class of everybody.
      const isAltered = waiting.has('schoolYears') || countOf(waiting) > manyRows
      if (isOther || isAltered) makeAll(db, when)
      else if (waiting.size > 0) makeChanged(db, when)
    },

    changed(changed: ChangedRows) {
      // Before the first search there is nothing to keep up.
      if (!madeFor) return
      for (const [table, ids] of changed) {
        const known = waiting.get(table) ?? new Set()
        for (const id of ids) known.add(id)
        waiting.set(table, known)
      }
    },

    forget() {
      madeFor = null
      made = null
      waiting = new Map()
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
