import { useState } from 'react'
import { meetingRefusalMessages } from '#shared/meetings/meeting-refusal-messages.ts'
import type { RoundPage } from '#shared/meetings/meetings-contract.ts'
import { meetingsMessages } from '#shared/meetings/meetings-messages.ts'
import { gridMinutes, joined } from '#shared/meetings/places.ts'
import type { MeetingDay, MeetingResource, TimeSpan } from '#shared/meetings/round.ts'
import { clockOf } from '#shared/meetings/times.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { meetings, told } from '../meeting-calls.ts'
import classes from '../meetings.module.css'
import { FitLine } from '../setup/setup-tab.tsx'

/** When each teacher is there, painted on a grid. */
export function HoursTab({ page }: { readonly page: RoundPage }) {
  const say = useSay(meetingsMessages)
  const formats = useFormats()
  const { days, resources } = page.sheet
  return (
    <div className={classes.setup}>
      <FitLine page={page} />
      <p className={classes.meta}>{say('hours-text')}</p>
      {days.map((day) => (
        <section key={day.id}>
          <h2 className={classes.dayTitle}>{formats.longDay(day.day)}</h2>
          <div className={classes.hours}>
            {resources.map((resource) => (
              <TeacherHours
                key={`${resource.id} ${JSON.stringify(resource.free)}`}
                page={page}
                day={day}
                resource={resource}
              />
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}

type Props = {
  readonly page: RoundPage
  readonly day: MeetingDay
  readonly resource: MeetingResource
}

/** One row of boxes; what is painted is saved when the pointer lets go, or at each key. */
function TeacherHours({ page, day, resource }: Props) {
  const say = useSay(meetingsMessages)
  const sayRefusal = useSay(meetingRefusalMessages)
  const step = Math.max(gridMinutes, page.sheet.round.minutes)
  const starts = Array.from(
    { length: Math.ceil((day.until - day.from) / step) },
    (_, n) => day.from + n * step,
  )
  const isFree = (from: number) =>
    resource.free.some((span) => span.dayId === day.id && span.from <= from && from < span.until)
  const [free, setFree] = useState(() => new Set(starts.filter(isFree)))
  const [painting, paint] = useState<boolean | null>(null)
  const teacher = page.names.resources[resource.id] ?? ''

  function keep(now: ReadonlySet<number>) {
    const painted = starts.flatMap((from): TimeSpan[] =>
      now.has(from) ? [{ dayId: day.id, from, until: Math.min(day.until, from + step) }] : [],
    )
    const others = resource.free.filter(({ dayId }) => dayId !== day.id)
    const { id, roundId, ...fields } = resource
    const wanted = { ...fields, free: [...joined([...others, ...painted])] }
    void told(sayRefusal, meetings.saveResource({ roundId, id, fields: wanted }))
  }
  function set(from: number, isThere: boolean) {
    const now = new Set(free)
    if (isThere) now.add(from)
    else now.delete(from)
    setFree(now)
    return now
  }
  function stop() {
    if (painting === null) return
    paint(null)
    keep(free)
  }
  return (
    <div className={classes.hoursRow}>
      <span className={classes.hoursName}>{teacher}</span>
      <fieldset
        aria-label={say('hours-label', { teacher, day: day.day })}
        className={classes.boxes}
        onPointerLeave={stop}
        onPointerUp={stop}
      >
        {starts.map((from) => (
          <button
            key={from}
            type="button"
            className={classes.box}
            aria-pressed={free.has(from)}
            aria-label={say(free.has(from) ? 'hour-free' : 'hour-away', { time: clockOf(from) })}
            title={clockOf(from)}
            data-whole={from % 60 === 0 || undefined}
            onPointerDown={(event) => {
              event.currentTarget.releasePointerCapture(event.pointerId)
              paint(!free.has(from))
              set(from, !free.has(from))
            }}
            onPointerEnter={() => painting !== null && set(from, painting)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return
              event.preventDefault()
              keep(set(from, !free.has(from)))
            }}
          >
            {from % 60 === 0 ? clockOf(from).slice(0, 2) : ''}
          </button>
        ))}
      </fieldset>
      <Button size="small" kind="quiet" onClick={() => keep(new Set())}>
        {say('ill')}
      </Button>
    </div>
  )
}
