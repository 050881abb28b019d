import type { CodeLine } from '#shared/accounts/office/accounts-contract.ts'
import { accountPanelMessages } from '#shared/accounts/office/words/account-panel-messages.ts'
import { officeMessages } from '#shared/accounts/office/words/office-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { Section } from '../../platform/ui/page/page.tsx'
import classes from '../accounts.module.css'

/** Every code of this guardian and child, the newest first. */
export function CodeLines({ codes }: { readonly codes: readonly CodeLine[] }) {
  const say = useSay(accountPanelMessages)
  return (
    <Section title={say('codes')}>
      {codes.length === 0 ? (
        <p className="muted">{say('codes-none')}</p>
      ) : (
        <ul className={classes.rows}>
          {codes.map((code) => (
            <Line key={code.id} code={code} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function Line({ code }: { readonly code: CodeLine }) {
  const say = useSay(accountPanelMessages)
  const sayOffice = useSay(officeMessages)
  const { day } = useFormats()
  const on = (moment: string) => day(moment.slice(0, 10))
  const { state, way, madeAt, madeBy, usedAt, endsOn } = code
  const word = sayOffice(`code.${state}`)
  const isOpen = ['made', 'printed', 'sent', 'failed'].includes(state)
  return (
    <li>
      <span className={classes.what}>
        {say(`way.${way}`)}:{' '}
        {usedAt
          ? say('code-used', { day: on(usedAt) })
          : isOpen
            ? say('code-line', { state: word, day: day(endsOn) })
            : word}
        <small>
          {madeBy
            ? say('code-made', { day: on(madeAt), name: madeBy })
            : say('code-made-received', { day: on(madeAt) })}
        </small>
      </span>
    </li>
  )
}
