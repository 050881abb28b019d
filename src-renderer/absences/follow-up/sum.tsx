import { Fragment } from 'react'
import type { FollowUp } from '#shared/absences/follow-up/follow-up.ts'
import { absencesMessages } from '#shared/absences/messages/absences-messages.ts'
import { followUpMessages } from '#shared/absences/messages/follow-up-messages.ts'
import { useSay } from '../../platform/language.tsx'
import classes from './follow-up.module.css'

/** Expected − present − reported − not filled in = to call, for the part that runs. */
export function Sum({ follow }: { readonly follow: FollowUp }) {
  const say = useSay(followUpMessages)
  const sayWord = useSay(absencesMessages)
  const { counts, part, callFrom } = follow
  const terms = [
    ['', counts.expected, say('expected')],
    ['−', counts.present, say('present')],
    ['−', counts.reported, say('reported')],
    ['−', counts.notRegistered, say('not-registered')],
    ['=', counts.unexplained, say('to-call')],
  ] as const
  return (
    <div className={classes.sum}>
      <h2>{sayWord(`part.${part}`)}</h2>
      {terms.map(([sign, number, label]) => (
        <Fragment key={label}>
          {sign && (
            <span className={classes.sign} aria-hidden>
              {sign}
            </span>
          )}
          <span
            className={classes.term}
            data-tone={sign === '=' && number > 0 ? 'alert' : undefined}
          >
            <span className={classes.number}>{number}</span>
            <span className="muted">{label}</span>
          </span>
        </Fragment>
      ))}
      <span className="muted">{say('call-from', { time: callFrom })}</span>
    </div>
  )
}
