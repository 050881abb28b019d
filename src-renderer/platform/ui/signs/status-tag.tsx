import type { ReactNode } from 'react'
import type { Icon } from '../icons.ts'
import classes from './status-tag.module.css'

/**
 * `quiet` is the normal case and has no box; the others also differ by form, since their hues are
 * one and the same to some eyes: `warn` has a bar, `alert` is filled, `leave` is dashed.
 */
export type Tone = 'quiet' | 'ok' | 'info' | 'warn' | 'alert' | 'leave' | 'neutral'

type StatusTagProps = {
  readonly tone: Tone
  readonly icon: Icon
  readonly children: ReactNode
}

/** A state in a word, with an icon: never by colour alone. */
export function StatusTag({ tone, icon: Picture, children }: StatusTagProps) {
  return (
    <span className={classes.tag} data-tone={tone}>
      <Picture size={15} stroke={2} aria-hidden />
      {children}
    </span>
  )
}
