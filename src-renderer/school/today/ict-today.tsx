import { todayMessages } from '#shared/school/today-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { go, type Route } from '../../platform/routes.ts'
import { Page } from '../../platform/ui/page/page.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { useViewer } from '../../platform/viewer.tsx'
import { partOfDay } from './part-of-day.ts'
import classes from './today.module.css'

/** Who looks after the computers sees no pupils, and starts where the work is. */
export function IctToday() {
  const say = useSay(todayMessages)
  const { firstName } = useViewer()
  return (
    <Page title={say(`greeting.${partOfDay(new Date())}`, { name: firstName })}>
      <Banner tone="info">{say('ict-text')}</Banner>
      <div className={classes.tiles}>
        <Place to={{ screen: 'staff' }} title={say('ict-staff')} text={say('ict-staff-text')} />
        <Place
          to={{ screen: 'settings' }}
          title={say('ict-settings')}
          text={say('ict-settings-text')}
        />
      </div>
    </Page>
  )
}

type PlaceProps = { readonly to: Route; readonly title: string; readonly text: string }

function Place({ to, title, text }: PlaceProps) {
  return (
    <button type="button" className={classes.tile} onClick={() => go(to)}>
      <strong>{title}</strong>
      <span className={classes.hint}>{text}</span>
    </button>
  )
}
