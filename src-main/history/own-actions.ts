import type { ActionRow } from '#shared/history/history-contract.ts'
import { hidesName, shownName } from '#shared/pupils/mask.ts'
import { seesEveryPupil } from '#shared/staff/rights.ts'
import type { Context, ReadDb } from '../platform/database.ts'
import type { SchoolDatabase } from '../platform/open-database.ts'
import { coveredPupils } from './history-mask.ts'
import { rowsAbout } from './rows-about.ts'
import {
  countChanges,
  findAction,
  lastActionsOf,
  type StoredAction,
  touchedRows,
} from './stored-history.ts'

type Sqlite = SchoolDatabase['sqlite']

/**
 * Something the caller did, with the newest link of its chain: undoing takes back an action,
 * redoing takes back the undoing, and so on. After an odd number of steps the action is undone.
 */
export type OwnAction = {
  readonly root: StoredAction
  readonly tip: StoredAction
  readonly isUndone: boolean
}

/** The caller's last actions, newest first. */
export function ownActions(sqlite: Sqlite, caller: Context): OwnAction[] {
  return lastActionsOf(sqlite, caller.staffId)
    .filter(({ path }) => mayRead(path, caller))
    .map((root) => followed(sqlite, root))
}

/** Why an action is not among the caller's own. */
export function whyNotOwn(sqlite: Sqlite, actionId: string, { staffId }: Context) {
  const action = findAction(sqlite, actionId)
  if (!action) return 'history.not-found'
  return action.staffId === staffId ? 'history.nothing-to-undo' : 'history.not-yours'
}

/** The actions as a list shows them. */
export function actionRows(
  db: ReadDb,
  sqlite: Sqlite,
  actions: readonly OwnAction[],
  { staffName }: Context,
): ActionRow[] {
  const covers = coversOf(db, sqlite, actions)
  return actions.map(({ root, isUndone }) => ({
    id: root.id,
    at: root.at,
    staffName,
    path: root.path,
    subject: covers.get(root.id) ?? root.subject,
    changeCount: countChanges(sqlite, root.id),
    isUndone,
    isOwn: true,
  }))
}

/** Somebody who sees no pupils now may have worked with them before; those names are gone too. */
function mayRead(path: string, caller: Context) {
  return seesEveryPupil(caller) || /^(staff|school|overviews)\./.test(path)
}

function followed(sqlite: Sqlite, root: StoredAction): OwnAction {
  let tip = root
  let isUndone = false
  while (tip.undoneBy !== null) {
    const next = findAction(sqlite, tip.undoneBy)
    if (!next) break
    tip = next
    isUndone = !isUndone
  }
  return { root, tip, isUndone }
}

/** Aliases in place of subjects: a name was written down before it had to be kept secret. */
function coversOf(db: ReadDb, sqlite: Sqlite, actions: readonly OwnAction[]) {
  const secret = [...coveredPupils(db).values()].filter(hidesName)
  const names = new Map(secret.map((pupil) => [pupil.id, shownName(pupil)]))
  const pupilsByRow = rowsAbout(db, sqlite, [...names.keys()])
  // An import is about a file, and its subject is that file's name.
  const actionIds = actions.filter(({ root }) => !root.path.startsWith('imports.'))
  const touched = touchedRows(
    sqlite,
    actionIds.map(({ root }) => root.id),
    [...pupilsByRow.keys()],
  )
  const covers = new Map<string, string>()
  for (const { actionId, rowId } of touched) {
    const [pupilId] = pupilsByRow.get(rowId) ?? []
    const name = pupilId && names.get(pupilId)
    if (name) covers.set(actionId, name)
  }
  return covers
}
