import { followUpMessages } from '#shared/absences/messages/follow-up-messages.ts'
import { syncContract } from '#shared/sync/sync-contract.ts'
import { connect } from '../../platform/client.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import classes from './follow-up.module.css'

const sync = connect(syncContract)

/** How long without the portal before its reports may be missing here, in milliseconds. */
const freshFor = 10 * 60_000

/** An unseen report of a parent is a false alarm: that must be said louder than anything else. */
export function Stale() {
  const say = useSay(followUpMessages)
  const { moment } = useFormats()
  const status = useFresh(['syncStatus'], {}, sync.status)
  if (status === 'loading' || status.portal === null || status.currentAt === null) return null
  const isOld = Date.now() - Date.parse(status.currentAt) > freshFor
  if (!isOld && status.awaySince === null) return null
  return (
    <div className={classes.stale} role="alert">
      <strong>{say('stale-title', { time: moment(status.currentAt) })}</strong>
      <p>{say('stale-text')}</p>
    </div>
  )
}
