import { type KeyboardEvent, useRef, useState } from 'react'
import { consentPurposes } from '#shared/consents/consent.ts'
import type { ConsentRow } from '#shared/consents/consents-contract.ts'
import { consentsMessages } from '#shared/consents/consents-messages.ts'
import { consentsScreenMessages } from '#shared/consents/consents-screen-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { useLetterKeys } from '../../platform/letter-keys.ts'
import type { Question } from './consent-matrix.tsx'
import classes from './consents.module.css'
import { standingIcons } from './standings.ts'

type MatrixBodyProps = {
  readonly rows: readonly ConsentRow[]
  readonly mayRecord: boolean
  readonly onQuick: (question: Question, granted: boolean) => void
  readonly onAsk: (question: Question) => void
}

type Place = { readonly row: number; readonly column: number }

/** One tab stop; the arrows walk, the first letter of yes or no records and goes down. */
export function MatrixBody({ rows, mayRecord, onQuick, onAsk }: MatrixBodyProps) {
  const say = useSay(consentsScreenMessages)
  const body = useRef<HTMLTableSectionElement>(null)
  const [stop, setStop] = useState<Place>({ row: 0, column: 0 })
  const [hasLetters] = useLetterKeys()

  function walkTo({ row, column }: Place) {
    const place = {
      row: Math.max(0, Math.min(rows.length - 1, row)),
      column: Math.max(0, Math.min(consentPurposes.length - 1, column)),
    }
    setStop(place)
    const line = body.current?.querySelectorAll('tr')[place.row]
    line?.querySelectorAll('button')[place.column]?.focus()
  }
  function onKeyDown(event: KeyboardEvent, place: Place, question: Question) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = neighbour(event.key, place, rows.length - 1)
    const letter = event.key.toUpperCase()
    if (next) walkTo(next)
    else if (hasLetters && (letter === say('yes-key') || letter === say('no-key'))) {
      onQuick(question, letter === say('yes-key'))
      walkTo({ ...place, row: place.row + 1 })
    } else return
    event.preventDefault()
  }

  return (
    <tbody ref={body}>
      {rows.map((row, rowIndex) => (
        <tr key={row.pupilId}>
          <th scope="row" data-private>
            {row.name}
          </th>
          {consentPurposes.map((purpose, column) => {
            const question = { row, purpose }
            const place = { row: rowIndex, column }
            const isStop = stop.row === rowIndex && stop.column === column
            return (
              <td key={purpose}>
                {mayRecord ? (
                  <button
                    type="button"
                    className={classes.cell}
                    data-standing={row.standing[purpose]}
                    tabIndex={isStop ? 0 : -1}
                    onFocus={() => setStop(place)}
                    onClick={() => onAsk(question)}
                    onKeyDown={(event) => onKeyDown(event, place, question)}
                  >
                    <Sign question={question} />
                  </button>
                ) : (
                  <span className={classes.cell} data-standing={row.standing[purpose]}>
                    <Sign question={question} />
                  </span>
                )}
              </td>
            )
          })}
        </tr>
      ))}
    </tbody>
  )
}

function Sign({ question: { row, purpose } }: { readonly question: Question }) {
  const say = useSay(consentsScreenMessages)
  const sayWord = useSay(consentsMessages)
  const standing = row.standing[purpose]
  const Picture = standingIcons[standing]
  return (
    <>
      <Picture size={18} stroke={2} aria-hidden />
      <span className="visually-hidden">
        {say('cell', {
          name: row.name,
          purpose: sayWord(`purpose.${purpose}`),
          standing: sayWord(`standing.${standing}`),
        })}
      </span>
    </>
  )
}

function neighbour(key: string, { row, column }: Place, lastRow: number): Place | null {
  if (key === 'ArrowDown') return { row: row + 1, column }
  if (key === 'ArrowUp') return { row: row - 1, column }
  if (key === 'ArrowRight') return { row, column: column + 1 }
  if (key === 'ArrowLeft') return { row, column: column - 1 }
  if (key === 'Home') return { row: 0, column }
  return key === 'End' ? { row: lastRow, column } : null
}
