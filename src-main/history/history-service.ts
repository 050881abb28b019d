import type {
  ActionRow,
  HistoryContract,
  HistoryRefusal,
} from '#shared/history/history-contract.ts'
import type { Progress } from '#shared/platform/contract.ts'
import { ok, type Result, refuse } from '#shared/platform/result.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import type { Context, Service, WriteDb } from '../platform/database.ts'
import type { SchoolDatabase } from '../platform/open-database.ts'
import { changeRows } from './change-rows.ts'
import { whatForbids } from './history-guards.ts'
import { actionRows, type OwnAction, ownActions, whyNotOwn } from './own-actions.ts'
import { revertChange } from './revert-change.ts'
import { rowsAbout } from './rows-about.ts'
import { changesOf, changesOfRow, changesOfRows } from './stored-history.ts'

/** What happened to whom, and the way back. */
export function createHistory(database: () => SchoolDatabase): Service<HistoryContract> {
  /** Takes back the newest step of an action: the action itself, its undoing, or its redoing. */
  function* takeBack(
    db: WriteDb,
    action: OwnAction | undefined,
    caller: Context,
  ): Generator<Progress, Result<ActionRow, HistoryRefusal> | null, void> {
    if (!action) return null
    const { sqlite } = database()
    const changes = changesOf(sqlite, action.tip.id)
    const forbidden = whatForbids(db, database(), changes, caller)
    if (forbidden) return refuse(forbidden)
    // Read before it is taken back: a row that goes no longer says whom it was about.
    const [row] = actionRows(db, sqlite, [action], caller)
    if (!row || !(yield* db.takeBack(changes))) return refuse('history.changed-since')

    db.markUndone(action.tip.id)
    if (action.root.subject) db.describe(action.root.subject)
    return ok({ ...row, isUndone: !action.isUndone })
  }

  return {
    lastActions(db, _input, caller) {
      const { sqlite } = database()
      return actionRows(db, sqlite, ownActions(sqlite, caller), caller)
    },

    *undo(db, { actionId }, caller) {
      const { sqlite } = database()
      const standing = ownActions(sqlite, caller).filter(({ isUndone }) => !isUndone)
      const wanted = actionId ? standing.find(({ root }) => root.id === actionId) : standing[0]
      const why = actionId ? whyNotOwn(sqlite, actionId, caller) : 'history.nothing-to-undo'
      return (yield* takeBack(db, wanted, caller)) ?? refuse(why)
    },

    *redo(db, _input, caller) {
      const own = ownActions(database().sqlite, caller)
      const undone = own.filter(({ isUndone }) => isUndone)
      const last = undone.reduce<OwnAction | undefined>(newer, undefined)
      // As everywhere: whoever has done something new since has left the old way.
      const hasMovedOn = last && own.some(({ root }) => root.n > last.tip.n)
      const wanted = hasMovedOn ? undefined : last
      return (yield* takeBack(db, wanted, caller)) ?? refuse('history.nothing-to-redo')
    },

    ofRow(db, { table, rowId, field }, caller) {
      const changes = changesOfRow(database().sqlite, { tbl: table, rowId, field })
      return changeRows(db, database(), changes, caller)
    },

    ofPupil(db, { pupilId }, caller) {
      const { sqlite } = database()
      const rows = rowsAbout(db, sqlite, [PupilId.parse(pupilId)])
      return changeRows(db, database(), changesOfRows(sqlite, [...rows.keys()]), caller)
    },

    revert: (db, { changeId }, caller) => revertChange(db, database(), changeId, caller),
  }
}

function newer(known: OwnAction | undefined, action: OwnAction) {
  return known && known.tip.n > action.tip.n ? known : action
}
