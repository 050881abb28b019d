import { useState } from 'react'
import { joinMessages } from '#shared/sync/join-messages.ts'
import type { NoticeRefusal, SyncNotice } from '#shared/sync/sync-contract.ts'
import { syncMessages } from '#shared/sync/sync-messages.ts'
import { useFormats } from '../platform/formats.ts'
import { useSay } from '../platform/language.tsx'
import { toast } from '../platform/toasts.ts'
import { Button } from '../platform/ui/button.tsx'
import { IconRestore } from '../platform/ui/icons.ts'
import { Section } from '../platform/ui/page/page.tsx'
import { Banner } from '../platform/ui/signs/banner.tsx'
import { useFresh } from '../platform/use-fresh.ts'
import classes from './sync.module.css'
import type { FieldWords } from './sync-screen.tsx'
import { sync } from './sync-store.ts'

/** Values that lost to somebody who had not seen them, each with its way back. */
export function Notices({ words }: { readonly words: FieldWords }) {
  const say = useSay(syncMessages)
  const sayJoin = useSay(joinMessages)
  const notices = useFresh(['syncNotices', 'staff'], {}, sync.notices)
  const [refusal, setRefusal] = useState<NoticeRefusal | null>(null)
  if (notices === 'loading') return null

  async function restore(id: string) {
    const answer = await sync.restore({ id })
    setRefusal(answer.ok ? null : answer.refusal)
    if (answer.ok) void toast({ text: say('restored') })
  }
  async function leave(id: string) {
    const answer = await sync.leave({ id })
    setRefusal(answer.ok ? null : answer.refusal)
  }
  return (
    <Section title={say('notices')}>
      {refusal && (
        <Banner tone="warn" isNews>
          {sayJoin(refusal)}
        </Banner>
      )}
      {notices.length === 0 ? (
        <p className="muted">{say('notices-none')}</p>
      ) : (
        <ul className={classes.rows}>
          {notices.map((notice) => (
            <li key={notice.id}>
              <Lost notice={notice} words={words} />
              <Button size="small" icon={IconRestore} onClick={() => void restore(notice.id)}>
                {say('restore')}
              </Button>
              <Button size="small" kind="quiet" onClick={() => void leave(notice.id)}>
                {say('leave')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Lost({ notice, words }: { readonly notice: SyncNotice; readonly words: FieldWords }) {
  const say = useSay(syncMessages)
  const { moment } = useFormats()
  const { subject, lost, kept, lostBy, keptBy, at } = notice
  const who = (name: string | null) => name ?? say('somebody')
  return (
    <div className={classes.what}>
      <strong data-private>{[subject, words.fieldName(notice)].filter(Boolean).join(' · ')}</strong>
      <span data-private>{say('notice-lost', { value: words.value(notice, lost) })}</span>
      <span data-private>{say('notice-kept', { value: words.value(notice, kept) })}</span>
      <small>
        {moment(at)} · {say('notice-by', { lost: who(lostBy), kept: who(keptBy) })}
      </small>
    </div>
  )
}
