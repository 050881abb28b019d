import type { CalendarOccurrence } from '#shared/calendar/calendar-contract.ts'
import { calendarMessages } from '#shared/calendar/calendar-messages.ts'
import { shownTimes } from '#shared/calendar/event-fields.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useLocale, useSay } from '../../platform/language.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import classes from '../calendar.module.css'

type ReadOnlyProps = { readonly event: CalendarOccurrence; readonly onClose: () => void }

/** For who may look and not change. */
export function ReadOnly({ event, onClose }: ReadOnlyProps) {
  const sayUi = useSay(uiMessages)
  return (
    <Modal
      title={event.title}
      onClose={onClose}
      footer={<Button onClick={onClose}>{sayUi('close')}</Button>}
    >
      <div className={classes.form}>
        <EventWords event={event} />
      </div>
    </Modal>
  )
}

/** What it is, when, where, and what was written with it. */
export function EventWords({ event }: { readonly event: CalendarOccurrence }) {
  const say = useSay(calendarMessages)
  const { timeZone } = useLocale()
  const { longDay, time } = useFormats()
  const { startsOn, endsOn, startsAt } = shownTimes(event, timeZone)
  const days = startsOn === endsOn ? longDay(startsOn) : `${longDay(startsOn)} – ${longDay(endsOn)}`
  const hours = startsAt === null ? '' : `${time(event.startsAt)} – ${time(event.endsAt)}`
  return (
    <>
      {event.isCancelled && <p>{say('cancelled')}</p>}
      <p>{[days, hours].filter(Boolean).join(', ')}</p>
      {event.location && <p>{event.location}</p>}
      {event.description && <p className={classes.text}>{event.description}</p>}
    </>
  )
}
