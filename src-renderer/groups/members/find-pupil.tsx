import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { groupMembersMessages } from '#shared/groups/group-members-messages.ts'
import { searchWords } from '#shared/platform/fold-text.ts'
import type { PupilRow } from '#shared/pupils/pupils-contract.ts'
import { holdsAll, readTerms } from '#shared/search/haystack.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import classes from './members.module.css'

type FindPupilProps = {
  readonly pupils: readonly PupilRow[]
  readonly error: string | null
  readonly onFound: (pupil: PupilRow) => void
}

/** More than these nobody reads; one more letter is quicker. */
const shownAtMost = 7

/** A field that finds a pupil while somebody types: arrows walk, Enter takes. */
export function FindPupil({ pupils, error, onFound }: FindPupilProps) {
  const say = useSay(groupMembersMessages)
  const { partialDay } = useFormats()
  const id = useId()
  const [text, setText] = useState('')
  const [index, setIndex] = useState(0)
  const found = useMemo(() => findIn(pupils, text), [pupils, text])
  const current = found[index]

  function take(pupil: PupilRow | undefined) {
    if (!pupil) return
    setText('')
    setIndex(0)
    onFound(pupil)
  }
  function onKeyDown(event: KeyboardEvent) {
    if (found.length === 0 || event.ctrlKey || event.metaKey) return
    const last = found.length - 1
    if (event.key === 'ArrowDown') setIndex(index === last ? 0 : index + 1)
    else if (event.key === 'ArrowUp') setIndex(index === 0 ? last : index - 1)
    else if (event.key === 'Enter') take(current)
    else return
    event.preventDefault()
  }

  return (
    <div className={classes.find}>
      <label className={classes.label} htmlFor={`${id}-text`}>
        {say('place-find')}
      </label>
      <input
        id={`${id}-text`}
        className={classes.input}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={current && `${id}-${current.id}`}
        aria-invalid={error !== null}
        aria-describedby={error ? `${id}-error` : undefined}
        placeholder={say('place-find-placeholder')}
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
      {error && (
        <p id={`${id}-error`} className={classes.error} role="alert">
          {error}
        </p>
      )}
      <p className="visually-hidden" role="status">
        {text && say('place-found', { count: found.length })}
      </p>
      {text && found.length === 0 && <p className="muted">{say('place-none-found')}</p>}
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={say('place-found-label')}
        className={classes.options}
      >
        {found.map((pupil, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's.
          <div
            key={pupil.id}
            id={`${id}-${pupil.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === index}
            className={classes.option}
            data-private
            onClick={() => take(pupil)}
          >
            <span>{pupil.name}</span>
            <span className="muted num">{pupil.birthDate && partialDay(pupil.birthDate)}</span>
            <span className="muted">
              {pupil.groupName
                ? say('place-now-in', { group: pupil.groupName })
                : say('place-no-group')}
            </span>
          </div>
        ))}
      </div>
    </div>
  )
}

/** By the pupil's own name before that of a parent, and who has no group yet before who has. */
function findIn(pupils: readonly PupilRow[], text: string) {
  const words = searchWords(text)
  const terms = readTerms(text)
  if (terms.length === 0) return []
  const rank = ({ name, groupName }: PupilRow) => {
    const names = searchWords(name)
    const isByName = words.every((word) => names.some((each) => each.startsWith(word)))
    return (isByName ? 0 : 2) + (groupName ? 1 : 0)
  }
  return pupils
    .filter(({ haystack }) => holdsAll(haystack, terms))
    .map((pupil) => ({ pupil, rank: rank(pupil) }))
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, shownAtMost)
    .map(({ pupil }) => pupil)
}
