import type { ReactNode } from 'react'
import { schoolContract, type TodayOverview } from '#shared/school/school-contract.ts'
import { todayMessages } from '#shared/school/today-messages.ts'
import { connect } from '../platform/client.ts'
import { useFormats } from '../platform/formats.ts'
import { useSay } from '../platform/language.tsx'
import { Page } from '../platform/ui/page/page.tsx'
import { Banner } from '../platform/ui/signs/banner.tsx'
import { Skeleton } from '../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../platform/use-fresh.ts'
import { useViewer } from '../platform/viewer.tsx'
import { TodayBirthdays } from './today/birthdays.tsx'
import { EmptySchool } from './today/empty-school.tsx'
import { TodayGroups } from './today/groups.tsx'
import { TodayMoves } from './today/moves.tsx'
import { partOfDay } from './today/part-of-day.ts'
import { TodayTiles } from './today/tiles.tsx'
import { TodayToDo } from './today/to-do.tsx'
import classes from './today/today.module.css'

const school = connect(schoolContract)
const shownTables = [
  'pupils',
  'enrolments',
  'memberships',
  'groups',
  'groupStaff',
  'guardianLinks',
  'guardians',
  'households',
  'residences',
  'phones',
]

type TodayProps = {
  /** Who is missing this morning. */
  readonly absences: ReactNode
}

/** What a person at this desk wants to know before anything else. */
export function TodayScreen({ absences }: TodayProps) {
  const say = useSay(todayMessages)
  const { firstName } = useViewer()
  const overview = useFresh(shownTables, {}, school.today)
  return (
    <Page
      title={say(`greeting.${partOfDay(new Date())}`, { name: firstName })}
      subtitle={overview !== 'loading' && <Headline overview={overview} />}
    >
      {overview === 'loading' ? (
        <Skeleton shape="tiles" rows={4} />
      ) : overview.pupilCount === 0 && overview.startingSoon.length === 0 ? (
        <EmptySchool />
      ) : (
        <>
          {absences}
          <Overview overview={overview} />
        </>
      )}
    </Page>
  )
}

type OverviewProps = { readonly overview: TodayOverview }

function Headline({ overview }: OverviewProps) {
  const say = useSay(todayMessages)
  const { role } = useViewer()
  const { longDay } = useFormats()
  const key = role === 'teacher' ? 'own-pupils' : 'pupils'
  return (
    // The moment these numbers are painted is what `npm run bench` calls a usable window.
    <p {...{ elementtiming: 'usable' }}>
      {capitalised(longDay(overview.today))}
      {` · ${say(key, { count: overview.pupilCount })}`}
      {` · ${say('groups', { count: overview.groups.length })}`}
    </p>
  )
}

function Overview({ overview }: OverviewProps) {
  const say = useSay(todayMessages)
  const { role } = useViewer()
  // A teacher changes nothing, so what waits for the office is not put before them.
  const hasWork = role !== 'teacher'
  const { incompleteCount, duplicateCount, pupilCount } = overview
  const isAllWell = incompleteCount === 0 && duplicateCount === 0
  return (
    <>
      {hasWork && <TodayTiles overview={overview} />}
      {hasWork && isAllWell && <Banner tone="ok">{say('all-well', { count: pupilCount })}</Banner>}
      <div className={classes.columns}>
        <div className={classes.column}>
          {hasWork && !isAllWell && <TodayToDo overview={overview} />}
          {!hasWork && <TodayGroups groups={overview.groups} />}
          {hasWork && <TodayBirthdays overview={overview} />}
          {hasWork && <TodayMoves overview={overview} />}
        </div>
        <div className={classes.column}>
          {hasWork && <TodayGroups groups={overview.groups} />}
          {!hasWork && <TodayBirthdays overview={overview} />}
          {!hasWork && <TodayMoves overview={overview} />}
        </div>
      </div>
    </>
  )
}

/** A sentence starts with a capital; Dutch and Swedish day names have none of their own. */
const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
