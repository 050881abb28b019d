import assert from 'node:assert/strict'
import { it } from 'node:test'
import { ChangePartId, ChangeRequestId } from '#shared/change-requests/change-request.ts'
import { GuardianId, GuardianLinkId } from '#shared/families/guardian.ts'
import { HouseholdId } from '#shared/families/household.ts'
import { Day } from '#shared/platform/day.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import { changeRequestsService } from '../../src-main/change-requests/change-requests-service.ts'
import {
  changeParts,
  changeRequests,
} from '../../src-main/change-requests/change-requests-table.ts'
import { guardianLinks, guardians, households } from '../../src-main/families/families-table.ts'
import type { Context, WriteDb } from '../../src-main/platform/database.ts'
import { linkId, newId } from '../../src-main/platform/ids.ts'
import { pupils } from '../../src-main/pupils/pupils-table.ts'
import { aGuardian, aLink, anAddress } from '../builders/families.ts'
import { numbered } from '../builders/school.ts'
import { openTestPglite } from '../portal/test-databases.ts'
import { noor, pupil } from '../sync/school-rows.ts'
import { aSyncedDesk, type SyncedDesk } from '../sync/test-desk.ts'
import { aHub, heidi } from '../sync/test-hub.ts'

const child = PupilId.parse(noor)
const mother = GuardianId.parse(numbered(801))
const home = HouseholdId.parse(numbered(802))
const id = ChangeRequestId.parse(numbered(803))
const [street, town] = [ChangePartId.parse(numbered(804)), ChangePartId.parse(numbered(805))]

const caller: Context = {
  ...{ staffId: numbered(1), staffName: 'Heidi', role: 'office', seesMedical: true },
  ...{ now: '2026-11-23T09:00:00.000Z', today: Day.parse('2026-11-23'), country: 'nl', newId },
}

it('of two offices that decide offline the first stands whole, and the second keeps nothing of its own', async () => {
  const database = await openTestPglite()
  const hub = await aHub(database)
  try {
    using first = await aSyncedDesk({ hub, joins: null, before: (file) => file.write(by, fill) })
    await first.sync()
    using second = await aSyncedDesk({ hub, joins: heidi })
    await second.sync()

    const one = decide(first, 'Eerste straat', 'reject')
    const two = decide(second, 'Tweede straat', 'accept')
    await first.sync()
    await second.sync()
    await first.sync()

    assert.deepEqual([one.ok, two.ok], [true, true])
    for (const desk of [first, second]) {
      assert.equal(desk.waiting(), 0)
      const { read } = desk.database()
      const [stands] = read.select().from(households).all()
      assert.equal(`${stands?.street}, ${stands?.town}`, 'Eerste straat, Dorp')
      assert.deepEqual(
        read
          .select()
          .from(changeParts)
          .orderBy(changeParts.position)
          .all()
          .map((part) => part.decision),
        ['accepted', 'rejected'],
      )
    }
    const told = second.database().sqlite.prepare('SELECT code FROM rejections').all()
    assert(told.some((each) => Object(each).code === 'decided-already'))
  } finally {
    await hub.app.close()
    await database.close()
  }
})

const by = { staffId: heidi, path: 'test' }

function decide(desk: SyncedDesk, to: string, ofTown: 'accept' | 'reject') {
  return desk.database().write({ staffId: heidi, path: 'changeRequests.decide' }, (db: WriteDb) => {
    const found = changeRequestsService.find(db, { id }, caller)
    if (!found.ok) throw new Error(found.refusal)
    return changeRequestsService.decide(
      db,
      {
        ...{ id, movers: null },
        parts: found.value.parts.map((part) => ({
          ...{ id: part.id, now: part.now, reason: null, document: null },
          choice: part.field === 'street' ? ('accept' as const) : ofTown,
          value: part.field === 'street' ? to : part.asked,
        })),
      },
      caller,
    )
  })
}

function fill(db: WriteDb) {
  db.save(pupils, {
    ...pupil(noor, 'Noor'),
    ...{ id: child, sex: 'female', protectionLevel: 0, homeLanguages: [] },
  })
  db.save(households, { ...anAddress('Molenweg', '81'), id: home })
  db.save(guardians, { ...aGuardian('Anna', 'Jansen'), id: mother, householdId: home })
  db.save(guardianLinks, {
    ...aLink(),
    ...{ id: GuardianLinkId.parse(linkId('guardianLinks', child, mother)) },
    ...{ pupilId: child, guardianId: mother },
  })
  const part = {
    ...({ requestId: id, act: 'set', tbl: 'households', rowId: home, remark: null } as const),
    ...{ isMedical: false, documentAskedAt: null, documentSeenAt: null, decision: null },
    ...{ decided: null, before: null, reason: null, decidedAt: null, decidedBy: null },
  }
  const fields = [
    { id: street, position: 0, field: 'street', seen: 'Molenweg', asked: 'Kade' },
    { id: town, position: 1, field: 'town', seen: 'Dorp', asked: 'Stad' },
  ]
  for (const each of fields) db.save(changeParts, { ...part, ...each })
  db.save(changeRequests, {
    ...{ id, guardianId: mother, pupilIds: [child], tab: 'address', source: 'portal' },
    ...{ isMedical: false, partIds: [street, town], madeAt: '2026-11-22T09:00:00.000Z' },
    ...{ enteredBy: null, checkId: null, withdrawnAt: null, answeredAt: null },
  })
}
