import type { ReactNode } from 'react'
import { deskMessages } from '#shared/desk/desk-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { IconButton } from '../../platform/ui/button.tsx'
import { IconHelp, IconSearch, IconSpy } from '../../platform/ui/icons.ts'
import { Kbd } from '../../platform/ui/signs/kbd.tsx'
import { useCounter } from '../counter.ts'
import { Logo } from '../logo.tsx'
import classes from './frame.module.css'

type HeaderProps = {
  readonly onHome: () => void
  readonly onSearch: () => void
  readonly onCounter: () => void
  readonly onHelp: () => void
  /** The clock with the last actions. */
  readonly undoClock: ReactNode
  readonly userMenu: ReactNode
}

export function Header(props: HeaderProps) {
  const say = useSay(deskMessages)
  const isCounter = useCounter()
  return (
    <header className={classes.header} data-pane>
      <button type="button" className={classes.brand} onClick={props.onHome}>
        <Logo />
        <span>{say('balie')}</span>
      </button>
      <button
        type="button"
        className={classes.search}
        onClick={props.onSearch}
        aria-keyshortcuts="Control+K"
        aria-haspopup="dialog"
      >
        <IconSearch size={17} stroke={1.75} aria-hidden />
        <span>{say('search-box')}</span>
        <Kbd keys="mod+k" />
      </button>
      <div className={classes.tools}>
        <IconButton
          icon={IconSpy}
          label={say('counter')}
          keys="mod+shift+b"
          aria-pressed={isCounter}
          onClick={props.onCounter}
        />
        {props.undoClock}
        <IconButton icon={IconHelp} label={say('help')} keys="f1" onClick={props.onHelp} />
        {props.userMenu}
      </div>
    </header>
  )
}
