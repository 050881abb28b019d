import { guardianMeetingMessages } from '#shared/meetings/guardian-messages.ts'
import { freePlaces } from '#shared/meetings/places.ts'
import { suggestVisits } from '#shared/meetings/suggest.ts'
import { type MeetingTalk, placeText, type TalkPlace } from '#shared/meetings/talk.ts'
import { clockOf } from '#shared/meetings/times.ts'
import { speak } from '#shared/platform/messages.ts'
import { Form, Notice } from '../platform/form.tsx'
import type { Visit } from '../platform/visit.ts'
import type { MeetingChild, OwnRound } from './own-rounds.ts'
import { dayName, whenOf } from './round-words.ts'
import { WishesForm } from './wishes-page.tsx'

/** What happened just now, `booked`, or why it could not. */
export type Said = { readonly kind: 'good' | 'bad'; readonly text: string } | null

type ListProps = { readonly visit: Visit; readonly rounds: readonly OwnRound[] }

export function Rounds({ visit, rounds }: ListProps) {
  const say = speak(guardianMeetingMessages, visit.language)
  return (
    <>
      <h1>{say('title')}</h1>
      {rounds.length === 0 && <Notice kind="plain">{say('none')}</Notice>}
      <ul className="doors">
        {rounds.map((own) => (
          <li key={own.sheet.round.id}>
            <div>
              <a className="door" href={`/meetings/${own.sheet.round.id}`}>
                {own.sheet.round.name}
              </a>
              {own.talks.map((talk) => (
                <div className="meta" key={talk.id}>
                  {whenOf(own, talk, visit.language)}
                </div>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

type RoundProps = {
  readonly visit: Visit
  readonly own: OwnRound
  readonly pupils: readonly MeetingChild[]
  readonly mayChoose: boolean
  readonly mayWish: boolean
  readonly guardianId: string
  readonly said: Said
}

export function RoundPage(props: RoundProps) {
  const { visit, own, mayChoose, mayWish, said } = props
  const { round } = own.sheet
  const say = speak(guardianMeetingMessages, visit.language)
  const isToConfirm =
    round.state === 'planned' && own.talks.some(({ place, confirmedAt }) => place && !confirmedAt)
  return (
    <>
      <p className="back">
        <a href="/meetings">‹ {say('title')}</a>
      </p>
      <h1>{round.name}</h1>
      {said && <Notice kind={said.kind}>{said.text}</Notice>}
      {round.introduction && <p className="lead">{round.introduction}</p>}
      <Dates {...props} />
      {own.talks.map((talk) => (
        <TalkCard key={talk.id} {...props} talk={talk} />
      ))}
      {isToConfirm && (
        <Form visit={visit} action={`/meetings/${round.id}/confirm`} submit={say('confirm')} />
      )}
      {mayChoose && <Together {...props} />}
      {mayWish && <WishesForm visit={visit} own={own} guardianId={props.guardianId} />}
    </>
  )
}

function Dates({ visit: { language }, own, mayChoose, mayWish }: RoundProps) {
  const { round } = own.sheet
  const say = speak(guardianMeetingMessages, language)
  if (round.state === 'closed') return <Notice kind="plain">{say('closed')}</Notice>
  const waits = round.mode !== 'booking' && round.state === 'open' && !mayWish
  return (
    <p className="meta">
      {waits && `${say('waits')} `}
      {!mayChoose &&
        !mayWish &&
        round.opensOn &&
        say('opens-on', { day: dayName(round.opensOn, language) })}{' '}
      {round.closesOn && say('closes-on', { day: dayName(round.closesOn, language) })}
    </p>
  )
}

type TalkProps = RoundProps & { readonly talk: MeetingTalk }

function TalkCard(props: TalkProps) {
  const { visit, own, pupils, talk, mayChoose } = props
  const say = speak(guardianMeetingMessages, visit.language)
  const [teacherId = ''] = talk.resourceIds
  const teacher = own.sheet.resources.find(({ id }) => id === teacherId)
  const child = pupils
    .filter(({ pupilId }) => [talk.pupilId, ...talk.alsoPupilIds].some((id) => id === pupilId))
    .map(({ name }) => name)
    .join(' & ')
  return (
    <section className="card">
      <h2>{say('talk', { child, teacher: own.teachers[teacherId] ?? '' })}</h2>
      <p>
        <strong>{whenOf(own, talk, visit.language)}</strong>
      </p>
      {talk.confirmedAt && talk.place && <p className="meta">✓ {say('confirmed')}</p>}
      {talk.isByVideo && <p className="meta">{say('video')}</p>}
      {talk.isByVideo && talk.place && teacher?.videoLink && (
        <p>
          <a href={teacher.videoLink} rel="noreferrer">
            {say('video-link')}
          </a>
        </p>
      )}
      {!talk.isByVideo && teacher?.room && (
        <p className="meta">{say('room', { room: teacher.room })}</p>
      )}
      {talk.place && (
        <p>
          <a href={`/meetings/${own.sheet.round.id}/talks/${talk.id}.ics`}>
            {say('add-to-calendar')}
          </a>
        </p>
      )}
      {mayChoose && <ChooseTime {...props} />}
      {mayChoose && talk.place && (
        <Form
          visit={visit}
          action={`/meetings/${own.sheet.round.id}/talks/${talk.id}/give-back`}
          submit={say('give-back')}
          isQuiet
        />
      )}
    </section>
  )
}

function ChooseTime({ visit, own, talk }: TalkProps) {
  const { round, days } = own.sheet
  const say = speak(guardianMeetingMessages, visit.language)
  const free = freePlaces(own.sheet, talk)
  const field = `time-${talk.id}`
  if (free.length === 0) return talk.place ? null : <p>{say('nothing-free')}</p>
  return (
    <details open={talk.place === null}>
      <summary>{say(talk.place ? 'choose-other' : 'choose')}</summary>
      <Form visit={visit} action={`/meetings/${round.id}/talks/${talk.id}`} submit={say('book')}>
        <div className="field">
          <label htmlFor={field}>{say('choose-time')}</label>
          <select id={field} name="place" required defaultValue={talk.place ?? undefined}>
            {days.map(({ id, day }) => {
              const own = free.filter(({ dayId }) => dayId === id)
              return own.length === 0 ? null : (
                <optgroup key={id} label={dayName(day, visit.language)}>
                  {own.map((place) => (
                    <option key={place.from} value={placeText(place)}>
                      {clockOf(place.from)}–{clockOf(place.from + talk.minutes)}
                    </option>
                  ))}
                </optgroup>
              )
            })}
          </select>
        </div>
        {round.asksQuestions && <Question talk={talk} visit={visit} />}
      </Form>
    </details>
  )
}

function Question({ visit, talk }: Pick<TalkProps, 'visit' | 'talk'>) {
  const say = speak(guardianMeetingMessages, visit.language)
  const field = `question-${talk.id}`
  return (
    <div className="field">
      <label htmlFor={field}>{say('question')}</label>
      <textarea
        id={field}
        name="question"
        rows={2}
        maxLength={500}
        defaultValue={talk.question ?? ''}
      />
    </div>
  )
}

/** All talks that have no time yet in one go, when there are several. */
function Together({ visit, own, pupils }: RoundProps) {
  const { round, days } = own.sheet
  const say = speak(guardianMeetingMessages, visit.language)
  const open = own.talks.filter(({ place }) => place === null)
  const visits = suggestVisits(own.sheet, open, 6)
  if (visits.length === 0) return null
  const nameOf = (talkId: string) => {
    const pupilId = open.find(({ id }) => id === talkId)?.pupilId
    return pupils.find((each) => each.pupilId === pupilId)?.name.split(' ')[0] ?? ''
  }
  const line = (talkId: string, { from }: TalkPlace) => `${clockOf(from)} ${nameOf(talkId)}`
  return (
    <section className="card">
      <h2>{say('together')}</h2>
      <p className="meta">{say('together-lead')}</p>
      <Form visit={visit} action={`/meetings/${round.id}/together`} submit={say('together-book')}>
        <fieldset className="also">
          <legend className="unseen">{say('together')}</legend>
          {visits.map(({ places, waitMinutes }, n) => {
            const day = days.find(({ id }) => id === places[0]?.place.dayId)
            const value = places
              .map(({ talkId, place }) => `${talkId} ${placeText(place)}`)
              .join(',')
            return (
              <label className="tick" key={value}>
                <input type="radio" name="visit" value={value} defaultChecked={n === 0} />
                <span>
                  {day && dayName(day.day, visit.language)}:{' '}
                  {places.map(({ talkId, place }) => line(talkId, place)).join(' · ')}
                  {waitMinutes > 0 && ` (${say('together-wait', { minutes: waitMinutes })})`}
                </span>
              </label>
            )
          })}
        </fieldset>
      </Form>
    </section>
  )
}
