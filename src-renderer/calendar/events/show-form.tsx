import { type FormEvent, useId, useState } from 'react'
import { type CalendarOccurrence, calendarContract } from '#shared/calendar/calendar-contract.ts'
import { calendarMessages } from '#shared/calendar/calendar-messages.ts'
import { calendarScreenMessages } from '#shared/calendar/calendar-screen-messages.ts'
import type { EventShown } from '#shared/calendar/event-fields.ts'
import type { SchoolYear } from '#shared/groups/group.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { Button, LinkButton } from '../../platform/ui/button.tsx'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { useMay } from '../../platform/viewer.tsx'
import classes from '../calendar.module.css'
import { calendar, type Entry } from '../calendar-reads.ts'
import { ExceptionForm } from '../days/exception-form.tsx'
import { EventWords, ReadOnly } from './read-only.tsx'
import { RemoveButton } from './remove-button.tsx'
import { ShownFields } from './shown-fields.tsx'

type ShowFormProps = {
  readonly entry: Entry
  readonly event: CalendarOccurrence
  readonly year: SchoolYear
  readonly onClose: () => void
}

/** An appointment that a file brought: who sees it, and whether there is school then. */
export function ShowForm(props: ShowFormProps) {
  const mayChange = useMay(calendarContract.methods.show)
  const [isDayOff, setDayOff] = useState(false)
  const { entry, year, onClose } = props
  if (!mayChange) return <ReadOnly event={props.event} onClose={onClose} />
  if (isDayOff) {
    const { title: name, startsOn, endsOn } = entry
    return <ExceptionForm start={{ name, startsOn, endsOn }} year={year} onClose={onClose} />
  }
  return <Form {...props} onDayOff={() => setDayOff(true)} />
}

function Form({ event, year, onClose, onDayOff }: ShowFormProps & { onDayOff: () => void }) {
  const say = useSay(calendarMessages)
  const sayScreen = useSay(calendarScreenMessages)
  const sayUi = useSay(uiMessages)
  const formId = useId()
  const { eventId: id, title, kind, audience, isPublished } = event
  const groupIds = event.groupIds ? [...event.groupIds] : null
  const [shown, setShown] = useState<EventShown>({ kind, audience, groupIds, isPublished })
  const [problem, setProblem] = useState<string | null>(null)

  async function save(submitted: FormEvent) {
    submitted.preventDefault()
    if (shown.audience === 'groups' && !shown.groupIds?.length) {
      return setProblem(sayScreen('groups-needed'))
    }
    const answer = await calendar.show({ id, shown })
    if (!answer.ok) return setProblem(say(answer.refusal))
    void toast({ text: sayScreen('saved', { title }), undo: 'last' })
    onClose()
  }
  return (
    <Modal
      title={title || sayScreen('from-file-title')}
      onClose={onClose}
      footer={
        <>
          <RemoveButton id={id} title={title} onRemoved={onClose} />
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" isSubmit form={formId}>
            {sayUi('save')}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.form} onSubmit={(submitted) => void save(submitted)}>
        <EventWords event={event} />
        <Banner tone="info">{say('event.from-file')}</Banner>
        <ShownFields year={year} value={shown} onChange={setShown} />
        <div>
          <LinkButton onClick={onDayOff}>{sayScreen('make-day-off')}</LinkButton>
        </div>
        {problem && (
          <Banner tone="alert" isNews>
            {problem}
          </Banner>
        )}
      </form>
    </Modal>
  )
}
