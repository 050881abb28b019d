import { and, eq, gte, isNotNull, isNull } from 'drizzle-orm'
import { countsAsTold } from '#shared/absences/follow-up/absence-notice.ts'
import { wasReached } from '#shared/absences/follow-up/call-attempt.ts'
import type { CounterContest, CounterReport } from '#shared/counters/counter-rows.ts'
import { type LeaveRequest, refusedDays } from '#shared/leave/leave-request.ts'
import { type Day, dayAt } from '#shared/platform/day.ts'
import type { Country } from '#shared/platform/language.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { absenceNotices, callAttempts } from '../absences/absences-table.ts'
import { leaveRequests } from '../leave/leave-table.ts'
import type { ReadDb } from '../platform/database.ts'
import { counterContests, counterReports } from './counters-table.ts'

type Asked = {
  readonly since: Day
  readonly only: PupilId | null
  readonly timeZone: string
  readonly country: Country
}

/** What else counters go by, by pupil. */
export type Around = {
  readonly contests: ReadonlyMap<PupilId, readonly CounterContest[]>
  readonly reports: ReadonlyMap<PupilId, readonly CounterReport[]>
  readonly refused: ReadonlyMap<PupilId, readonly { from: Day; until: Day }[]>
  readonly toldOn: ReadonlyMap<PupilId, ReadonlySet<Day>>
}

export function readAround(db: ReadDb, asked: Asked): Around {
  return {
    contests: Map.groupBy(readContests(db, asked), ({ pupilId }) => pupilId),
    reports: Map.groupBy(readReports(db, asked), ({ pupilId }) => pupilId),
    // Each is asked by the counters of one country alone.
    refused: asked.country === 'nl' ? readRefused(db, asked) : new Map(),
    toldOn: asked.country === 'se' ? readTold(db, asked) : new Map(),
  }
}

const readContests = (db: ReadDb, { since, only }: Asked): readonly CounterContest[] =>
  db
    .select()
    .from(counterContests)
    .where(
      and(
        gte(counterContests.day, since),
        isNull(counterContests.withdrawnAt),
        only ? eq(counterContests.pupilId, only) : undefined,
      ),
    )
    .all()

const readReports = (db: ReadDb, { since, only }: Asked): readonly CounterReport[] =>
  db
    .select()
    .from(counterReports)
    .where(
      and(gte(counterReports.until, since), only ? eq(counterReports.pupilId, only) : undefined),
    )
    .all()

function readRefused(db: ReadDb, { since, only }: Asked) {
  const rows: LeaveRequest[] = db
    .select()
    .from(leaveRequests)
    .where(
      and(
        gte(leaveRequests.until, since),
        isNotNull(leaveRequests.decision),
        only ? eq(leaveRequests.pupilId, only) : undefined,
      ),
    )
    .all()
  const byPupil = new Map<PupilId, { from: Day; until: Day }[]>()
  for (const request of rows) {
    const days = byPupil.get(request.pupilId) ?? []
    byPupil.set(request.pupilId, [...days, ...refusedDays(request)])
  }
  return byPupil
}

/** The days, by the school's clock, on which somebody spoke with or wrote to a guardian. */
function readTold(db: ReadDb, { since, only, timeZone }: Asked) {
  const told = new Map<PupilId, Set<Day>>()
  const add = (pupilId: PupilId, moment: string) => {
    const days = told.get(pupilId) ?? new Set<Day>()
    told.set(pupilId, days.add(dayAt(moment, timeZone)))
  }
  const calls = db
    .select()
    .from(callAttempts)
    .where(and(gte(callAttempts.day, since), only ? eq(callAttempts.pupilId, only) : undefined))
    .all()
  for (const { pupilId, result, at } of calls) if (wasReached(result)) add(pupilId, at)
  const notices = db
    .select()
    .from(absenceNotices)
    .where(and(gte(absenceNotices.day, since), only ? eq(absenceNotices.pupilId, only) : undefined))
    .all()
  for (const notice of notices) if (countsAsTold(notice)) add(notice.pupilId, notice.stateAt)
  return told
}
