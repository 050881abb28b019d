import type { ReactNode } from 'react'
import { type SyncNotice, type SyncStatus, syncContract } from '#shared/sync/sync-contract.ts'
import { syncMessages } from '#shared/sync/sync-messages.ts'
import { useFormats } from '../platform/formats.ts'
import { useSay } from '../platform/language.tsx'
import { Button } from '../platform/ui/button.tsx'
import { IconRefresh } from '../platform/ui/icons.ts'
import { Page, Section } from '../platform/ui/page/page.tsx'
import { Banner } from '../platform/ui/signs/banner.tsx'
import { Skeleton } from '../platform/ui/signs/skeleton.tsx'
import { StatusTag } from '../platform/ui/signs/status-tag.tsx'
import { useFresh } from '../platform/use-fresh.ts'
import { useMay } from '../platform/viewer.tsx'
import { Devices } from './devices.tsx'
import { FoundForm, RejoinForm } from './join-forms.tsx'
import { Notices } from './notices.tsx'
import { Rejections } from './rejections.tsx'
import classes from './sync.module.css'
import { iconOf, sync, useSyncStatus } from './sync-store.ts'

/** Words for fields and values, which the history has. */
export type FieldWords = {
  readonly fieldName: (row: Pick<SyncNotice, 'table' | 'field'>) => string
  readonly value: (row: Pick<SyncNotice, 'table' | 'field'>, content: unknown) => string
}

/** What goes between this computer and the portal, and what waits for a person there. */
export function SyncScreen({ words }: { readonly words: FieldWords }) {
  const say = useSay(syncMessages)
  const status = useSyncStatus()
  const isOffice = useMay(syncContract.methods.notices)
  const keepsDevices = useMay(syncContract.methods.devices)
  if (status === 'loading') return <Skeleton />
  const hasPortal = status.standing !== 'none'
  return (
    <Page
      title={say('title')}
      subtitle={say('subtitle')}
      width="reading"
      actions={
        hasPortal && (
          <Button icon={IconRefresh} onClick={() => void sync.now({})}>
            {say('now')}
          </Button>
        )
      }
    >
      <Standing status={status} />
      {!hasPortal && isOffice && <FoundForm />}
      {hasPortal && isOffice && <Notices words={words} />}
      {hasPortal && isOffice && <Rejections words={words} />}
      {hasPortal && keepsDevices && <Devices standing={status.standing} />}
      {hasPortal && <Log />}
    </Page>
  )
}

const tones = {
  none: 'neutral',
  current: 'ok',
  sending: 'info',
  receiving: 'info',
  away: 'warn',
  refused: 'alert',
  forked: 'alert',
  emptied: 'alert',
} as const

function Standing({ status }: { readonly status: SyncStatus }) {
  const say = useSay(syncMessages)
  const { standing, code, clockMinutes } = status
  const mayLetGo = useMay(syncContract.methods.letGo)
  return (
    <>
      <div>
        <StatusTag tone={tones[standing]} icon={iconOf[standing]}>
          {say(`standing.${standing}`)}
        </StatusTag>
      </div>
      {standing === 'refused' && (
        <Banner tone="alert">{say('refused-text', { code: code ?? '' })}</Banner>
      )}
      {standing === 'emptied' && (
        <Banner
          tone="alert"
          action={
            mayLetGo && (
              <Button kind="danger" onClick={() => void sync.letGo({})}>
                {say('let-go')}
              </Button>
            )
          }
        >
          {say('emptied-text')}
        </Banner>
      )}
      {standing === 'forked' && <RejoinForm />}
      {clockMinutes !== null && (
        <Banner tone="warn">
          {say(clockMinutes > 0 ? 'clock-behind' : 'clock-ahead', {
            count: Math.abs(clockMinutes),
          })}
        </Banner>
      )}
      {standing !== 'none' && <Facts status={status} />}
    </>
  )
}

function Facts({ status }: { readonly status: SyncStatus }) {
  const say = useSay(syncMessages)
  const { moment, number } = useFormats()
  const { portal, waiting, currentAt, nextAt, leaseUntil, standing } = status
  return (
    <dl className={classes.facts}>
      <Fact name={say('portal')}>{portal}</Fact>
      <Fact name={say('waiting')}>{number(waiting)}</Fact>
      {currentAt && <Fact name={say('current-at')}>{moment(currentAt)}</Fact>}
      {standing === 'away' && nextAt && <Fact name={say('next-at')}>{moment(nextAt)}</Fact>}
      {leaseUntil && <Fact name={say('lease-until')}>{moment(leaseUntil)}</Fact>}
    </dl>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Log() {
  const say = useSay(syncMessages)
  const { moment, number } = useFormats()
  const lines = useFresh(['syncStatus'], {}, sync.log)
  if (lines === 'loading') return null
  return (
    <Section title={say('log')}>
      {lines.length === 0 ? (
        <p className="muted">{say('log-none')}</p>
      ) : (
        <ul className={classes.rows}>
          {lines.slice(0, 20).map(({ at, sent, received, code }) => (
            <li key={at}>
              <span>{moment(at)}</span>
              <span>
                {code
                  ? say('log-failed', { code })
                  : say('log-line', { sent: number(sent), received: number(received) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
