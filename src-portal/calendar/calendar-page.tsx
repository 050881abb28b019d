import type { ReactNode } from 'react'
import { calendarMessages } from '#shared/calendar/calendar-messages.ts'
import { shownTimes } from '#shared/calendar/event-fields.ts'
import { portalCalendarMessages } from '#shared/calendar/portal-calendar-messages.ts'
import type { Day } from '#shared/platform/day.ts'
import type { Language } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'
import { schoolDaysMessages } from '#shared/school-days/school-days-messages.ts'
import { Form, Notice } from '../platform/form.tsx'
import type { Visit } from '../platform/visit.ts'
import type { PortalCalendar } from './calendar-rows.ts'
import type { Upcoming } from './upcoming.ts'

type PageProps = {
  readonly visit: Visit
  readonly calendar: PortalCalendar
  readonly upcoming: readonly Upcoming[]
  readonly today: Day
  /** When the guardian's address was made; null without one. */
  readonly madeOn: Day | null
  readonly said: 'busy' | null
}

/** What is still to come this year, and the way to have it in one's own calendar. */
export function CalendarPage(props: PageProps) {
  const { visit, calendar, upcoming, today, said } = props
  const say = speak(portalCalendarMessages, visit.language)
  const daysOff = calendar.daysOff.filter(({ endsOn }) => endsOn >= today)
  const terms = calendar.terms.filter(({ endsOn }) => endsOn >= today)
  const isEmpty = daysOff.length + upcoming.length + terms.length === 0
  return (
    <>
      <h1>{say('title')}</h1>
      <p className="lead">{say(isEmpty ? 'none' : 'lead')}</p>
      {said && <Notice kind="bad">{say(said)}</Notice>}
      <Events {...props} />
      {daysOff.length > 0 && <DaysOff visit={visit} daysOff={daysOff} />}
      {terms.length > 0 && (
        <Part title={say('terms')}>
          {terms.map(({ id, name, startsOn, endsOn }) => (
            <Line key={id} when={spanOf(visit.language, startsOn, endsOn)} what={name} />
          ))}
        </Part>
      )}
      <OwnAddress {...props} />
    </>
  )
}

function Events({ visit, calendar, upcoming }: PageProps) {
  const say = speak(portalCalendarMessages, visit.language)
  const sayCalendar = speak(calendarMessages, visit.language)
  const { timeZone } = calendar
  if (upcoming.length === 0) return null
  return (
    <Part title={say('events')}>
      {upcoming.map(({ event, startsAt, endsAt }) => {
        const {
          startsOn,
          endsOn,
          startsAt: from,
          endsAt: until,
        } = shownTimes({ startsAt, endsAt }, timeZone)
        const title = event.isCancelled
          ? sayCalendar('cancelled-title', { title: event.title })
          : event.title
        const hours = from && until ? `${from}–${until}` : null
        return (
          <Line
            key={`${event.id} ${startsAt}`}
            when={[spanOf(visit.language, startsOn, endsOn), hours].filter(Boolean).join(', ')}
            what={title}
            about={[event.location, event.description].filter(Boolean).join(' · ')}
          />
        )
      })}
    </Part>
  )
}

type DaysOffProps = { readonly visit: Visit; readonly daysOff: PortalCalendar['daysOff'] }

function DaysOff({ visit, daysOff }: DaysOffProps) {
  const say = speak(portalCalendarMessages, visit.language)
  const sayDay = speak(schoolDaysMessages, visit.language)
  return (
    <Part title={say('days-off')}>
      {daysOff.map(({ id, name, kind, startsOn, endsOn }) => (
        <Line
          key={id}
          when={spanOf(visit.language, startsOn, endsOn)}
          what={name}
          about={sayDay(`kind.${kind}`)}
        />
      ))}
    </Part>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="card">
      <h2>{title}</h2>
      <dl className="known">{children}</dl>
    </section>
  )
}

type LineProps = { readonly when: string; readonly what: string; readonly about?: string }

function Line({ when, what, about }: LineProps) {
  return (
    <>
      <dt>{when}</dt>
      <dd>
        <strong>{what}</strong>
        {about && <span className="hint"> {about}</span>}
      </dd>
    </>
  )
}

function OwnAddress({ visit, madeOn }: PageProps) {
  const say = speak(portalCalendarMessages, visit.language)
  return (
    <section className="card">
      <h2>{say('own-title')}</h2>
      <p>{say('own-lead')}</p>
      {madeOn && <p>{say('renew-hint', { day: dayText(visit.language, madeOn) })}</p>}
      <Form
        visit={visit}
        action="/calendar/address"
        submit={say(madeOn ? 'renew' : 'make')}
        isQuiet={madeOn !== null}
      />
      {madeOn && (
        <Form visit={visit} action="/calendar/withdraw" submit={say('withdraw')} isQuiet />
      )}
    </section>
  )
}

/** The address, shown once. */
export function AddressPage({ visit, address }: { visit: Visit; address: string }) {
  const say = speak(portalCalendarMessages, visit.language)
  return (
    <>
      <h1>{say('made-title')}</h1>
      <p className="lead">{say('made-lead')}</p>
      <p className="card">
        <code className="address">{address}</code>
      </p>
      <p>
        <a className="button" href={address.replace(/^https?:/, 'webcal:')}>
          {say('made-open')}
        </a>
      </p>
      <p>
        <a href="/calendar">{say('back')}</a>
      </p>
    </>
  )
}

const intlLanguages: Record<Language, string> = {
  nl: 'nl-NL',
  'nl-BE': 'nl-BE',
  sv: 'sv-SE',
  en: 'en-GB',
}

function dayText(language: Language, day: Day) {
  const format = new Intl.DateTimeFormat(intlLanguages[language], {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
  return format.format(Date.parse(`${day}T00:00:00Z`))
}

const spanOf = (language: Language, from: Day, until: Day) =>
  from === until
    ? dayText(language, from)
    : `${dayText(language, from)} – ${dayText(language, until)}`
