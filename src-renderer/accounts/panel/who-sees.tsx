import type { AccountFile } from '#shared/accounts/office/accounts-contract.ts'
import { accountPanelMessages } from '#shared/accounts/office/words/account-panel-messages.ts'
import { officeMessages } from '#shared/accounts/office/words/office-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { Section } from '../../platform/ui/page/page.tsx'
import classes from '../accounts.module.css'
import { StandingTag } from '../standing-tag.tsx'

type FileProps = { readonly file: AccountFile }

/** Before a code goes out: whom the portal shows this child. */
export function Onlookers({ file: { onlookers } }: FileProps) {
  const say = useSay(accountPanelMessages)
  const sayOffice = useSay(officeMessages)
  return (
    <Section title={say('onlookers')}>
      <ul className={classes.rows}>
        {onlookers.map(({ guardianId, name, closed, standing }) => (
          <li key={guardianId}>
            <span className={classes.what}>
              {name || '•••'}
              {closed && <small>{sayOffice(`closed.${closed}`)}</small>}
            </span>
            <StandingTag standing={standing} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** A sister or brother wants a code too. */
export function Children({ file: { siblings } }: FileProps) {
  const say = useSay(accountPanelMessages)
  if (siblings.length === 0) return null
  return (
    <Section title={say('siblings')}>
      <ul className={classes.rows}>
        {siblings.map(({ linkId, name, standing }) => (
          <li key={linkId}>
            <span className={classes.what}>{name}</span>
            <StandingTag standing={standing} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
