import { boardMessages } from '#shared/meetings/board-messages.ts'
import type { RoundPage } from '#shared/meetings/meetings-contract.ts'
import { gridMinutes, joined, stretchOf, whyNotAt } from '#shared/meetings/places.ts'
import type { MeetingDay, MeetingResource } from '#shared/meetings/round.ts'
import { clockOf } from '#shared/meetings/times.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import classes from './board.module.css'
import { Card } from './card.tsx'
import type { Moving } from './use-moving.ts'

type Props = {
  readonly page: RoundPage
  readonly day: MeetingDay
  readonly moving: Moving
  readonly mayPlan: boolean
  /** Teachers that are shown. */
  readonly teachers: readonly MeetingResource[]
}

/** Teachers beside each other, the hours of a day below each other. */
export function BoardGrid({ page, day, moving, mayPlan, teachers }: Props) {
  const say = useSay(boardMessages)
  const formats = useFormats()
  const rows = (day.until - day.from) / gridMinutes
  const line = (minutes: number) => Math.floor((minutes - day.from) / gridMinutes) + 2
  const hours = Array.from(
    { length: Math.ceil((day.until - day.from) / 30) },
    (_, n) => day.from + n * 30,
  )
  return (
    <div className={classes.scroller}>
      <section
        className={classes.grid}
        aria-label={say('board-label', { day: formats.longDay(day.day) })}
        style={{
          gridTemplateColumns: `56px repeat(${teachers.length}, minmax(148px, 1fr))`,
          gridTemplateRows: `auto repeat(${rows}, 22px)`,
        }}
      >
        {hours.map((from) => (
          <span key={from} className={classes.hour} style={{ gridRow: line(from), gridColumn: 1 }}>
            {clockOf(from)}
          </span>
        ))}
        {teachers.map((teacher, n) => (
          <Column
            key={teacher.id}
            {...{ page, day, moving, mayPlan, teacher }}
            column={n + 2}
            line={line}
          />
        ))}
      </section>
    </div>
  )
}

type ColumnProps = Omit<Props, 'teachers'> & {
  readonly teacher: MeetingResource
  readonly column: number
  readonly line: (minutes: number) => number
}

function Column({ page, day, moving, mayPlan, teacher, column, line }: ColumnProps) {
  const { sheet, names } = page
  const talks = sheet.talks.flatMap((talk) => {
    const at = talk.resourceIds[0] === teacher.id ? stretchOf(talk) : null
    return at?.dayId === day.id ? [{ talk, at }] : []
  })
  const span = (from: number, until: number) => ({
    gridColumn: column,
    gridRow: `${line(from)} / ${line(until)}`,
  })
  return (
    <>
      <h3 className={classes.teacher} style={{ gridColumn: column, gridRow: 1 }}>
        {names.resources[teacher.id]}
        {teacher.room && <small>{teacher.room}</small>}
      </h3>
      {joined(teacher.free)
        .filter(({ dayId }) => dayId === day.id)
        .map(({ from, until }) => (
          <div
            key={from}
            className={classes.free}
            style={span(Math.max(from, day.from), Math.min(until, day.until))}
          />
        ))}
      {mayPlan && moving.held?.resourceIds[0] === teacher.id && (
        <Targets {...{ page, day, moving, teacher, span }} />
      )}
      {talks.map(({ talk, at }) => (
        <div key={talk.id} className={classes.slot} style={span(at.from, at.until)}>
          <Card page={page} talk={talk} moving={moving} mayPlan={mayPlan} />
        </div>
      ))}
    </>
  )
}

type TargetsProps = Pick<ColumnProps, 'page' | 'day' | 'moving' | 'teacher'> & {
  readonly span: (from: number, until: number) => React.CSSProperties
}

/** Where the picked card can go: by a click, or by letting go of it there. */
function Targets({ page: { sheet, names }, day, moving, teacher, span }: TargetsProps) {
  const say = useSay(boardMessages)
  const { held, aim } = moving
  if (!held) return null
  const step = sheet.round.minutes + sheet.round.pauseMinutes
  const free = joined(teacher.free).filter(({ dayId }) => dayId === day.id)
  const starts = free.flatMap(({ from, until }) =>
    Array.from(
      { length: Math.max(0, Math.floor((until - from - held.minutes) / step) + 1) },
      (_, n) => from + n * step,
    ),
  )
  return starts.map((from) => {
    const place = { dayId: day.id, from }
    const why = whyNotAt(sheet, held, place)
    const isAim = aim?.dayId === day.id && aim.from === from
    return (
      <button
        key={from}
        type="button"
        tabIndex={-1}
        className={classes.target}
        data-aim={isAim || undefined}
        data-blocked={why !== null || undefined}
        style={span(from, from + held.minutes)}
        aria-label={say('cell-free', {
          teacher: names.resources[teacher.id] ?? '',
          time: clockOf(from),
        })}
        onClick={() => void moving.put(held, place)}
        onDragOver={(event) => event.preventDefault()}
        onDrop={() => void moving.put(held, place)}
      >
        {isAim && names.pupils[held.pupilId]?.name}
      </button>
    )
  })
}
