import { useState } from 'react'
import { calendarScreenMessages } from '#shared/calendar/calendar-screen-messages.ts'
import type { Clock } from '#shared/school-days/day-hours.ts'
import { parseTypedClock } from '#shared/school-days/parse-typed-clock.ts'
import { useSay } from '../platform/language.tsx'
import { TextField } from '../platform/ui/fields/text-field.tsx'

type ClockFieldProps = {
  readonly label: string
  readonly value: Clock | null
  readonly onChange: (value: Clock | null) => void
  readonly isLabelHidden?: boolean
}

/** A time as it is typed, `830` or `8:30`; what cannot be read stays and says so. */
export function ClockField({ label, value, onChange, isLabelHidden }: ClockFieldProps) {
  const say = useSay(calendarScreenMessages)
  const [text, setText] = useState<string>(value ?? '')
  const isUnread = text.trim() !== '' && parseTypedClock(text) === null
  return (
    <TextField
      label={label}
      {...(isLabelHidden ? { isLabelHidden } : {})}
      value={text}
      inputMode="numeric"
      maxLength={5}
      placeholder="8:30"
      error={isUnread && text.length > 3 ? say('clock-unread') : null}
      onChange={(typed) => {
        setText(typed)
        onChange(parseTypedClock(typed))
      }}
      onBlur={() => setText((typed) => parseTypedClock(typed) ?? typed)}
    />
  )
}
