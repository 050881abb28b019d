import { Popover, TextInput } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react'
import { Day, PartialDay } from '#shared/platform/day.ts'
import { parseTypedDate, parseTypedPartialDate } from '#shared/platform/parse-typed-date.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../../language.tsx'
import { IconButton } from '../button.tsx'
import { IconCalendar } from '../icons.ts'
import { type FieldProps, toMantine } from './field-props.ts'
import { type DateKind, type TypedDateProps, useTypedDate } from './use-typed-date.ts'

type DateProps<Value extends string> = FieldProps &
  TypedDateProps<Value> & {
    /** The field was left with Enter or another way, readable and as it was. */
    readonly onUnchanged?: (by: 'key' | 'blur') => void
    readonly onEscape?: () => void
  }

/** Typed first, calendar second. What cannot be read stays as typed and says why. */
export function DateField(props: DateProps<Day>) {
  return <TypedDate {...props} kind={wholeDay} />
}

/** A birth date of which the day or month may be unknown. */
export function PartialDateField(props: DateProps<PartialDay>) {
  return <TypedDate {...props} kind={partialDay} />
}

const wholeDay: DateKind<Day> = {
  parse: parseTypedDate,
  write: ({ day }, text) => day(text),
  toValue: (text) => Day.parse(text),
}

const partialDay: DateKind<PartialDay> = {
  parse: parseTypedPartialDate,
  // What is shown must be readable again: `05-2018`, and not `mei 2018`, which no Swede would type.
  write: ({ day, dateOrder }, text) => {
    if (text.length === 10) return day(text)
    return dateOrder === 'ymd' ? text : text.split('-').toReversed().join('-')
  },
  toValue: (text) => PartialDay.parse(text),
}

function TypedDate<Value extends string>(
  props: DateProps<Value> & { readonly kind: DateKind<Value> },
) {
  const say = useSay(uiMessages)
  const [isOpen, setOpen] = useState(false)
  const { text, setText, problem, today, ...input } = useDateInput(props, isOpen, setOpen)
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      trapFocus
      returnFocus
      // With its own roles Mantine puts aria-expanded on a plain text box, which axe refuses.
      withRoles={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <TextInput
          {...toMantine({ ...props, error: problem ?? props.error ?? null })}
          {...input}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          placeholder={say('date-placeholder')}
          autoComplete="off"
          spellCheck={false}
          rightSection={
            <CalendarButton
              label={props.label}
              isOpen={isOpen}
              isDisabled={props.isDisabled ?? false}
              onClick={() => setOpen((was) => !was)}
            />
          }
        />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={say('date-calendar', { label: props.label })}>
        <Calendar {...props} today={today} onClose={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  )
}

/** What the text box answers to: Enter and leaving settle it, Esc reverts, Alt+Down opens. */
function useDateInput<Value extends string>(
  props: DateProps<Value> & { readonly kind: DateKind<Value> },
  isOpen: boolean,
  setOpen: (isOpen: boolean) => void,
) {
  const { commit, ...typed } = useTypedDate(props, props.kind)
  const field = useRef<HTMLDivElement>(null)

  function settle(by: 'key' | 'blur') {
    if (commit() === 'unchanged') props.onUnchanged?.(by)
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.key === 'Enter') settle('key')
    if (event.key === 'Escape' && props.onEscape) {
      event.preventDefault()
      event.stopPropagation()
      props.onEscape()
    }
    if (event.altKey && event.key === 'ArrowDown') {
      event.preventDefault()
      setOpen(true)
    }
  }
  // Going to the button of its own calendar does not leave the field; going on from there does.
  function onBlur({ relatedTarget }: FocusEvent) {
    if (!isOpen && !field.current?.contains(relatedTarget)) settle('blur')
  }
  return { ...typed, onKeyDown, wrapperProps: { ref: field, onBlur } }
}

type CalendarButtonProps = {
  readonly label: string
  readonly isOpen: boolean
  readonly isDisabled: boolean
  readonly onClick: () => void
}

function CalendarButton({ label, isOpen, isDisabled, onClick }: CalendarButtonProps) {
  const say = useSay(uiMessages)
  return (
    <IconButton
      icon={IconCalendar}
      label={say('date-calendar', { label })}
      size="small"
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      disabled={isDisabled}
      onClick={onClick}
    />
  )
}

type CalendarProps<Value extends string> = TypedDateProps<Value> & {
  readonly kind: DateKind<Value>
  readonly today: Day
  readonly onClose: () => void
}

function Calendar<Value extends string>(props: CalendarProps<Value>) {
  const { value, onChange, kind, min, max, today, onClose } = props
  const say = useSay(uiMessages)
  return (
    <DatePicker
      value={value?.length === 10 ? value : null}
      onChange={(day) => {
        if (day) onChange(kind.toValue(day.slice(0, 10)))
        onClose()
      }}
      // Opens at what is known of a partly known day.
      defaultDate={value ? `${value}-01-01`.slice(0, 10) : today}
      {...(min ? { minDate: min } : {})}
      {...(max ? { maxDate: max } : {})}
      hideOutsideDates
      ariaLabels={{
        nextMonth: say('next-month'),
        previousMonth: say('previous-month'),
        nextYear: say('next-year'),
        previousYear: say('previous-year'),
        nextDecade: say('next-decade'),
        previousDecade: say('previous-decade'),
      }}
    />
  )
}
