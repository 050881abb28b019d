import { useState } from 'react'
import type { DataCheckId } from '#shared/change-requests/data-check.ts'
import type { CheckedGuardian } from '#shared/change-requests/data-checks-contract.ts'
import { dataCheckMessages } from '#shared/change-requests/messages/data-check-messages.ts'
import { holdsAll, readTerms } from '#shared/search/haystack.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { settleLoose } from '../../platform/settle.ts'
import { Button } from '../../platform/ui/button.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import { IconCheck, IconFileText, IconPencil, IconUser } from '../../platform/ui/icons.ts'
import { StatusTag } from '../../platform/ui/signs/status-tag.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { PaperDialog } from '../paper/paper-dialog.tsx'
import { checkTables, dataChecks } from '../request-calls.ts'
import classes from './checks.module.css'

/** Rows at once: who looks for one family types its code or name. */
const mostShown = 40

/** Who answered and who did not; a sheet that comes back is found by its code. */
export function CheckedGuardians({ checkId }: { readonly checkId: DataCheckId }) {
  const say = useSay(dataCheckMessages)
  const found = useFresh(checkTables, { id: checkId }, dataChecks.progress)
  const [text, setText] = useState('')
  const [entering, enter] = useState<CheckedGuardian | null>(null)
  if (found === 'loading' || !found.ok) return null
  const terms = readTerms(text)
  const shown = found.value
    .filter(({ haystack }) => holdsAll(haystack, terms))
    .toSorted((a, b) => Number(a.answer !== null) - Number(b.answer !== null))
    .slice(0, mostShown)

  async function confirm({ guardianId, name }: CheckedGuardian) {
    const answer = await dataChecks.confirm({ id: checkId, guardianId })
    settleLoose(answer, say, say('all-right-done', { name }))
    setText('')
  }
  return (
    <div className={classes.guardians}>
      <p className="muted">{say('sheets-hint')}</p>
      <TextField
        label={say('code')}
        placeholder={say('code-placeholder')}
        value={text}
        onChange={setText}
        onKeyDown={(event) => {
          const [only] = shown
          if (event.key !== 'Enter' || shown.length !== 1 || !only) return
          event.preventDefault()
          enter(only)
        }}
      />
      <ul className={classes.list}>
        {shown.map((each) => (
          <GuardianLine
            key={each.guardianId}
            guardian={each}
            onRight={() => void confirm(each)}
            onEnter={() => enter(each)}
          />
        ))}
      </ul>
      {entering && (
        <PaperDialog
          guardianId={entering.guardianId}
          checkId={checkId}
          onClose={() => {
            enter(null)
            setText('')
          }}
        />
      )}
    </div>
  )
}

type GuardianLineProps = {
  readonly guardian: CheckedGuardian
  readonly onRight: () => void
  readonly onEnter: () => void
}

function GuardianLine({ guardian, onRight, onEnter }: GuardianLineProps) {
  const say = useSay(dataCheckMessages)
  const { day } = useFormats()
  const { name, children, code, hasAccount, answer } = guardian
  return (
    <li className={classes.line}>
      <span className={classes.who} data-private>
        <strong>{name}</strong>
        <small>{children.map((child) => `${child.name} ${child.groupName}`).join(', ')}</small>
      </span>
      {answer ? (
        <StatusTag
          tone={answer.way === 'right' ? 'ok' : 'info'}
          icon={answer.way === 'right' ? IconCheck : IconPencil}
        >
          {say(`answer-${answer.way}`, { day: day(answer.at.slice(0, 10)) })}
        </StatusTag>
      ) : (
        <>
          <StatusTag tone="quiet" icon={hasAccount ? IconUser : IconFileText}>
            {say(hasAccount ? 'has-account' : 'no-account')} · {code}
          </StatusTag>
          <Button size="small" icon={IconCheck} onClick={onRight}>
            {say('all-right')}
          </Button>
          <Button size="small" icon={IconPencil} onClick={onEnter}>
            {say('type-over')}
          </Button>
        </>
      )}
    </li>
  )
}
