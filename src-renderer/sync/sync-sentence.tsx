import { type ReactNode, useEffect } from 'react'
import { syncMessages } from '#shared/sync/sync-messages.ts'
import { useFormats } from '../platform/formats.ts'
import { useSay } from '../platform/language.tsx'
import { go } from '../platform/routes.ts'
import { IconAlertTriangle } from '../platform/ui/icons.ts'
import classes from './sync.module.css'
import { iconOf, needsPeople, sync, useSyncStatus } from './sync-store.ts'

/** In the status bar: where this computer stands with the portal; without one `alone` says it. */
export function SyncSentence({ alone }: { readonly alone: ReactNode }) {
  const say = useSay(syncMessages)
  const { time, number } = useFormats()
  const status = useSyncStatus()
  useEffect(() => {
    const back = () => void sync.now({})
    window.addEventListener('online', back)
    return () => window.removeEventListener('online', back)
  }, [])
  if (status === 'loading' || status.standing === 'none') return alone
  const { standing, waiting, moved, currentAt } = status
  const isBusy = standing === 'sending' || standing === 'receiving'
  const isWanted = needsPeople(status)
  const Picture = isWanted ? IconAlertTriangle : iconOf[standing]
  const words = () => {
    if (isWanted) return say('bar-attention')
    if (isBusy) return say('bar-busy', { count: number(moved) })
    if (standing === 'away') return say('bar-away', { count: number(waiting) })
    return currentAt ? say('bar-current', { time: time(currentAt) }) : say('standing.current')
  }
  return (
    <button type="button" className={classes.sentence} onClick={() => go({ screen: 'sync' })}>
      <Picture size={14} stroke={1.75} aria-hidden />
      {words()}
    </button>
  )
}
