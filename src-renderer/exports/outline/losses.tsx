import { useState } from 'react'
import { exportLossMessages } from '#shared/exports/export-loss-messages.ts'
import type { ExportLoss } from '#shared/exports/export-losses.ts'
import { exportsMessages } from '#shared/exports/exports-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { LinkButton } from '../../platform/ui/button.tsx'
import classes from './outline.module.css'

/** So many stand there at once; the long lists are of formats that were made for something else. */
const shownAtFirst = 6

/** What the receiver will miss, before anybody counts on it. */
export function Losses({ losses }: { readonly losses: readonly ExportLoss[] }) {
  const say = useSay(exportsMessages)
  const sayLoss = useSay(exportLossMessages)
  const [isWhole, setWhole] = useState(false)
  if (losses.length === 0) return <p className={classes.hint}>{say('carries-all')}</p>
  const isLong = losses.length > shownAtFirst + 1
  const shown = isWhole || !isLong ? losses : losses.slice(0, shownAtFirst)
  return (
    <div className={classes.losses}>
      <h3>{say('cannot-carry')}</h3>
      <ul>
        {shown.map((loss) => (
          <li key={loss}>{sayLoss(loss)}</li>
        ))}
      </ul>
      {isLong && !isWhole && (
        <LinkButton onClick={() => setWhole(true)}>
          {say('show-all-losses', { count: losses.length })}
        </LinkButton>
      )}
    </div>
  )
}
