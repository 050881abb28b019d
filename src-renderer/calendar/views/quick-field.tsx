import { type KeyboardEvent, useState } from 'react'
import { calendarScreenMessages } from '#shared/calendar/calendar-screen-messages.ts'
import { type QuickLine, readQuickLine } from '#shared/calendar/quick-line.ts'
import type { SchoolYear } from '#shared/groups/group.ts'
import { exceptionKinds, isDayOff } from '#shared/school-days/day-exception.ts'
import { schoolDaysMessages } from '#shared/school-days/school-days-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import { IconPlus } from '../../platform/ui/icons.ts'
import classes from '../calendar.module.css'
import { useGroupOptions } from '../calendar-reads.ts'

type QuickFieldProps = {
  readonly year: SchoolYear
  readonly onRead: (line: QuickLine) => void
}

/** A line such as `studiedag 12-3 4A`; Enter opens the form, filled in, so that nothing is guessed. */
export function QuickField({ year, onRead }: QuickFieldProps) {
  const say = useSay(calendarScreenMessages)
  const sayDay = useSay(schoolDaysMessages)
  const { today, dateOrder } = useFormats()
  const groups = useGroupOptions(year.id)
  const [text, setText] = useState('')
  const [isUnread, setUnread] = useState(false)

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.key !== 'Enter' || !text.trim()) return
    event.preventDefault()
    const line = readQuickLine(text, {
      order: dateOrder,
      today: today(),
      year,
      groups: groups.map(({ value, label }) => ({ id: value, name: label })),
      kinds: exceptionKinds
        .filter(isDayOff)
        .map((kind) => ({ kind, word: sayDay(`kind.${kind}`) })),
    })
    setUnread(line === null)
    if (!line) return
    setText('')
    onRead(line)
  }
  return (
    <div className={classes.quick}>
      <TextField
        label={say('quick')}
        isLabelHidden
        icon={IconPlus}
        placeholder={say('quick-example')}
        value={text}
        error={isUnread ? say('quick-unread') : null}
        maxLength={200}
        onChange={(typed) => {
          setText(typed)
          setUnread(false)
        }}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}
