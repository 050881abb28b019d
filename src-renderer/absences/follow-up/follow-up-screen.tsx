import type { FollowUp } from '#shared/absences/follow-up/follow-up.ts'
import { absenceDayMessages } from '#shared/absences/messages/absence-day-messages.ts'
import { absencesMessages } from '#shared/absences/messages/absences-messages.ts'
import { followUpMessages } from '#shared/absences/messages/follow-up-messages.ts'
import { registerMessages } from '#shared/absences/messages/register-messages.ts'
import { Day } from '#shared/platform/day.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { go, moveTo, type RouteOf } from '../../platform/routes.ts'
import { toast } from '../../platform/toasts.ts'
import { Button } from '../../platform/ui/button.tsx'
import { IconFirstAidKit } from '../../platform/ui/icons.ts'
import { Page, Section } from '../../platform/ui/page/page.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { Skeleton } from '../../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { absences, dayTables } from '../absence-calls.ts'
import rows from '../absences.module.css'
import { DayPicker } from '../day-picker.tsx'
import { FreeDay } from '../free-day.tsx'
import { FinishDay } from './finish-day.tsx'
import classes from './follow-up.module.css'
import { Reviews } from './reviews.tsx'
import { Stale } from './stale.tsx'
import { Sum } from './sum.tsx'
import { ToCall } from './to-call.tsx'
import { Untold } from './untold.tsx'

const shownTables = [
  ...dayTables,
  'callAttempts',
  'absenceNotices',
  'absenceDays',
  'phones',
  'guardianLinks',
]

/** Nine o’clock: who is missing and why, in one list. */
export function FollowUpScreen({ route }: { readonly route: RouteOf<'follow-up'> }) {
  const say = useSay(followUpMessages)
  const sayDay = useSay(absenceDayMessages)
  const { today, longDay } = useFormats()
  const day = route.day ? Day.parse(route.day) : today()
  const follow = useFresh(shownTables, { day }, absences.followUp)
  const goTo = (next: Day) => moveTo({ screen: 'follow-up', day: next })
  return (
    <Page
      title={say('title')}
      subtitle={<p>{longDay(day)}</p>}
      actions={
        <>
          <DayPicker day={day} onDay={goTo} />
          <Button
            icon={IconFirstAidKit}
            keys="mod+shift+e"
            onClick={() => go({ screen: 'overviews', kind: 'emergency-list' })}
          >
            {sayDay('emergency')}
          </Button>
        </>
      }
    >
      {follow === 'loading' ? (
        <Skeleton />
      ) : follow.isSchoolDay ? (
        <Shown follow={follow} isToday={day === today()} />
      ) : (
        <FreeDay {...follow} onDay={goTo} />
      )}
    </Page>
  )
}

type ShownProps = { readonly follow: FollowUp; readonly isToday: boolean }

function Shown({ follow, isToday }: ShownProps) {
  const say = useSay(followUpMessages)
  const { time } = useFormats()
  const { toCall, openGroups, counts, finished, nowTime, reviews, untold } = follow
  const isWell = toCall.length === 0 && reviews.length === 0 && untold.length === 0
  const accounted = counts.present + counts.reported
  return (
    <>
      {isToday && <Stale />}
      <Sum follow={follow} />
      {finished && (
        <Banner tone="ok">{say('finished', { name: finished.by, time: time(finished.at) })}</Banner>
      )}
      {!finished && isWell && (
        <Banner tone="ok" action={openGroups.length === 0 && <FinishDay follow={follow} />}>
          {openGroups.length === 0
            ? say('all-well', { count: accounted, time: nowTime })
            : say('all-well-open', { count: counts.notRegistered })}
        </Banner>
      )}
      <div className={classes.columns}>
        <div className={classes.column}>
          {toCall.length > 0 && <ToCall follow={follow} />}
          {reviews.length > 0 && <Reviews rows={reviews} />}
        </div>
        <div className={classes.column}>
          {untold.length > 0 && <Untold follow={follow} />}
          <OpenGroups follow={follow} />
          {!finished && !isWell && openGroups.length === 0 && (
            <div>
              <FinishDay follow={follow} />
            </div>
          )}
        </div>
      </div>
    </>
  )
}

function OpenGroups({ follow: { day, openGroups } }: { readonly follow: FollowUp }) {
  const say = useSay(followUpMessages)
  const sayWord = useSay(absencesMessages)
  const sayRegister = useSay(registerMessages)
  const { time } = useFormats()
  async function remind(group: FollowUp['openGroups'][number]) {
    const { groupId, part, groupName } = group
    const answer = await absences.remind({ groupId, day, part })
    const text = answer.ok
      ? sayRegister('was-reminded', { group: groupName })
      : sayWord(answer.refusal)
    void toast({ text, tone: answer.ok ? 'done' : 'alert', isPublic: true })
  }
  return (
    <Section
      title={say('open-title')}
      aside={openGroups.length > 0 ? openGroups.length : undefined}
    >
      {openGroups.length === 0 && <p className="muted">{say('open-none')}</p>}
      <ul className={rows.rows}>
        {openGroups.map((group) => (
          <li key={`${group.groupId} ${group.part}`} className={rows.row}>
            <span className={rows.who}>
              <strong>{group.groupName}</strong> {sayWord(`part.${group.part}`).toLowerCase()}
              <br />
              <span className="muted">{group.teachers.join(', ')}</span>
            </span>
            <Button
              size="small"
              onClick={() =>
                go({ screen: 'registers', groupId: group.groupId, day, part: group.part })
              }
              aria-label={`${sayRegister('fill')}: ${group.groupName}`}
            >
              {sayRegister('fill')}
            </Button>
            <Button
              size="small"
              kind="quiet"
              onClick={() => void remind(group)}
              aria-label={`${sayRegister('remind')}: ${group.groupName}`}
            >
              {group.remindedAt
                ? sayRegister('reminded', { time: time(group.remindedAt) })
                : sayRegister('remind')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
