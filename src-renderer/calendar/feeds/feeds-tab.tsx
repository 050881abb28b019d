import { useState } from 'react'
import type { CalendarFeed } from '#shared/calendar/calendar-feed.ts'
import { calendarScreenMessages } from '#shared/calendar/calendar-screen-messages.ts'
import type { SchoolYear } from '#shared/groups/group.ts'
import { syncContract } from '#shared/sync/sync-contract.ts'
import { connect } from '../../platform/client.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { Button } from '../../platform/ui/button.tsx'
import { IconCalendar, IconPlus } from '../../platform/ui/icons.ts'
import { Section } from '../../platform/ui/page/page.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { EmptyState } from '../../platform/ui/signs/empty-state.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import classes from '../calendar.module.css'
import { calendar } from '../calendar-reads.ts'
import { FeedForm } from './feed-form.tsx'

const sync = connect(syncContract)

/** Addresses at which calendar programs read along. */
export function FeedsTab({ year }: { readonly year: SchoolYear }) {
  const say = useSay(calendarScreenMessages)
  const [isNew, setNew] = useState(false)
  const feeds = useFresh(['calendarFeeds'], {}, calendar.feeds)
  const status = useFresh([], {}, sync.status)
  const portal = status === 'loading' ? null : status.portal
  const shown = feeds === 'loading' ? [] : feeds
  const add = (
    <Button icon={IconPlus} onClick={() => setNew(true)}>
      {say('feed-new')}
    </Button>
  )
  return (
    <div className={classes.sections}>
      <Section title={say('view.feeds')} actions={portal && shown.length > 0 ? add : null}>
        <p className="muted">{say('feeds-intro')}</p>
        {status !== 'loading' && !portal && <Banner tone="info">{say('feed-no-portal')}</Banner>}
        {feeds !== 'loading' && shown.length === 0 && portal && (
          <EmptyState icon={IconCalendar} title={say('feeds-none')} action={add}>
            {say('feeds-none-text')}
          </EmptyState>
        )}
        <ul className={classes.rows}>
          {shown.map((feed) => (
            <Line key={feed.id} feed={feed} />
          ))}
        </ul>
      </Section>
      {isNew && portal && <FeedForm portal={portal} year={year} onClose={() => setNew(false)} />}
    </div>
  )
}

function Line({ feed }: { readonly feed: CalendarFeed }) {
  const say = useSay(calendarScreenMessages)
  const { moment } = useFormats()
  async function withdraw() {
    await calendar.withdrawFeed({ id: feed.id })
    void toast({ text: say('feed-withdrawn', { name: feed.name }), undo: 'last' })
  }
  return (
    <li className={classes.row}>
      <strong>{feed.name}</strong>
      <span className={classes.dates}>{say('feed-made', { when: moment(feed.madeAt) })}</span>
      <Button kind="danger" size="small" onClick={() => void withdraw()}>
        {say('feed-withdraw')}
      </Button>
    </li>
  )
}
