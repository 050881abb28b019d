import type { FollowUpRow } from '#shared/absences/follow-up/follow-up.ts'
import { followUpMessages } from '#shared/absences/messages/follow-up-messages.ts'
import { familyFieldsMessages } from '#shared/families/family-fields-messages.ts'
import type { MessageKey } from '#shared/platform/messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { PhoneLink } from '../../platform/ui/signs/phone-link.tsx'
import classes from './follow-up.module.css'

/** Whom to call, in order, with what came of the calls so far. */
export function CallList({ row }: { readonly row: FollowUpRow }) {
  const say = useSay(followUpMessages)
  const about = useAbout()
  const { time } = useFormats()
  return (
    <>
      <ol>
        {row.targets.map((target, at) => (
          <li
            key={target.guardianId ?? target.contactId}
            className={classes.target}
            data-next={at === row.next || undefined}
          >
            <span>{at + 1}.</span>
            <strong data-private>{target.name}</strong>
            <span className="muted">{about(target.about)}</span>
            {target.numbers.map((number) => (
              <PhoneLink key={number} number={number} className={undefined} />
            ))}
            {at === row.next && <span className="muted">← {say('next')}</span>}
          </li>
        ))}
      </ol>
      {row.calls.length > 0 && (
        <ul className="muted" data-private>
          {row.calls.map((call) => (
            <li key={call.at}>
              {say('call-line', {
                time: time(call.at),
                who: call.targetName,
                result: say(`result.${call.result}`),
                by: call.staffName,
              })}
              {call.note && ` · ${call.note}`}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Mother, grandparent, babysitter: as the family's own screens say it. */
function useAbout() {
  const say = useSay(familyFieldsMessages)
  return (about: string) => {
    const keys = [`relation.${about}`, `contact-kind.${about}`]
    const key = keys.find(isKey)
    return key && isKey(key) ? say(key) : ''
  }
}

const isKey = (key: string): key is MessageKey<typeof familyFieldsMessages> =>
  Object.hasOwn(familyFieldsMessages.nl, key)
