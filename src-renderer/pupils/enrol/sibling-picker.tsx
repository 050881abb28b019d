import { useDeferredValue, useMemo, useState } from 'react'
import { enrolMessages } from '#shared/pupils/enrol-messages.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import type { PupilRow } from '#shared/pupils/pupils-contract.ts'
import { holdsAll, readTerms } from '#shared/search/haystack.ts'
import { useSay } from '../../platform/language.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import { IconSearch, IconUsers, IconX } from '../../platform/ui/icons.ts'
import classes from './enrol.module.css'

const mostShown = 6

type SiblingPickerProps = {
  readonly rows: readonly PupilRow[]
  readonly chosen: PupilId | null
  readonly onChoose: (id: PupilId | null) => void
}

/** A list of five thousand to choose from would be no choice: type, and a few remain. */
export function SiblingPicker({ rows, chosen, onChoose }: SiblingPickerProps) {
  const say = useSay(enrolMessages)
  const [text, setText] = useState('')
  const deferred = useDeferredValue(text)
  const found = useMemo(() => findSome(rows, deferred), [rows, deferred])
  const sibling = rows.find(({ id }) => id === chosen)

  if (sibling) {
    return (
      <div className={classes.chosen} role="status">
        <IconUsers size={18} stroke={1.75} aria-hidden />
        <span>{say('sibling-chosen', { name: sibling.name })}</span>
        <Button kind="quiet" size="small" icon={IconX} onClick={() => onChoose(null)}>
          {say('sibling-clear')}
        </Button>
      </div>
    )
  }
  return (
    <div className={classes.sibling}>
      <TextField
        label={say('sibling-search')}
        hint={say('sibling-hint')}
        icon={IconSearch}
        value={text}
        onChange={setText}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          // Enter here means this child, not that the form is ready.
          event.preventDefault()
          if (found[0]) onChoose(found[0].id)
        }}
      />
      {deferred.trim().length > 1 && (
        <ul className={classes.found}>
          {found.length === 0 && <li className="muted">{say('sibling-none')}</li>}
          {found.map(({ id, name, groupName }) => (
            <li key={id}>
              <Button
                size="small"
                onClick={() => {
                  setText('')
                  onChoose(id)
                }}
              >
                {name}
                {groupName && ` · ${groupName}`}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Protected pupils are not offered: their home and parents must not be copied without a thought. */
function findSome(rows: readonly PupilRow[], text: string) {
  if (text.trim().length < 2) return []
  const terms = readTerms(text)
  return rows.filter((row) => !row.isProtected && holdsAll(row.haystack, terms)).slice(0, mostShown)
}
