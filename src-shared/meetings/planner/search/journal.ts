import { nowhere } from '../model/build-model.ts'
import type { ModelTalk } from '../model/model.ts'
import { talksOf } from './insert-party.ts'
import type { Schedule } from './schedule.ts'

/** Remembers where the talks of touched parties stood, so that a step can be taken back. */
export function createJournal(schedule: Schedule) {
  const { model, starts } = schedule
  const parties: number[] = []
  const isTouched = new Uint8Array(model.parties.length)
  const before: { talk: ModelTalk; start: number }[] = []

  function touch(party: number) {
    if (isTouched[party] === 1) return
    isTouched[party] = 1
    parties.push(party)
    for (const talk of talksOf(schedule, party)) {
      before.push({ talk, start: starts[talk.index] ?? nowhere })
    }
  }

  function forget() {
    for (const party of parties) isTouched[party] = 0
    parties.length = 0
    before.length = 0
  }

  return {
    parties,
    forget,
    touch,
    isTouched: (party: number) => isTouched[party] === 1,
    /** Takes talks of a party out of the plan; those that are pinned stay. */
    lift(party: number, isTaken: (talk: ModelTalk) => boolean) {
      touch(party)
      for (const talk of talksOf(schedule, party)) {
        if (!talk.isPinned && isTaken(talk)) schedule.lift(talk)
      }
      schedule.recount(party)
    },
    undo() {
      for (const { talk, start } of before) if (starts[talk.index] !== start) schedule.lift(talk)
      for (const { talk, start } of before) {
        if (start !== nowhere && starts[talk.index] === nowhere) schedule.place(talk, start)
      }
      for (const party of parties) schedule.recount(party)
      forget()
    },
  }
}

export type Journal = ReturnType<typeof createJournal>
