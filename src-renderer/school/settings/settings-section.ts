import type { ReactNode } from 'react'

export type Setting = {
  readonly title: string
  readonly hint?: string
  /** Whom it affects: each setting says so. */
  readonly who: 'everyone' | 'desk' | 'you'
  /** Its label is the title, hidden: the row shows it. */
  readonly control: ReactNode
  /** Needs the whole width: several fields. */
  readonly isWide?: boolean
}

export type SettingsSection = {
  readonly name: 'school' | 'rules' | 'years' | 'print' | 'privacy' | 'look' | 'keys' | 'security'
  readonly title: string
  /** Empty when this person may set nothing of it. */
  readonly settings: readonly Setting[]
}
