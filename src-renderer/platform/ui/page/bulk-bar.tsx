import type { ReactNode } from 'react'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../../language.tsx'
import { IconButton } from '../button.tsx'
import { IconX } from '../icons.ts'
import classes from './bars.module.css'

type BulkBarProps = {
  readonly count: number
  /** Chosen rows that the filter hides: said, since the buttons act on them too. */
  readonly hiddenCount?: number
  readonly onClear: () => void
  /** Buttons for what can be done with all of them. */
  readonly children: ReactNode
}

/** Above the list while rows are chosen. */
export function BulkBar({ count, hiddenCount = 0, onClear, children }: BulkBarProps) {
  const say = useSay(uiMessages)
  if (count === 0) return null
  return (
    <div className={classes.bulk} role="toolbar" aria-label={say('selection-actions')}>
      <span className={classes.count} role="status">
        <strong>{say('selected', { count })}</strong>
        {hiddenCount > 0 && ` · ${say('selected-hidden', { count: hiddenCount })}`}
      </span>
      {children}
      <span className={classes.end}>
        <IconButton icon={IconX} size="small" label={say('clear-selection')} onClick={onClear} />
      </span>
    </div>
  )
}
