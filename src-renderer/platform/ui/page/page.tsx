import type { ReactNode } from 'react'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../../language.tsx'
import { goBack } from '../../routes.ts'
import { IconButton } from '../button.tsx'
import { IconArrowLeft } from '../icons.ts'
import classes from './page.module.css'

type PageHeadProps = {
  readonly title: ReactNode
  /** Beside the title: `221 van 221`, a state. */
  readonly aside?: ReactNode
  readonly subtitle?: ReactNode
  readonly picture?: ReactNode
  /** Buttons at the end of the line. */
  readonly actions?: ReactNode
  /** A full file is reached from a list: shows the way back. */
  readonly hasBack?: boolean
}

/** Title line of a screen; stands above a list, or in a `Page`. */
export function PageHead({ title, aside, subtitle, picture, actions, hasBack }: PageHeadProps) {
  const say = useSay(uiMessages)
  return (
    <header className={classes.head}>
      {hasBack && <IconButton icon={IconArrowLeft} label={say('back')} onClick={goBack} />}
      {picture}
      <div className={classes.titles}>
        <div className={classes.title}>
          <h1>{title}</h1>
          {aside && <div className={classes.aside}>{aside}</div>}
        </div>
        {subtitle && <div className={classes.subtitle}>{subtitle}</div>}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </header>
  )
}

type PageProps = PageHeadProps & {
  /** Text and forms are easier to read in a narrower column. */
  readonly width?: 'full' | 'reading'
  readonly children: ReactNode
}

/** A screen that scrolls as a whole: Today, a file, settings. */
export function Page({ width = 'full', children, ...head }: PageProps) {
  return (
    <div className={classes.page} data-pane data-width={width}>
      <div className={classes.column}>
        <PageHead {...head} />
        <div className={classes.content}>{children}</div>
      </div>
    </div>
  )
}

type SectionProps = {
  readonly title: string
  readonly aside?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

export function Section({ title, aside, actions, children }: SectionProps) {
  return (
    <section className={classes.section}>
      <div className={classes.sectionHead}>
        <h2>{title}</h2>
        {aside && <span className={classes.aside}>{aside}</span>}
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </section>
  )
}

/** A box with a thin edge: one person, one household, one tile. */
export function Card({ children }: { readonly children: ReactNode }) {
  return <div className={classes.card}>{children}</div>
}
