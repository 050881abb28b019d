import process from 'node:process'
import {
  type ChangePart,
  ChangePartId,
  type ChangeRequest,
  ChangeRequestId,
} from '#shared/change-requests/change-request.ts'
import type { Household } from '#shared/families/household.ts'
import {
  changeParts,
  changeRequests,
} from '../../src-main/change-requests/change-requests-table.ts'
import { guardianLinks, guardians, households } from '../../src-main/families/families-table.ts'
import { newId } from '../../src-main/platform/ids.ts'
import { makePracticeSchool } from '../../src-main/practice/practice-school.ts'
import { savePracticeSchool } from '../../src-main/practice/save-practice-school.ts'
import { aSchool, heidi, monday } from '../builders/school.ts'
import { type Figure, median, within } from './figure.ts'

const open = 2000
const decided = 60

/** The inbox of a large school on a bad morning: how long the data thread is kept from other work. */
export async function requestFigures(): Promise<readonly Figure[]> {
  using school = aSchool()
  fill(school)
  const list = await cpu(15, () => school.changeRequests.list({ of: 'open' }))
  const rows = await school.changeRequests.list({ of: 'open' })
  const finds: number[] = []
  const accepts: number[] = []
  for (const { id } of rows.slice(-decided)) {
    const since = process.cpuUsage()
    const found = await school.changeRequests.find({ id })
    finds.push(spent(since))
    if (!found.ok) continue
    const parts = found.value.parts.map((part) => ({
      ...{ id: part.id, choice: 'accept' as const, value: part.asked, now: part.now },
      ...{ reason: null, document: null },
    }))
    const before = process.cpuUsage()
    const answer = await school.changeRequests.decide({ id, parts, movers: null })
    if (answer.ok) accepts.push(spent(before))
  }
  if (accepts.length < decided / 2) throw new Error('Too few requests could be accepted.')
  return [
    within('requests: inbox with 2,000 open', 'ms', median(list), 100),
    within('requests: one request opened', 'ms', median(finds), 50),
    within('requests: accept with 5 fields', 'ms', median(accepts), 10),
  ]
}

type School = ReturnType<typeof aSchool>

function fill(school: School) {
  const rows = makePracticeSchool({ country: 'nl', pupils: 1500, seed: 1, today: monday })
  school.database.write({ staffId: heidi, path: 'practice.make' }, (db) => {
    for (const _ of savePracticeSchool(db, rows));
  })
  const db = school.database.read
  const homes = new Map(
    db
      .select()
      .from(households)
      .all()
      .map((home) => [home.id, home]),
  )
  const people = new Map(
    db
      .select()
      .from(guardians)
      .all()
      .map((each) => [each.id, each]),
  )
  const links = db
    .select()
    .from(guardianLinks)
    .all()
    .filter(({ noContact, portalAccess }) => portalAccess && !noContact)
  school.database.write({ staffId: heidi, path: 'sync.received' }, (write) => {
    for (let at = 0; at < open; at++) {
      const link = links[(at * 7) % links.length]
      const home =
        link &&
        homes.get(people.get(link.guardianId)?.householdId ?? homes.keys().next().value ?? never())
      if (!link || !home) continue
      const { request, parts } = anAddress(link, home, at)
      write.save(changeRequests, request)
      for (const part of parts) write.save(changeParts, part)
    }
  })
}

function never(): never {
  throw new Error('There are no homes.')
}

const fields = ['street', 'houseNumber', 'houseNumberAddition', 'town', 'mailingAddress'] as const

function anAddress(
  { guardianId, pupilId }: typeof guardianLinks.$inferSelect,
  home: Household,
  at: number,
) {
  const requestId = ChangeRequestId.parse(newId())
  const parts = fields.map(
    (field, position): ChangePart => ({
      ...{ id: ChangePartId.parse(newId()), requestId, position, act: 'set', tbl: 'households' },
      ...{ rowId: home.id, field, seen: home[field], asked: `${at} ${position}`, remark: null },
      ...{ isMedical: false, documentAskedAt: null, documentSeenAt: null, decision: null },
      ...{ decided: null, before: null, reason: null, decidedAt: null, decidedBy: null },
    }),
  )
  const request: ChangeRequest = {
    ...{ id: requestId, guardianId, pupilIds: [pupilId], tab: 'address', source: 'portal' },
    ...{ isMedical: false, partIds: parts.map(({ id }) => id), enteredBy: null, checkId: null },
    madeAt: new Date(Date.parse('2026-11-01T08:00:00.000Z') + at * 60_000).toISOString(),
    ...{ withdrawnAt: null, answeredAt: null },
  }
  return { request, parts }
}

/** Milliseconds of the processor, so that a busy machine does not matter. */
async function cpu(times: number, work: () => Promise<unknown>) {
  const all: number[] = []
  for (let at = 0; at < times; at++) {
    const since = process.cpuUsage()
    await work()
    all.push(spent(since))
  }
  return all
}

function spent(since: NodeJS.CpuUsage) {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}
