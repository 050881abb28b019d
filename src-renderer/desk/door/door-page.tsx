import { type ReactNode, useId } from 'react'
import { deskMessages } from '#shared/desk/desk-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { Logo } from '../logo.tsx'
import classes from './door-page.module.css'

type DoorPageProps = {
  readonly title: string
  readonly text?: string
  readonly width?: 'narrow' | 'wide'
  readonly children: ReactNode
  /** Under the card: language, version. */
  readonly foot?: ReactNode
}

/** Everything before the frame: first run, lock, trouble. */
export function DoorPage({ title, text, width = 'narrow', children, foot }: DoorPageProps) {
  const say = useSay(deskMessages)
  const titleId = useId()
  return (
    <main className={classes.page} aria-labelledby={titleId}>
      <div className={classes.column} data-width={width}>
        <p className={classes.brand}>
          <Logo size={32} />
          {say('balie')}
        </p>
        <div className={classes.card}>
          <h1 id={titleId}>{title}</h1>
          {text && <p className={classes.text}>{text}</p>}
          {children}
        </div>
        {foot && <footer className={classes.foot}>{foot}</footer>}
      </div>
    </main>
  )
}

/** Fields under one another and the buttons at the end. */
export function DoorForm(props: { readonly onSubmit: () => void; readonly children: ReactNode }) {
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        props.onSubmit()
        const form = event.currentTarget
        // To the first field that was refused, once its sentence is drawn.
        requestAnimationFrame(() =>
          form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
        )
      }}
    >
      {props.children}
    </form>
  )
}

export function DoorButtons({ children }: { readonly children: ReactNode }) {
  return <div className={classes.buttons}>{children}</div>
}

export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className={classes.row}>{children}</div>
}
