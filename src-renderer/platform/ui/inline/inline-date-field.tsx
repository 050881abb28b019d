import type { Day, PartialDay } from '#shared/platform/day.ts'
import { useFormats } from '../../formats.ts'
import { DateField, PartialDateField } from '../fields/date-field.tsx'
import { type InlineLook, InlineShell } from './inline-shell.tsx'
import { type InlineProps, useInline } from './use-inline.ts'

type InlineDateProps<Value> = InlineProps<Value | null> &
  InlineLook & {
    readonly min?: Day
    readonly max?: Day
    readonly isPast?: boolean
  }

export function InlineDateField(props: InlineDateProps<Day>) {
  const { label, value } = props
  const { day } = useFormats()
  const inline = useInline(props)
  return (
    <InlineShell
      {...shellOf(props, inline)}
      shown={props.shown ?? (value ? day(value) : null)}
      editor={<DateField label={label} {...editorOf(props, inline)} />}
    />
  )
}

/** A birth date of which the day or month may be unknown. */
export function InlinePartialDateField(props: InlineDateProps<PartialDay>) {
  const { label, value } = props
  const { partialDay } = useFormats()
  const inline = useInline(props)
  return (
    <InlineShell
      {...shellOf(props, inline)}
      shown={props.shown ?? (value ? partialDay(value) : null)}
      editor={<PartialDateField label={label} {...editorOf(props, inline)} />}
    />
  )
}

type Inline<Value> = ReturnType<typeof useInline<Value | null>>

function shellOf<Value>(props: InlineDateProps<Value>, inline: Inline<Value>) {
  return {
    ...props,
    ref: inline.shell,
    isEditing: inline.state === 'editing' || inline.state === 'saving',
    isSaved: inline.state === 'saved',
    onEdit: inline.edit,
  }
}

function editorOf<Value>({ min, max, isPast }: InlineDateProps<Value>, inline: Inline<Value>) {
  return {
    isLabelHidden: true,
    isFirst: true,
    value: inline.draft,
    error: inline.problem,
    ...(min ? { min } : {}),
    ...(max ? { max } : {}),
    ...(isPast ? { isPast } : {}),
    onChange: (value: Value | null) => void inline.save(value, 'blur'),
    // Left as it was: an unreadable day is not reported here and stays in sight.
    onUnchanged: (by: 'key' | 'blur') => {
      if (inline.state === 'editing' && !inline.problem) void inline.save(inline.draft, by)
    },
    onEscape: inline.revert,
  }
}
