import { useEffect, useState } from 'react'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../../language.tsx'
import classes from './skeleton.module.css'

/** What is answered sooner needs no sign of waiting. */
const patience = 300

type SkeletonProps = {
  readonly rows?: number
  /** The geometry of what will come. */
  readonly shape?: 'list' | 'fields' | 'tiles'
}

export function Skeleton({ rows = 8, shape = 'list' }: SkeletonProps) {
  const say = useSay(uiMessages)
  const [isShown, show] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => show(true), patience)
    return () => clearTimeout(timer)
  }, [])
  if (!isShown) return null
  return (
    <div className={classes.skeleton} data-shape={shape} role="status">
      <span className="visually-hidden">{say('loading')}</span>
      {Array.from({ length: rows }, (_, index) => index).map((row) => (
        <span key={row} className={classes.bar} />
      ))}
    </div>
  )
}
