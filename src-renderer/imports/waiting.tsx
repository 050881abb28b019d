import { useStore } from 'zustand'
import { importReviewMessages } from '#shared/imports/import-review-messages.ts'
import { jobs } from '../platform/jobs.ts'
import { useSay } from '../platform/language.tsx'
import { Button } from '../platform/ui/button.tsx'
import { IconPlayerStop } from '../platform/ui/icons.ts'
import classes from './imports.module.css'

type WaitingProps = {
  readonly says: string
  readonly files: readonly string[]
  /** How far it is; reading a file cannot tell. */
  readonly isJob?: boolean
  /** Stopping leaves nothing behind: a file that is read writes nothing, and an import is one transaction. */
  readonly onStop: () => void
}

export function Waiting({ says, files, isJob, onStop }: WaitingProps) {
  const say = useSay(importReviewMessages)
  const running = useStore(jobs, (state) => state.running)
  const isKnown = isJob && running !== null && running.total > 0
  return (
    <div className={classes.waiting} role="status">
      <strong>{says}</strong>
      <span className="muted">{files.slice(0, 3).join(', ')}</span>
      <progress
        aria-label={says}
        {...(isKnown ? { value: running.done, max: running.total } : {})}
      />
      <Button icon={IconPlayerStop} onClick={onStop}>
        {say('stop')}
      </Button>
    </div>
  )
}
