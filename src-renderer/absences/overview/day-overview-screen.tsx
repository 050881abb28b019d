import { useState } from 'react'
import type { DayPart } from '#shared/absences/absence-mark.ts'
import { type DayOverview, type DayState, dayStates } from '#shared/absences/day-overview.ts'
import { absenceDayMessages } from '#shared/absences/messages/absence-day-messages.ts'
import { absencesMessages } from '#shared/absences/messages/absences-messages.ts'
import { Day } from '#shared/platform/day.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { go, moveTo, type RouteOf } from '../../platform/routes.ts'
import { Button, LinkButton } from '../../platform/ui/button.tsx'
import { Segments } from '../../platform/ui/fields/choice-field.tsx'
import { IconFirstAidKit } from '../../platform/ui/icons.ts'
import { Page, Section } from '../../platform/ui/page/page.tsx'
import { Skeleton } from '../../platform/ui/signs/skeleton.tsx'
import { StatusTag } from '../../platform/ui/signs/status-tag.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { absences, dayTables } from '../absence-calls.ts'
import rows from '../absences.module.css'
import { DayPicker } from '../day-picker.tsx'
import classes from '../follow-up/follow-up.module.css'
import { FreeDay } from '../free-day.tsx'
import { useMarkLook } from '../marks/mark-look.ts'

/** Groups against what is known of their pupils, and how many are in the building. */
export function DayOverviewScreen({ route }: { readonly route: RouteOf<'day-overview'> }) {
  const say = useSay(absenceDayMessages)
  const { today, longDay } = useFormats()
  const [part, setPart] = useState<DayPart | null>(null)
  const day = route.day ? Day.parse(route.day) : today()
  const overview = useFresh(dayTables, { day, part }, absences.dayOverview)
  const goTo = (next: Day) => moveTo({ screen: 'day-overview', day: next })
  return (
    <Page
      title={say('overview-title')}
      subtitle={<p>{longDay(day)}</p>}
      actions={
        <>
          <DayPicker day={day} onDay={goTo} />
          <Button
            icon={IconFirstAidKit}
            keys="mod+shift+e"
            onClick={() => go({ screen: 'overviews', kind: 'emergency-list' })}
          >
            {say('emergency')}
          </Button>
        </>
      }
    >
      {overview === 'loading' ? (
        <Skeleton />
      ) : overview.isSchoolDay ? (
        <Matrix overview={overview} onPart={setPart} />
      ) : (
        <FreeDay {...overview} onDay={goTo} />
      )}
    </Page>
  )
}

type MatrixProps = {
  readonly overview: DayOverview
  readonly onPart: (part: DayPart) => void
}
/** A cell; group null is the row of totals. */
type Cell = { readonly groupId: string | null; readonly state: DayState }

function Matrix({ overview, onPart }: MatrixProps) {
  const say = useSay(absenceDayMessages)
  const sayWord = useSay(absencesMessages)
  const [chosen, choose] = useState<Cell>({ groupId: null, state: 'unexplained' })
  const { groups, inBuilding, part, parts } = overview
  return (
    <>
      <div className={classes.building}>
        {parts.length > 1 && (
          <Segments
            label={say('overview-title')}
            value={part}
            onChange={onPart}
            options={parts.map((each) => ({ value: each, label: sayWord(`part.${each}`) }))}
          />
        )}
        <span className={classes.number}>{say('in-building', { count: inBuilding.seen })}</span>
        {inBuilding.notRegistered > 0 && (
          <span className="muted">
            {say('in-building-open', { count: inBuilding.notRegistered })}
          </span>
        )}
      </div>
      <div className={classes.columns}>
        <div className={rows.scroller}>
          <table className={classes.matrix} aria-label={say('overview-title')}>
            <thead>
              <tr>
                <td />
                {dayStates.map((state) => (
                  <th key={state} scope="col">
                    {sayWord(`state.${state}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {groups.map((group) => (
                <tr key={group.groupId}>
                  <th scope="row">
                    <LinkButton
                      onClick={() =>
                        go({ screen: 'registers', groupId: group.groupId, day: overview.day, part })
                      }
                    >
                      {group.groupName}
                    </LinkButton>{' '}
                    {!group.isClosed && <span className="muted">{say('not-closed')}</span>}
                  </th>
                  <Cells
                    overview={overview}
                    groupId={group.groupId}
                    chosen={chosen}
                    onChoose={choose}
                  />
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{say('total')}</th>
                <Cells overview={overview} groupId={null} chosen={chosen} onChoose={choose} />
              </tr>
            </tfoot>
          </table>
        </div>
        <Chosen overview={overview} cell={chosen} />
      </div>
    </>
  )
}

type CellsProps = {
  readonly overview: DayOverview
  readonly groupId: string | null
  readonly chosen: Cell
  readonly onChoose: (cell: Cell) => void
}

function Cells({ overview, groupId, chosen, onChoose }: CellsProps) {
  const say = useSay(absenceDayMessages)
  const sayWord = useSay(absencesMessages)
  const name = overview.groups.find((group) => group.groupId === groupId)?.groupName ?? say('total')
  return dayStates.map((state) => {
    const count = pupilsIn(overview, { groupId, state }).length
    return (
      <td key={state}>
        {count === 0 ? (
          <span className="muted">·</span>
        ) : (
          <button
            type="button"
            className={classes.cell}
            data-tone={state === 'unexplained' ? 'alert' : undefined}
            aria-pressed={chosen.groupId === groupId && chosen.state === state}
            aria-label={say('cell', { group: name, state: sayWord(`state.${state}`), count })}
            onClick={() => onChoose({ groupId, state })}
          >
            {count}
          </button>
        )}
      </td>
    )
  })
}

function pupilsIn({ groups }: DayOverview, { groupId, state }: Cell) {
  return groups
    .filter((group) => groupId === null || group.groupId === groupId)
    .flatMap(({ groupName, pupils }) =>
      pupils.filter((pupil) => pupil.state === state).map((pupil) => ({ ...pupil, groupName })),
    )
}

function Chosen({ overview, cell }: { readonly overview: DayOverview; readonly cell: Cell }) {
  const say = useSay(absenceDayMessages)
  const sayWord = useSay(absencesMessages)
  const look = useMarkLook(overview.codes)
  const found = pupilsIn(overview, cell)
  const group = overview.groups.find(({ groupId }) => groupId === cell.groupId)
  return (
    <Section
      title={say('cell-title', {
        group: group?.groupName ?? say('total'),
        state: sayWord(`state.${cell.state}`),
      })}
      aside={found.length}
    >
      {found.length === 0 && <p className="muted">{say('pick-cell')}</p>}
      <ul className={rows.rows}>
        {found.map((pupil) => {
          const { tone, icon, text } = look(pupil.mark)
          return (
            <li key={pupil.pupilId} className={rows.row}>
              <span className={rows.who}>
                <LinkButton onClick={() => go({ screen: 'pupils', id: pupil.pupilId })}>
                  <span data-private>{pupil.name}</span>
                </LinkButton>{' '}
                <span className="muted">{pupil.groupName}</span>
              </span>
              <StatusTag tone={tone} icon={icon}>
                {text}
              </StatusTag>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
