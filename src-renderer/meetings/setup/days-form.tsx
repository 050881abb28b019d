import { useState } from 'react'
import { meetingRefusalMessages } from '#shared/meetings/meeting-refusal-messages.ts'
import type { RoundPage } from '#shared/meetings/meetings-contract.ts'
import { meetingsMessages } from '#shared/meetings/meetings-messages.ts'
import { MeetingDayFields } from '#shared/meetings/round.ts'
import { clockOf, minutesOf } from '#shared/meetings/times.ts'
import { addDays, type Day } from '#shared/platform/day.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { Button, IconButton } from '../../platform/ui/button.tsx'
import { DateField } from '../../platform/ui/fields/date-field.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import { IconPlus, IconTrash } from '../../platform/ui/icons.ts'
import { meetings, told } from '../meeting-calls.ts'
import classes from '../meetings.module.css'

type Line = {
  readonly key: number
  readonly day: Day | null
  readonly from: string
  readonly until: string
}

/** Days and evenings of a round, saved together. */
export function DaysForm({ page: { sheet } }: { readonly page: RoundPage }) {
  const say = useSay(meetingsMessages)
  const sayRefusal = useSay(meetingRefusalMessages)
  const formats = useFormats()
  const known = sheet.days.map(({ day, from, until }, key) => ({
    key,
    day,
    from: clockOf(from),
    until: clockOf(until),
  }))
  const [lines, setLines] = useState<readonly Line[]>(known)
  const change = (key: number, changes: Partial<Line>) =>
    setLines((old) => old.map((line) => (line.key === key ? { ...line, ...changes } : line)))
  function add() {
    const last = lines.at(-1)
    const key = Math.max(-1, ...lines.map((line) => line.key)) + 1
    const day = workdayAfter(last?.day ?? formats.today())
    setLines([...lines, { key, day, from: last?.from ?? '15:30', until: last?.until ?? '20:00' }])
  }
  async function save() {
    const days = lines.map(({ day, from, until }) =>
      MeetingDayFields.safeParse({ day, from: minutesOf(from), until: minutesOf(until) }),
    )
    const parsed = days.flatMap(({ data }) => data ?? [])
    if (parsed.length < days.length) {
      return told(sayRefusal, Promise.resolve({ ok: false, refusal: 'round.day-ends-first' }))
    }
    return told(
      sayRefusal,
      meetings.setDays({ roundId: sheet.round.id, days: parsed }),
      say('saved'),
    )
  }
  return (
    <>
      <p className={classes.meta}>{say('days-text')}</p>
      {lines.map(({ key, day, from, until }) => (
        <div key={key} className={classes.row}>
          <DateField label={say('day')} value={day} onChange={(to) => change(key, { day: to })} />
          <TextField
            label={say('from')}
            value={from}
            maxLength={5}
            onChange={(to) => change(key, { from: to })}
          />
          <TextField
            label={say('until')}
            value={until}
            maxLength={5}
            onChange={(to) => change(key, { until: to })}
          />
          <IconButton
            icon={IconTrash}
            label={say('remove-day')}
            onClick={() => setLines(lines.filter((line) => line.key !== key))}
          />
        </div>
      ))}
      <div className={classes.row}>
        <Button icon={IconPlus} onClick={add}>
          {say('add-day')}
        </Button>
        <Button kind="primary" onClick={() => void save()}>
          {say('save')}
        </Button>
      </div>
    </>
  )
}

function workdayAfter(day: Day): Day {
  const next = addDays(day, 1)
  const weekday = new Date(`${next}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6 ? workdayAfter(next) : next
}
