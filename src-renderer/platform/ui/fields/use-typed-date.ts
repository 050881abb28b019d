import { useEffect, useState } from 'react'
import type { Day } from '#shared/platform/day.ts'
import type { TypedDateRules } from '#shared/platform/parse-typed-date.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { type Formats, useFormats } from '../../formats.ts'
import { useSay } from '../../language.tsx'

export type TypedDateProps<Value extends string> = {
  readonly value: Value | null
  readonly onChange: (value: Value | null) => void
  /** The first and last day that can be meant. */
  readonly min?: Day
  readonly max?: Day
  /** A birth date: `70` is 1970. */
  readonly isPast?: boolean
}

export type DateKind<Value extends string> = {
  readonly parse: (text: string, rules: TypedDateRules) => Value | null
  readonly write: (formats: Formats, value: string) => string
  readonly toValue: (text: string) => Value
}

/** What is typed in a date field, and what is wrong with it: an unreadable day stays as typed. */
export function useTypedDate<Value extends string>(
  { value, onChange, min, max, isPast = false }: TypedDateProps<Value>,
  { parse, write }: DateKind<Value>,
) {
  const say = useSay(uiMessages)
  const formats = useFormats()
  const written = value ? write(formats, value) : ''
  const [text, setText] = useState(written)
  const [problem, setProblem] = useState<string | null>(null)

  useEffect(() => {
    setText(written)
    setProblem(null)
  }, [written])

  const today = formats.today()
  function problemWith(day: string | null): string | null {
    if (!day) {
      return say('date-unreadable', { text: text.trim(), example: write(formats, '2018-02-03') })
    }
    if (max && day > max) return say('date-after', { day: formats.day(max) })
    if (min && day < min.slice(0, day.length)) return say('date-before', { day: formats.day(min) })
    return null
  }

  function commit(): 'unchanged' | 'unreadable' | 'changed' {
    if (text.trim() === written) {
      setProblem(null)
      return 'unchanged'
    }
    const day = parse(text, { order: formats.dateOrder, today, isPast })
    const found = text.trim() ? problemWith(day) : null
    setProblem(found)
    if (found) return 'unreadable'
    setText(day ? write(formats, day) : '')
    if (day === value) return 'unchanged'
    onChange(day)
    return 'changed'
  }

  return { text, setText, problem, commit, today }
}
