import type { ReactNode } from 'react'
import { type Icon, IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '../icons.ts'
import classes from './banner.module.css'

type BannerProps = {
  readonly tone: 'info' | 'ok' | 'warn' | 'alert'
  readonly icon?: Icon
  /** At most one button: what to do about it. */
  readonly action?: ReactNode
  /** Spoken at once; for what appears after something the user did. */
  readonly isNews?: boolean
  readonly children: ReactNode
}

const icons = {
  info: IconInfoCircle,
  ok: IconCircleCheck,
  warn: IconAlertTriangle,
  alert: IconAlertTriangle,
}

/** One sentence that matters here, and one button. */
export function Banner({ tone, icon, action, isNews, children }: BannerProps) {
  const Picture = icon ?? icons[tone]
  return (
    <div className={classes.banner} data-tone={tone} role={isNews ? 'alert' : undefined}>
      <Picture size={18} stroke={1.75} aria-hidden />
      <div className={classes.text}>{children}</div>
      {action}
    </div>
  )
}
