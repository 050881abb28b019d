import { type ReactNode, useRef } from 'react'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../../language.tsx'
import { useShortcuts } from '../../shortcuts.ts'
import { TextField } from '../fields/text-field.tsx'
import { IconSearch } from '../icons.ts'
import classes from './bars.module.css'

type FilterBarProps = {
  /** Names the field: `Filter leerlingen`. */
  readonly label: string
  /** What can be typed: `Naam, adres, telefoon, ouder…`. */
  readonly placeholder: string
  readonly value: string
  readonly onChange: (text: string) => void
  /** More filters and, at the end, buttons. */
  readonly children?: ReactNode
  readonly end?: ReactNode
}

/** Narrows the list below it; `/` goes there, Esc empties it, Down goes into the list. */
export function FilterBar({ label, placeholder, value, onChange, children, end }: FilterBarProps) {
  const say = useSay(uiMessages)
  const bar = useRef<HTMLDivElement>(null)
  const focus = () => bar.current?.querySelector('input')?.select()
  useShortcuts(say('keys-list'), [
    { keys: '/', says: say('key-filter'), run: focus },
    { keys: 'mod+f', says: '', run: focus },
  ])
  return (
    <search ref={bar} className={classes.filters}>
      <div className={classes.text}>
        <TextField
          label={label}
          isLabelHidden
          icon={IconSearch}
          placeholder={placeholder}
          value={value}
          onChange={onChange}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && value) {
              event.preventDefault()
              onChange('')
            } else if (event.key === 'ArrowDown' || event.key === 'Escape') {
              event.preventDefault()
              listBelow(bar.current)?.focus()
            }
          }}
        />
      </div>
      {children}
      {end && <div className={classes.end}>{end}</div>}
    </search>
  )
}

function listBelow(bar: HTMLElement | null) {
  return bar
    ?.closest('[data-pane]')
    ?.querySelector<HTMLElement>('[role="grid"] [role="row"][tabindex="0"]')
}
