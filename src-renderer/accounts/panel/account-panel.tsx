import { useState } from 'react'
import type { AccountFile } from '#shared/accounts/office/accounts-contract.ts'
import { isInUse, isOff } from '#shared/accounts/office/guardian-account.ts'
import { accountPanelMessages } from '#shared/accounts/office/words/account-panel-messages.ts'
import { accountsScreenMessages } from '#shared/accounts/office/words/accounts-screen-messages.ts'
import { officeMessages } from '#shared/accounts/office/words/office-messages.ts'
import type { GuardianLinkId } from '#shared/families/guardian.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { go } from '../../platform/routes.ts'
import { Section } from '../../platform/ui/page/page.tsx'
import { SidePanel } from '../../platform/ui/page/side-panel.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { Portrait } from '../../platform/ui/signs/portrait.tsx'
import { Skeleton } from '../../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { accounts, accountTables } from '../account-calls.ts'
import classes from '../accounts.module.css'
import { StandingTag } from '../standing-tag.tsx'
import { CodeLines } from './code-lines.tsx'
import { LockAccount, ResetAccess } from './lock-account.tsx'
import { PanelActions } from './panel-actions.tsx'
import { Children, Onlookers } from './who-sees.tsx'

/** One guardian and one child: where they stand, and what can be done. */
export function AccountPanel({ linkId }: { readonly linkId: GuardianLinkId }) {
  const file = useFresh(accountTables, { linkId }, accounts.file)
  const [dialog, open] = useState<'lock' | 'reset' | null>(null)
  const sayScreen = useSay(accountsScreenMessages)
  if (file === 'loading') return <Skeleton shape="fields" rows={6} />
  if (!file) return null
  const { row } = file
  const name = row.guardianName || sayScreen('protected')
  const given = { guardianId: row.guardianId, name, onClose: () => open(null) }
  return (
    <SidePanel
      title={name}
      picture={<Portrait name={name} />}
      subtitle={
        <>
          <span>{[row.pupilName, row.groupName].filter(Boolean).join(' · ')}</span>
          <StandingTag standing={row.standing} />
        </>
      }
      notices={<Notices file={file} />}
      actions={<PanelActions file={file} onOpen={open} />}
      onOpenFile={() => go({ screen: 'family', pupilId: row.pupilId })}
    >
      <div className={classes.panel}>
        <Account file={file} />
        <CodeLines codes={file.codes} />
        <Onlookers file={file} />
        <Children file={file} />
      </div>
      {dialog === 'lock' && <LockAccount {...given} />}
      {dialog === 'reset' && <ResetAccess {...given} email={row.email} />}
    </SidePanel>
  )
}

/** What must be known before anything is done. */
function Notices({ file: { row, account } }: { readonly file: AccountFile }) {
  const say = useSay(accountPanelMessages)
  const sayOffice = useSay(officeMessages)
  const isAsleep = account?.lockedBy === 'inactivity' && !account.isLocked && isOff(account)
  return (
    <div className={classes.notices}>
      {row.closed && <Banner tone="info">{sayOffice(`closed.${row.closed}`)}</Banner>}
      {account?.isLocked && (
        <Banner tone="alert">{say('locked-reason', { reason: account.lockReason ?? '' })}</Banner>
      )}
      {isAsleep && <Banner tone="warn">{say('locked-inactivity')}</Banner>}
      {row.sharesEmail && <Banner tone="warn">{say('shares-email')}</Banner>}
      {row.mailFailure && (
        <Banner tone="warn">{say('mail-fails', { failure: row.mailFailure })}</Banner>
      )}
    </div>
  )
}

function Account({ file: { account, row } }: { readonly file: AccountFile }) {
  const say = useSay(accountPanelMessages)
  const { day, dayAt } = useDays()
  const sayScreen = useSay(accountsScreenMessages)
  if (!account || account.state === 'none') {
    return (
      <Section title={say('account')}>
        <p className="muted">{say('account-none')}</p>
      </Section>
    )
  }
  return (
    <Section title={say('account')}>
      <dl className={classes.facts}>
        <dt>{sayScreen('column.email')}</dt>
        <dd data-private>{row.email ?? '•••'}</dd>
        <dt>{say(account.isConfirmed ? 'confirmed' : 'not-confirmed')}</dt>
        <dd>{dayAt(account.activatedAt) || '–'}</dd>
        {isInUse(account) && (
          <>
            <dt>{say('seen')}</dt>
            <dd>{account.signedInOn ? day(account.signedInOn) : say('never')}</dd>
          </>
        )}
      </dl>
      {account.state === 'waiting' && (
        <p className="muted">{say('waiting-since', { day: dayAt(account.askedAt) })}</p>
      )}
    </Section>
  )
}

function useDays() {
  const { day } = useFormats()
  return { day, dayAt: (moment: string | null) => (moment ? day(moment.slice(0, 10)) : '') }
}
