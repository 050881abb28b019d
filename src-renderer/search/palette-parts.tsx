import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { searchMessages } from '#shared/search/search-messages.ts'
import { useSay } from '../platform/language.tsx'
import { Kbd } from '../platform/ui/signs/kbd.tsx'
import classes from './palette.module.css'

type GroupProps = { readonly title: string; readonly children: ReactNode }

export function Group({ title, children }: GroupProps) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a listbox.
    <div role="group" aria-labelledby={id} className={classes.group}>
      <div id={id} className={classes.title} role="presentation">
        {title}
      </div>
      {children}
    </div>
  )
}

type OptionProps = {
  readonly id: string
  readonly isActive: boolean
  readonly onPoint: () => void
  readonly onChoose: () => void
  readonly children: ReactNode
}

export function Option({ id, isActive, onPoint, onChoose, children }: OptionProps) {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled where the focus is, in the text box.
    // biome-ignore lint/a11y/useFocusableInteractive: the text box keeps the focus and names the active option.
    <div
      ref={line}
      id={id}
      role="option"
      aria-selected={isActive}
      className={classes.option}
      onMouseMove={onPoint}
      onClick={onChoose}
    >
      {children}
    </div>
  )
}

export function KeyHints() {
  const say = useSay(searchMessages)
  return (
    <footer className={classes.hints} aria-hidden>
      <span>
        <Kbd keys="↑" /> <Kbd keys="↓" /> {say('walk')}
      </span>
      <span>
        <Kbd keys="Enter" /> {say('open')}
      </span>
      <span>
        <Kbd keys="Esc" /> {say('leave')}
      </span>
    </footer>
  )
}

/** The browser's own modal dialog: it keeps the focus inside and gives it back afterwards. */
export function useOpenDialog() {
  const dialog = useRef<HTMLDialogElement>(null)
  // Closed before it leaves the document: only then the browser gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return dialog
}

/** Walking the options from the text box; typing begins at the first again. */
export function useWalk(runs: readonly (() => void)[], text: string, onClose: () => void) {
  const [walked, setWalked] = useState({ text, index: 0 })
  const index = walked.text === text ? walked.index : 0
  const active = Math.min(index, Math.max(0, runs.length - 1))
  const setActive = (next: number) => setWalked({ text, index: next })
  const choose = (chosen: number) => {
    onClose()
    runs[chosen]?.()
  }

  function onKeyDown(event: KeyboardEvent) {
    const count = runs.length
    if (event.key === 'ArrowDown' && count > 0) setActive((active + 1) % count)
    else if (event.key === 'ArrowUp' && count > 0) setActive((active - 1 + count) % count)
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) choose(active)
    else return
    event.preventDefault()
  }
  return { active, setActive, choose, onKeyDown }
}
