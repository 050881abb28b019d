import { deskMessages } from '#shared/desk/desk-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { go, type Route } from '../../platform/routes.ts'
import { Kbd } from '../../platform/ui/signs/kbd.tsx'
import { type Area, isCurrentArea, isCurrentTab } from '../navigation.ts'
import classes from './frame.module.css'

type PlaceProps = { readonly areas: readonly Area[]; readonly route: Route }

/** The areas of the office; where somebody was in an area is where a click returns to. */
export function Rail({ areas, route }: PlaceProps) {
  const say = useSay(deskMessages)
  const headings = [...new Set(areas.map(({ heading }) => heading))]
  return (
    <nav className={classes.rail} aria-label={say('nav-main')} data-pane>
      {headings.map((heading) => (
        <div key={heading}>
          <h2>{say(heading)}</h2>
          <ul>
            {areas.map(
              (area, index) =>
                area.heading === heading && (
                  <li key={area.name}>
                    <RailItem area={area} number={index + 1} route={route} />
                  </li>
                ),
            )}
          </ul>
        </div>
      ))}
    </nav>
  )
}

type RailItemProps = { readonly area: Area; readonly number: number; readonly route: Route }

function RailItem({ area, number, route }: RailItemProps) {
  const say = useSay(deskMessages)
  const { icon: Picture, name, tabs } = area
  const [first] = tabs
  if (!first) return null
  return (
    <button
      type="button"
      className={classes.item}
      aria-current={isCurrentArea(area, route) ? 'page' : undefined}
      aria-keyshortcuts={`Control+${number}`}
      title={say(name)}
      onClick={() => go(first.route)}
    >
      <Picture size={20} stroke={1.75} aria-hidden />
      <span>{say(name)}</span>
      <Kbd keys={`mod+${number}`} />
    </button>
  )
}

/** The screens of the present area, when it has more than one. */
export function AreaTabs({ areas, route }: PlaceProps) {
  const say = useSay(deskMessages)
  const area = areas.find((each) => isCurrentArea(each, route))
  if (!area || area.tabs.length < 2) return null
  return (
    <nav className={classes.tabs} aria-label={say(area.name)} data-pane>
      {area.tabs.map((tab) => (
        <button
          key={tab.screen}
          type="button"
          className={classes.tab}
          aria-current={isCurrentTab(tab, route) ? 'page' : undefined}
          onClick={() => go(tab.route)}
        >
          {say(tab.name)}
        </button>
      ))}
    </nav>
  )
}
