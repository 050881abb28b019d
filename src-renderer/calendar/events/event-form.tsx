import { type FormEvent, useId, useState } from 'react'
import type { CalendarOccurrence } from '#shared/calendar/calendar-contract.ts'
import { calendarContract } from '#shared/calendar/calendar-contract.ts'
import { calendarMessages } from '#shared/calendar/calendar-messages.ts'
import { calendarScreenMessages } from '#shared/calendar/calendar-screen-messages.ts'
import type { QuickLine } from '#shared/calendar/quick-line.ts'
import type { SchoolYear } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useLocale, useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { Button } from '../../platform/ui/button.tsx'
import { CheckboxField } from '../../platform/ui/fields/choice-field.tsx'
import { TextAreaField, TextField } from '../../platform/ui/fields/text-field.tsx'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { useMay } from '../../platform/viewer.tsx'
import classes from '../calendar.module.css'
import { calendar } from '../calendar-reads.ts'
import { draftOf, draftOfLine, problemOf, toFields } from './event-draft.ts'
import { ReadOnly } from './read-only.tsx'
import { RemoveButton } from './remove-button.tsx'
import { ShownFields } from './shown-fields.tsx'
import { TimeFields } from './time-fields.tsx'

type EventFormProps = {
  /** The appointment that is changed; without it a new one begins on `on`. */
  readonly event?: CalendarOccurrence
  readonly on: Day
  /** What a new one begins with, as it was typed in one line. */
  readonly line?: QuickLine
  readonly year: SchoolYear
  readonly onClose: () => void
}

/** An appointment of the school's own. */
export function EventForm(props: EventFormProps) {
  const mayChange = useMay(calendarContract.methods.save)
  if (!mayChange && props.event) return <ReadOnly event={props.event} onClose={props.onClose} />
  return <Form {...props} />
}

function Form({ event, on, line, year, onClose }: EventFormProps) {
  const say = useSay(calendarMessages)
  const sayScreen = useSay(calendarScreenMessages)
  const sayUi = useSay(uiMessages)
  const { timeZone } = useLocale()
  const formId = useId()
  const [draft, setDraft] = useState(() =>
    line ? draftOfLine(line) : draftOf(event ?? null, on, timeZone),
  )
  const [problem, setProblem] = useState<string | null>(null)
  const change = (wanted: Partial<typeof draft>) => {
    setDraft((known) => ({ ...known, ...wanted }))
    setProblem(null)
  }

  async function save(submitted: FormEvent) {
    submitted.preventDefault()
    const wrong = problemOf(draft)
    if (wrong) return setProblem(sayScreen(wrong))
    const fields = toFields(draft)
    if (!fields) return setProblem(sayScreen('days-needed'))
    const answer = await calendar.save({ id: event?.eventId ?? null, fields })
    if (!answer.ok) return setProblem(say(answer.refusal))
    void toast({ text: sayScreen('saved', { title: draft.title }), undo: 'last' })
    onClose()
  }
  return (
    <Modal
      title={sayScreen(event ? 'change' : 'new')}
      onClose={onClose}
      footer={
        <>
          {event && <RemoveButton id={event.eventId} title={event.title} onRemoved={onClose} />}
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" isSubmit form={formId}>
            {sayUi('save')}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.form} onSubmit={(submitted) => void save(submitted)}>
        <TextField
          label={sayScreen('field.title')}
          value={draft.title}
          onChange={(title) => change({ title })}
          maxLength={200}
          isRequired
          isFirst
        />
        <TimeFields draft={draft} onChange={change} />
        <ShownFields year={year} value={draft.shown} onChange={(shown) => change({ shown })} />
        <TextField
          label={sayScreen('field.location')}
          value={draft.location}
          onChange={(location) => change({ location })}
          maxLength={200}
        />
        <TextAreaField
          label={sayScreen('field.description')}
          value={draft.description}
          onChange={(description) => change({ description })}
          maxLength={2000}
        />
        {event && (
          <CheckboxField
            label={sayScreen('is-cancelled')}
            hint={sayScreen('is-cancelled-hint')}
            value={draft.isCancelled}
            onChange={(isCancelled) => change({ isCancelled })}
          />
        )}
        {problem && (
          <Banner tone="alert" isNews>
            {problem}
          </Banner>
        )}
      </form>
    </Modal>
  )
}
