import { useId, useMemo, useState } from 'react'
import type { SearchHit } from '#shared/search/search-contract.ts'
import { searchMessages } from '#shared/search/search-messages.ts'
import type { Command } from '../platform/commands.ts'
import { useSay } from '../platform/language.tsx'
import { IconSearch } from '../platform/ui/icons.ts'
import { CommandLine } from './command-line.tsx'
import { fittingCommands } from './fitting-commands.ts'
import { HitLine } from './hit-line.tsx'
import classes from './palette.module.css'
import { Group, KeyHints, Option, useOpenDialog, useWalk } from './palette-parts.tsx'
import { useSearch } from './use-search.ts'

type PaletteProps = {
  readonly commands: readonly Command[]
  /** Not every role may look up people; commands are for all. */
  readonly mayFind: boolean
  readonly onOpen: (hit: SearchHit) => void
  readonly onClose: () => void
}

/** Ctrl+K: anyone, any screen and any command, without taking the hands off the keys. */
export function Palette({ commands, mayFind, onOpen, onClose }: PaletteProps) {
  const say = useSay(searchMessages)
  const dialog = useOpenDialog()
  const [text, setText] = useState('')
  const found = useSearch(text, mayFind)
  const fitting = useMemo(() => fittingCommands(commands, text), [commands, text])
  const runs = [
    ...found.hits.map((hit) => () => onOpen(hit)),
    ...fitting.map((command) => command.run),
  ]
  const walk = useWalk(runs, text, onClose)
  const id = useId()

  return (
    <dialog
      ref={dialog}
      className={classes.palette}
      aria-label={say('title')}
      // At once: the browser tells of the closing later, and would close what Ctrl+K opens meanwhile.
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClose={onClose}
      onMouseDown={(event) => {
        // The scrim is the dialog itself; whatever is in it covers it.
        if (event.target === event.currentTarget) onClose()
      }}
    >
      <div className={classes.box}>
        <div className={classes.field}>
          <IconSearch size={20} stroke={1.75} aria-hidden />
          <input
            role="combobox"
            aria-expanded="true"
            aria-controls={`${id}-list`}
            aria-activedescendant={runs.length > 0 ? `${id}-${walk.active}` : undefined}
            aria-autocomplete="list"
            aria-label={say('title')}
            placeholder={say('placeholder')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={walk.onKeyDown}
            spellCheck={false}
            autoComplete="off"
          />
        </div>
        <Results {...walk} id={id} text={text} found={found} fitting={fitting} runs={runs} />
        <KeyHints />
      </div>
    </dialog>
  )
}

type ResultsProps = ReturnType<typeof useWalk> & {
  readonly id: string
  readonly text: string
  readonly found: ReturnType<typeof useSearch>
  readonly fitting: readonly Command[]
  readonly runs: readonly (() => void)[]
}

function Results({ id, text, found, fitting, runs, active, setActive, choose }: ResultsProps) {
  const say = useSay(searchMessages)
  const { hits } = found
  const optionAt = (index: number) => ({
    id: `${id}-${index}`,
    isActive: index === active,
    onPoint: () => setActive(index),
    onChoose: () => choose(index),
  })
  return (
    <>
      <p className="visually-hidden" role="status">
        {text && say('count', { count: runs.length })}
      </p>
      <div id={`${id}-list`} role="listbox" aria-label={say('title')} className={classes.list}>
        {hits.length > 0 && (
          <Group title={say('found')}>
            {hits.map((hit, index) => (
              <Option key={`${hit.kind}-${hit.id}`} {...optionAt(index)}>
                <HitLine hit={hit} typed={found.text} />
              </Option>
            ))}
          </Group>
        )}
        {fitting.length > 0 && (
          <Group title={say('commands')}>
            {fitting.map((command, index) => (
              <Option key={command.id} {...optionAt(hits.length + index)}>
                <CommandLine command={command} typed={text} />
              </Option>
            ))}
          </Group>
        )}
      </div>
      {runs.length === 0 && (
        <div className={classes.none}>
          <strong>{say('none', { text: text.trim() })}</strong>
          <p className="muted">{say('none-hint')}</p>
        </div>
      )}
    </>
  )
}
