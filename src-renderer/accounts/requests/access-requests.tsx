import { useState } from 'react'
import type { AccessRequestRow } from '#shared/accounts/office/accounts-contract.ts'
import { accessRequestMessages } from '#shared/accounts/office/words/access-request-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { IconCheck, IconCircleX, IconMail } from '../../platform/ui/icons.ts'
import { Card, Section } from '../../platform/ui/page/page.tsx'
import { EmptyState } from '../../platform/ui/signs/empty-state.tsx'
import { Skeleton } from '../../platform/ui/signs/skeleton.tsx'
import { StatusTag } from '../../platform/ui/signs/status-tag.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { accounts, accountTables } from '../account-calls.ts'
import classes from '../accounts.module.css'
import { DeclineRequest } from './decline-request.tsx'
import { RequestCard } from './request-card.tsx'

/** Guardians without a letter who ask to be let in; those that wait first. */
export function AccessRequests() {
  const say = useSay(accessRequestMessages)
  const requests = useFresh(accountTables, {}, accounts.requests)
  const [declined, decline] = useState<AccessRequestRow | null>(null)
  if (requests === 'loading') return <Skeleton rows={4} />
  const waiting = requests.filter(({ decision }) => decision === null)
  const done = requests.filter(({ decision }) => decision !== null)
  return (
    <div className={classes.requests}>
      {waiting.length === 0 && (
        <EmptyState icon={IconMail} title={say('empty-title')}>
          {say('empty-text')}
        </EmptyState>
      )}
      {waiting.map((request) => (
        <Card key={request.id}>
          <RequestCard request={request} onDecline={() => decline(request)} />
        </Card>
      ))}
      {done.length > 0 && <Done requests={done} />}
      {declined && <DeclineRequest request={declined} onClose={() => decline(null)} />}
    </div>
  )
}

function Done({ requests }: { readonly requests: readonly AccessRequestRow[] }) {
  const say = useSay(accessRequestMessages)
  const { day } = useFormats()
  return (
    <Section title={say('done')}>
      <ul className={classes.rows}>
        {requests.map(({ id, ownName, childName, decision, decidedByName, decidedAt, reason }) => {
          const isAccepted = decision === 'accepted'
          return (
            <li key={id}>
              <span className={classes.what} data-private>
                {ownName} · {childName}
                <small>
                  {[decidedAt && day(decidedAt.slice(0, 10)), reason].filter(Boolean).join(' · ')}
                </small>
              </span>
              <StatusTag
                tone={isAccepted ? 'ok' : 'neutral'}
                icon={isAccepted ? IconCheck : IconCircleX}
              >
                {say(isAccepted ? 'done-accepted' : 'done-declined', { name: decidedByName ?? '' })}
              </StatusTag>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
