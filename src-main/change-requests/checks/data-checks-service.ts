import { desc, eq, inArray } from 'drizzle-orm'
import { type DataCheck, DataCheckId, isOpen } from '#shared/change-requests/data-check.ts'
import type {
  DataCheckRow,
  DataChecksContract,
} from '#shared/change-requests/data-checks-contract.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import { groups } from '../../groups/groups-table.ts'
import type { Context, ReadDb, Service, WriteDb } from '../../platform/database.ts'
import { dataChecks, dataConfirmations } from '../change-requests-table.ts'
import { askedGuardians } from './asked-guardians.ts'
import { checkSheets } from './check-sheets.ts'

/** Rounds in which guardians look whether what the school knows is still right. */
export const dataChecksService: Service<DataChecksContract> = {
  list(db, _input, caller) {
    const found = db.select().from(dataChecks).orderBy(desc(dataChecks.startedOn)).all()
    return found.map((check) => rowOf(db, check, caller))
  },

  progress(db, { id }, caller) {
    const check = find(db, id)
    return check ? ok(askedGuardians(db, check, caller)) : refuse('check.not-found')
  },

  start(db, { name, groupIds, endsOn }, caller) {
    const id = DataCheckId.parse(caller.newId())
    const startedOn = caller.today
    const check = { id, name, groupIds, startedOn, endsOn, remindedAt: null, closedAt: null }
    if (askedGuardians(db, check, caller).length === 0) return refuse('check.no-guardians')
    db.save(dataChecks, check)
    db.describe(name)
    return ok(id)
  },

  remind: (db, { id }, caller) => change(db, id, { remindedAt: caller.now }, caller),
  close: (db, { id }, caller) => change(db, id, { closedAt: caller.now }, caller),

  confirm(db, { id, guardianId }, caller) {
    const check = find(db, id)
    if (!check) return refuse('check.not-found')
    const asked = askedGuardians(db, check, caller).find((each) => each.guardianId === guardianId)
    if (!asked) return refuse('check.not-found')
    db.save(dataConfirmations, {
      id: caller.newId(),
      guardianId,
      checkId: id,
      confirmedAt: caller.now,
      source: 'paper',
      way: 'right',
    })
    db.describe(asked.name)
    return ok(null)
  },

  sheets(db, { id, guardianIds }, caller) {
    const check = find(db, id)
    if (!check) return refuse('check.not-found')
    const wanted: ReadonlySet<string> = new Set(guardianIds)
    const asked = askedGuardians(db, check, caller).filter(({ guardianId, hasAccount, answer }) =>
      wanted.size > 0 ? wanted.has(guardianId) : !hasAccount && !answer,
    )
    return asked.length > 0
      ? ok(checkSheets(db, { check, asked }, caller))
      : refuse('check.no-guardians')
  },
}

const find = (db: ReadDb, id: DataCheckId) =>
  db.select().from(dataChecks).where(eq(dataChecks.id, id)).get()

function change(db: WriteDb, id: DataCheckId, fields: Partial<DataCheck>, caller: Context) {
  const check = find(db, id)
  if (!check) return refuse('check.not-found')
  if (!isOpen(check, caller.today)) return refuse('check.closed')
  db.save(dataChecks, { ...check, ...fields })
  db.describe(check.name)
  return ok(null)
}

function rowOf(db: ReadDb, check: DataCheck, caller: Context): DataCheckRow {
  const asked = askedGuardians(db, check, caller)
  const said = (way: string) => asked.filter(({ answer }) => answer?.way === way).length
  return {
    ...check,
    isOpen: isOpen(check, caller.today),
    groupNames: groupNames(db, check),
    asked: asked.length,
    right: said('right'),
    requested: said('request'),
  }
}

function groupNames(db: ReadDb, { groupIds }: DataCheck) {
  if (!groupIds) return ''
  const found = db
    .select({ name: groups.name })
    .from(groups)
    .where(inArray(groups.id, groupIds))
    .all()
  return found.map(({ name }) => name).join(', ')
}
