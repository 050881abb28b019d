import { type KeyboardEvent, useId, useState } from 'react'
import { reportMessages } from '#shared/absences/messages/report-messages.ts'
import { searchContract } from '#shared/search/search-contract.ts'
import { connect } from '../../platform/client.ts'
import { useSay } from '../../platform/language.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import classes from './reports.module.css'

const search = connect(searchContract)
const shownAtMost = 6

export type Child = { readonly pupilId: string; readonly name: string; readonly groupName: string }

type FindChildProps = {
  readonly error: string | null
  readonly onFound: (child: Child) => void
}

/** A few letters and Enter: the first pupil that fits is the one. Siblings come with a parent's name. */
export function FindChild({ error, onFound }: FindChildProps) {
  const say = useSay(reportMessages)
  const id = useId()
  const [text, setText] = useState('')
  const [index, setIndex] = useState(0)
  const hits = useFresh(['pupils'], { text, limit: 20 }, search.find)
  const found = (hits === 'loading' ? [] : hits)
    .filter(({ kind, status }) => kind === 'pupil' && status === 'current')
    .slice(0, shownAtMost)
  const current = found[index]

  function onKeyDown(event: KeyboardEvent) {
    if (found.length === 0 || event.ctrlKey || event.metaKey) return
    const last = found.length - 1
    if (event.key === 'ArrowDown') setIndex(index === last ? 0 : index + 1)
    else if (event.key === 'ArrowUp') setIndex(index === 0 ? last : index - 1)
    else if (event.key === 'Enter' && current) take(current)
    else return
    event.preventDefault()
  }
  const take = (hit: (typeof found)[number]) =>
    onFound({ pupilId: hit.id, name: hit.title, groupName: hit.context })
  return (
    <div className={classes.find}>
      <label htmlFor={`${id}-text`}>{say('pupil')}</label>
      <input
        id={`${id}-text`}
        className={classes.input}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={current && `${id}-${current.id}`}
        aria-invalid={error !== null}
        placeholder={say('pupil-placeholder')}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setIndex(0)
        }}
        onKeyDown={onKeyDown}
      />
      {error && <p role="alert">{error}</p>}
      <p className="visually-hidden" role="status">
        {text && say('found', { count: found.length })}
      </p>
      {text && hits !== 'loading' && found.length === 0 && (
        <p className="muted">{say('none-found')}</p>
      )}
      <div id={`${id}-list`} role="listbox" aria-label={say('found-label')}>
        {found.map((hit, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's.
          <div
            key={hit.id}
            id={`${id}-${hit.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === index}
            className={classes.option}
            data-private
            onClick={() => take(hit)}
          >
            <span>{hit.title}</span>
            <span className="muted">{hit.context}</span>
          </div>
        ))}
      </div>
    </div>
  )
}
