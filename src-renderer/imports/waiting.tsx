import { useStore } from 'zustand'
import { importsMessages } from '#shared/imports/imports-messages.ts'
import { cancelJob, jobs } from '../platform/jobs.ts'
import { useSay } from '../platform/language.tsx'
import { Button } from '../platform/ui/button.tsx'
import classes from './imports.module.css'

type WaitingProps = {
  readonly says: string
  readonly files: readonly string[]
  /** Stopping leaves nothing behind: the whole import is one transaction. */
  readonly isStoppable?: boolean
}

export function Waiting({ says, files, isStoppable }: WaitingProps) {
  const say = useSay(importsMessages)
  const running = useStore(jobs, (state) => state.running)
  const isKnown = running !== null && running.total > 0
  return (
    <div className={classes.waiting} role="status">
      <strong>{says}</strong>
      <span className={classes.names}>{files.slice(0, 3).join(', ')}</span>
      <progress
        aria-label={says}
        {...(isKnown && isStoppable ? { value: running.done, max: running.total } : {})}
      />
      {isStoppable && <Button onClick={() => void cancelJob()}>{say('cancel')}</Button>}
    </div>
  )
}
