import type { ReactNode } from 'react'
import type { Icon } from '../icons.ts'
import classes from './empty-state.module.css'

type EmptyStateProps = {
  readonly icon: Icon
  readonly title: string
  /** What will appear here and why it is empty now. */
  readonly children?: ReactNode
  /** One action; `Wis filter` when a filter hides everything. */
  readonly action?: ReactNode
}

export function EmptyState({ icon: Picture, title, children, action }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      <span className={classes.icon}>
        <Picture size={28} stroke={1.5} aria-hidden />
      </span>
      <h2>{title}</h2>
      {children && <p className={classes.text}>{children}</p>}
      {action}
    </div>
  )
}
