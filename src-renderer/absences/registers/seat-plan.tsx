import { type KeyboardEvent, useRef, useState } from 'react'
import { absencesMessages } from '#shared/absences/messages/absences-messages.ts'
import { registerMessages } from '#shared/absences/messages/register-messages.ts'
import { mostSeats, seatsInRow } from '#shared/absences/registers/register.ts'
import type { RegisterView } from '#shared/absences/registers/register-view.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { absences } from '../absence-calls.ts'
import classes from './registers.module.css'

/** Places of a room: pick somebody up, put them down; two who meet change places. */
export function SeatPlan({ register }: { readonly register: RegisterView }) {
  const say = useSay(registerMessages)
  const sayWord = useSay(absencesMessages)
  const room = useRef<HTMLDivElement>(null)
  const [held, hold] = useState<number | null>(null)
  const { pupils, groupId, groupName } = register
  const plan = planOf(pupils)
  const rows = Math.min(mostSeats / seatsInRow, Math.ceil((plan.size + 1) / seatsInRow) + 1)
  const nameOf = (id: PupilId | undefined) => pupils.find(({ pupilId }) => pupilId === id)?.name

  async function put(from: number, to: number) {
    hold(null)
    const moved = plan.get(from)
    if (from === to || !moved) return
    const other = plan.get(to)
    const seats = [...plan]
      .filter(([place]) => place !== from && place !== to)
      .map(([place, pupilId]) => ({ place, pupilId }))
    seats.push({ place: to, pupilId: moved })
    if (other) seats.push({ place: from, pupilId: other })
    const answer = await absences.seat({ groupId, seats })
    if (answer.ok) void toast({ text: say('seat-changed', { group: groupName }), undo: 'last' })
    else void toast({ text: sayWord(answer.refusal), tone: 'alert' })
  }
  function choose(place: number) {
    if (held === null) return plan.has(place) ? hold(place) : undefined
    return void put(held, place)
  }
  function onKeyDown(event: KeyboardEvent, place: number) {
    const step = steps[event.key]
    if (event.key === 'Escape' && held !== null) hold(null)
    else if (step !== undefined) {
      room.current?.querySelectorAll('button')[place + step]?.focus()
    } else return
    event.preventDefault()
  }
  return (
    <>
      <p className="muted">{say('seat-hint')}</p>
      <div ref={room} className={classes.tiles} data-view="room">
        {Array.from({ length: rows * seatsInRow }, (_, place) => {
          const name = nameOf(plan.get(place))
          return (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: a place is its number.
              key={place}
              type="button"
              className={classes.seat}
              data-taken={name ? true : undefined}
              data-held={held === place || undefined}
              aria-pressed={held === place}
              draggable={name !== undefined}
              onDragStart={(event) => event.dataTransfer.setData('text/plain', String(place))}
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => {
                event.preventDefault()
                void put(Number(event.dataTransfer.getData('text/plain')), place)
              }}
              onKeyDown={(event) => onKeyDown(event, place)}
              onClick={() => choose(place)}
            >
              {name ? (
                <span data-private>{name}</span>
              ) : (
                <span className="muted">{say('seat-free', { n: place + 1 })}</span>
              )}
            </button>
          )
        })}
      </div>
    </>
  )
}

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  ArrowDown: seatsInRow,
  ArrowUp: -seatsInRow,
}

/** Who sits where; pupils without a place, or on a place of another, take the first free ones. */
function planOf(pupils: RegisterView['pupils']): Map<number, PupilId> {
  const plan = new Map<number, PupilId>()
  const waiting: PupilId[] = []
  for (const { pupilId, place } of pupils) {
    if (place === null || plan.has(place)) waiting.push(pupilId)
    else plan.set(place, pupilId)
  }
  for (const pupilId of waiting) {
    let free = 0
    while (plan.has(free)) free += 1
    plan.set(free, pupilId)
  }
  return plan
}
