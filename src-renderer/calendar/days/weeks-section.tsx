import { useState } from 'react'
import type { SchoolYear } from '#shared/groups/group.ts'
import { shapeOf } from '#shared/school-days/day-hours.ts'
import {
  type DayPattern,
  type PatternWeek,
  usualWeek,
  weekdays,
} from '#shared/school-days/day-pattern.ts'
import type { SchoolDaysRows } from '#shared/school-days/school-days-contract.ts'
import { schoolDaysMessages } from '#shared/school-days/school-days-messages.ts'
import { schoolDaysScreenMessages } from '#shared/school-days/school-days-screen-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useLocale, useSay } from '../../platform/language.tsx'
import { Button, IconButton } from '../../platform/ui/button.tsx'
import { IconPencil, IconPlus } from '../../platform/ui/icons.ts'
import { Section } from '../../platform/ui/page/page.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import classes from '../calendar.module.css'
import { useGroupOptions } from '../calendar-reads.ts'
import { WeekForm } from './week-form.tsx'

type WeeksSectionProps = { readonly rows: SchoolDaysRows; readonly year: SchoolYear }

/** The weeks by which lessons are given: the school's, and those of groups that differ. */
export function WeeksSection({ rows, year }: WeeksSectionProps) {
  const say = useSay(schoolDaysScreenMessages)
  const { country } = useLocale()
  const [open, setOpen] = useState<'new' | DayPattern | null>(null)
  const options = useGroupOptions(year.id)
  const names = new Map<string, string>(options.map(({ value, label }) => [value, label]))
  const shown = rows.patterns.filter(
    ({ groupId, startsOn }) => startsOn <= year.endsOn && (groupId === null || names.has(groupId)),
  )
  const hasSchoolWeek = shown.some(({ groupId }) => groupId === null)
  return (
    <Section
      title={say('weeks-title')}
      actions={
        <Button icon={IconPlus} onClick={() => setOpen('new')}>
          {say('weeks-add')}
        </Button>
      }
    >
      {!hasSchoolWeek && <Banner tone="info">{say('week-assumed')}</Banner>}
      <ul className={classes.rows}>
        {!hasSchoolWeek && <Line name={say('week-school')} week={usualWeek(country)} from={null} />}
        {shown.map((pattern) => (
          <Line
            key={pattern.id}
            name={pattern.groupId ? (names.get(pattern.groupId) ?? '') : say('week-school')}
            week={pattern}
            from={pattern.startsOn}
            onOpen={() => setOpen(pattern)}
          />
        ))}
      </ul>
      {open !== null && (
        <WeekForm
          {...(open === 'new' ? {} : { pattern: open })}
          first={shown.find(({ groupId }) => groupId === null) ?? usualWeek(country)}
          year={year}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  )
}

type LineProps = {
  readonly name: string
  readonly week: PatternWeek
  readonly from: string | null
  readonly onOpen?: () => void
}

function Line({ name, week, from, onOpen }: LineProps) {
  const say = useSay(schoolDaysScreenMessages)
  const sayDay = useSay(schoolDaysMessages)
  const { day, number } = useFormats()
  const minutes = weekdays.reduce((sum, each) => sum + shapeOf(week[each], []).minutes, 0)
  const said = weekdays.map((each) => {
    const hours = week[each]
    const short = sayDay(`weekday.${each}`).slice(0, 2)
    return hours ? `${short} ${hours.startsAt}–${hours.endsAt}` : `${short} ${say('week-free')}`
  })
  return (
    <li className={classes.row}>
      <span className={classes.what}>
        <strong>{name}</strong>
        {from && <small>{say('week-from', { day: day(from) })}</small>}
      </span>
      <span className={classes.what}>
        {said.join(' · ')}
        <small>{say('week-hours', { hours: number(Math.round((minutes / 60) * 10) / 10) })}</small>
      </span>
      {onOpen && (
        <IconButton icon={IconPencil} label={`${say('weeks-change')}: ${name}`} onClick={onOpen} />
      )}
    </li>
  )
}
