import { consentsScreenMessages } from '#shared/consents/consents-screen-messages.ts'
import { useSay } from '../../platform/language.tsx'
import classes from './consents.module.css'
import { standings } from './standings.ts'

/** What the signs mean, and how to record. */
export function ConsentLegend({ mayRecord }: { readonly mayRecord: boolean }) {
  const say = useSay(consentsScreenMessages)
  const keys = { yes: say('yes-key'), no: say('no-key') }
  return (
    <div className={classes.legend}>
      {standings.map(({ standing, icon: Picture }) => (
        <span key={standing} className={classes.sign} data-standing={standing}>
          <Picture size={18} stroke={2} aria-hidden />
          {say(`legend.${standing}`)}
        </span>
      ))}
      <span className="muted">{say('silence-is-no')}</span>
      {mayRecord && <span className="muted">{say('how-to', keys)}</span>}
    </div>
  )
}
