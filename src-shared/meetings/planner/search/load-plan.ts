import { nowhere } from '../model/build-model.ts'
import type { Model } from '../model/model.ts'
import { canCome } from './reassign-teacher.ts'
import { createSchedule, type Schedule } from './schedule.ts'

/** A schedule on which everything stands that is pinned. */
export function pinnedSchedule(model: Model): Schedule {
  const schedule = createSchedule(model)
  for (const { index, talks } of model.parties) {
    for (const talk of talks) {
      const start = talk.starts[0]
      if (talk.isPinned && start !== undefined) schedule.place(talk, start)
    }
    schedule.recount(index)
  }
  return schedule
}

/** Adds what stands in a plan; what no longer fits (a teacher is ill) is left out. */
export function placeStanding(schedule: Schedule, from: Int16Array) {
  const { model, starts } = schedule
  for (const talk of model.talks) {
    const start = from[talk.index] ?? nowhere
    if (start === nowhere || starts[talk.index] !== nowhere) continue
    if (!talk.starts.includes(start) || !canCome(model, starts, talk, start)) continue
    if (schedule.fits(talk, start)) schedule.place(talk, start)
  }
  for (const { index } of model.parties) schedule.recount(index)
}
