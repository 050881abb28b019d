import { useState } from 'react'
import { boardMessages } from '#shared/meetings/board-messages.ts'
import { meetingRefusalMessages } from '#shared/meetings/meeting-refusal-messages.ts'
import type { RoundPage } from '#shared/meetings/meetings-contract.ts'
import { rhythmOf, whyNotAt } from '#shared/meetings/places.ts'
import { type MeetingTalk, placeOf, type TalkPlace } from '#shared/meetings/talk.ts'
import { clockOf } from '#shared/meetings/times.ts'
import { useSay } from '../../platform/language.tsx'
import { meetings, told } from '../meeting-calls.ts'

export type Moving = ReturnType<typeof useMoving>

/** A card that is picked up, where it would go, and what is said of it aloud. */
export function useMoving({ sheet, names }: RoundPage, onDay: (dayId: string) => void) {
  const say = useSay(boardMessages)
  const sayRefusal = useSay(meetingRefusalMessages)
  const [held, hold] = useState<MeetingTalk | null>(null)
  const [aim, setAim] = useState<TalkPlace | null>(null)
  const [spoken, speak] = useState('')
  const who = (talk: MeetingTalk) => names.pupils[talk.pupilId]?.name ?? ''

  /** Where the teacher's talks can begin, in the order of time. */
  function targets(talk: MeetingTalk) {
    const teacher = sheet.resources.find(({ id }) => id === talk.resourceIds[0])
    const days = sheet.days.map(({ id }) => id)
    return teacher
      ? rhythmOf(sheet.round, teacher).toSorted(
          (a, b) => days.indexOf(a.dayId) - days.indexOf(b.dayId) || a.from - b.from,
        )
      : []
  }
  function pick(talk: MeetingTalk) {
    hold(talk)
    const free = targets(talk)
    setAim(
      placeOf(talk.place) ?? free.find((place) => !whyNotAt(sheet, talk, place)) ?? free[0] ?? null,
    )
    speak(say('picked-up', { who: who(talk) }))
  }
  function drop() {
    if (held) speak(say('let-go', { who: who(held) }))
    hold(null)
    setAim(null)
  }
  function step(by: 1 | -1) {
    if (!held) return
    const all = targets(held)
    const at = all.findIndex((each) => each.dayId === aim?.dayId && each.from === aim.from)
    const next = all[Math.min(all.length - 1, Math.max(0, at + by))]
    if (!next) return
    setAim(next)
    onDay(next.dayId)
    const why = whyNotAt(sheet, held, next)
    speak(`${clockOf(next.from)}${why ? ` – ${sayRefusal(why)}` : ''}`)
  }
  async function put(talk: MeetingTalk, place: TalkPlace | null) {
    const there = place && occupant(sheet.talks, talk, place)
    const asked = meetings.place({ talkId: talk.id, place, swap: there?.id ?? null })
    const done = place
      ? say('put-down', { who: who(talk), time: clockOf(place.from) })
      : say('in-tray', { who: who(talk) })
    if (!(await told(sayRefusal, asked, done))) return
    speak(done)
    hold(null)
    setAim(null)
  }
  async function pin(talk: MeetingTalk) {
    const done = say(talk.isPinned ? 'unpinned' : 'pinned', { who: who(talk) })
    const asked = meetings.pin({ talkId: talk.id, isPinned: !talk.isPinned })
    if (await told(sayRefusal, asked)) speak(done)
  }
  return { held, aim, spoken, who, pick, drop, step, put, pin }
}

/** Who stands exactly there with the same teacher: the two change places. */
function occupant(talks: readonly MeetingTalk[], talk: MeetingTalk, place: TalkPlace) {
  return talks.find((each) => {
    const at = placeOf(each.place)
    const isThere = at?.dayId === place.dayId && at.from === place.from
    return isThere && each.id !== talk.id && each.resourceIds[0] === talk.resourceIds[0]
  })
}
