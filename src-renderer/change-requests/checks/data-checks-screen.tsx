import { useState } from 'react'
import type { DataCheckRow } from '#shared/change-requests/data-checks-contract.ts'
import { dataCheckMessages } from '#shared/change-requests/messages/data-check-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { settleLoose } from '../../platform/settle.ts'
import { Button } from '../../platform/ui/button.tsx'
import {
  IconCheck,
  IconClipboardCheck,
  IconClock,
  IconMail,
  IconPlus,
  IconX,
} from '../../platform/ui/icons.ts'
import { Page, Section } from '../../platform/ui/page/page.tsx'
import { EmptyState } from '../../platform/ui/signs/empty-state.tsx'
import { Skeleton } from '../../platform/ui/signs/skeleton.tsx'
import { StatusTag } from '../../platform/ui/signs/status-tag.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { checkTables, dataChecks } from '../request-calls.ts'
import { CheckedGuardians } from './checked-guardians.tsx'
import classes from './checks.module.css'
import { PrintSheets } from './print-sheets.tsx'
import { StartCheck } from './start-check.tsx'

/** Rounds in which guardians say whether everything is still right, and who answered. */
export function DataChecksScreen() {
  const say = useSay(dataCheckMessages)
  const checks = useFresh(checkTables, {}, dataChecks.list)
  const [isStarting, start] = useState(false)
  if (checks === 'loading') return <Skeleton rows={10} />
  const button = (
    <Button kind="primary" icon={IconPlus} onClick={() => start(true)}>
      {say('start')}
    </Button>
  )
  return (
    <Page title={say('title')} actions={checks.length > 0 ? button : null}>
      {checks.length === 0 && (
        <EmptyState icon={IconClipboardCheck} title={say('empty-title')} action={button}>
          {say('empty-text')}
        </EmptyState>
      )}
      {checks.map((check) => (
        <OneCheck key={check.id} check={check} />
      ))}
      {isStarting && <StartCheck onClose={() => start(false)} />}
    </Page>
  )
}

function OneCheck({ check }: { readonly check: DataCheckRow }) {
  const say = useSay(dataCheckMessages)
  const { day } = useFormats()
  const { id, asked, right, requested } = check
  const done = right + requested
  return (
    <Section
      title={check.name}
      aside={
        <>
          {check.groupNames || say('whole-school')} ·{' '}
          <StatusTag
            tone={check.isOpen ? 'info' : 'neutral'}
            icon={check.isOpen ? IconClock : IconCheck}
          >
            {check.isOpen ? say('open-until', { day: day(check.endsOn) }) : say('closed')}
          </StatusTag>
        </>
      }
      actions={check.isOpen && <CheckActions check={check} />}
    >
      <p>{say('progress', { done, asked, right, requested })}</p>
      <meter className={classes.meter} min={0} max={Math.max(asked, 1)} value={done} aria-hidden />
      {check.isOpen && <CheckedGuardians checkId={id} />}
    </Section>
  )
}

function CheckActions({ check: { id } }: { readonly check: DataCheckRow }) {
  const say = useSay(dataCheckMessages)
  async function remind() {
    settleLoose(await dataChecks.remind({ id }), say, say('reminded'))
  }
  async function close() {
    settleLoose(await dataChecks.close({ id }), say, say('close-done'))
  }
  return (
    <>
      <PrintSheets checkId={id} />
      <Button size="small" icon={IconMail} onClick={() => void remind()}>
        {say('remind')}
      </Button>
      <Button size="small" icon={IconX} onClick={() => void close()}>
        {say('close')}
      </Button>
    </>
  )
}
