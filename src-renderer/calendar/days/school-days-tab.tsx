import { useMemo, useState } from 'react'
import type { SchoolYear } from '#shared/groups/group.ts'
import type { DayException } from '#shared/school-days/day-exception.ts'
import type { SchoolDaysRows } from '#shared/school-days/school-days-contract.ts'
import { schoolDaysMessages } from '#shared/school-days/school-days-messages.ts'
import { schoolDaysScreenMessages } from '#shared/school-days/school-days-screen-messages.ts'
import { checkYear } from '#shared/school-days/year-check.ts'
import { useFormats } from '../../platform/formats.ts'
import { useLocale, useSay } from '../../platform/language.tsx'
import { Button, IconButton } from '../../platform/ui/button.tsx'
import { IconDownload, IconPencil, IconPlus, IconSun } from '../../platform/ui/icons.ts'
import { Section } from '../../platform/ui/page/page.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { EmptyState } from '../../platform/ui/signs/empty-state.tsx'
import classes from '../calendar.module.css'
import { useDayCalendar } from '../calendar-reads.ts'
import { ExceptionForm } from './exception-form.tsx'
import { HolidaysForm } from './holidays-form.tsx'
import { PupilDays } from './pupil-days.tsx'
import { TermsSection } from './terms-section.tsx'
import { WeeksSection } from './weeks-section.tsx'

type SchoolDaysTabProps = { readonly rows: SchoolDaysRows; readonly year: SchoolYear }

/** On which days of the year there is school, and at what hours. */
export function SchoolDaysTab({ rows, year }: SchoolDaysTabProps) {
  return (
    <div className={classes.sections}>
      <YearSum rows={rows} year={year} />
      <Exceptions rows={rows} year={year} />
      <WeeksSection rows={rows} year={year} />
      <TermsSection rows={rows} />
      <PupilDays year={year} />
    </div>
  )
}

/** What the year comes to, and where that is not what the law asks. */
function YearSum({ rows, year }: SchoolDaysTabProps) {
  const say = useSay(schoolDaysScreenMessages)
  const { country } = useLocale()
  const { number } = useFormats()
  const calendar = useDayCalendar(rows, null)
  const { schoolDays, minutes, studyDays, findings } = useMemo(
    () => checkYear(calendar, rows.exceptions, year, country),
    [calendar, rows, year, country],
  )
  const figures = { days: schoolDays, hours: number(Math.round(minutes / 60)), studyDays }
  return (
    <Section title={year.name} aside={say('year-figures', figures)}>
      {findings.map(({ kind, limit }) => (
        <Banner key={kind} tone="warn">
          {say(`finding.${kind}`, { limit })}
        </Banner>
      ))}
      {country === 'se' && findings.length === 0 && <Banner tone="ok">{say('year-fine')}</Banner>}
    </Section>
  )
}

function Exceptions({ rows, year }: SchoolDaysTabProps) {
  const say = useSay(schoolDaysScreenMessages)
  const [open, setOpen] = useState<'holidays' | 'new' | DayException | null>(null)
  const shown = rows.exceptions.filter(
    ({ startsOn, endsOn }) => startsOn <= year.endsOn && endsOn >= year.startsOn,
  )
  const take = (
    <Button icon={IconDownload} onClick={() => setOpen('holidays')}>
      {say('holidays-take')}
    </Button>
  )
  const close = () => setOpen(null)
  return (
    <Section
      title={say('exceptions-title')}
      actions={
        <>
          {shown.length > 0 && take}
          <Button icon={IconPlus} onClick={() => setOpen('new')}>
            {say('exception-add')}
          </Button>
        </>
      }
    >
      {shown.length === 0 ? (
        <EmptyState icon={IconSun} title={say('exceptions-none')} action={take}>
          {say('exceptions-none-text')}
        </EmptyState>
      ) : (
        <ul className={classes.rows}>
          {shown.map((exception) => (
            <Line key={exception.id} exception={exception} onOpen={() => setOpen(exception)} />
          ))}
        </ul>
      )}
      {open === 'holidays' && <HolidaysForm year={year} onClose={close} />}
      {open === 'new' && <ExceptionForm year={year} onClose={close} />}
      {open !== null && typeof open === 'object' && (
        <ExceptionForm exception={open} year={year} onClose={close} />
      )}
    </Section>
  )
}

type LineProps = { readonly exception: DayException; readonly onOpen: () => void }

function Line({ exception, onOpen }: LineProps) {
  const say = useSay(schoolDaysScreenMessages)
  const sayDay = useSay(schoolDaysMessages)
  const { weekday } = useFormats()
  const { name, kind, startsOn, endsOn, part, groupIds, hours } = exception
  const about = [
    sayDay(`kind.${kind}`),
    part !== 'all' && sayDay(`part.${part}`),
    hours && `${hours.startsAt}–${hours.endsAt}`,
    groupIds && `${groupIds.length} ${say('for-groups')}`,
  ]
  return (
    <li className={classes.row}>
      <span className={classes.dates}>
        {startsOn === endsOn ? weekday(startsOn) : `${weekday(startsOn)} – ${weekday(endsOn)}`}
      </span>
      <span className={classes.what}>
        <strong>{name}</strong>
        <small>{about.filter(Boolean).join(' · ')}</small>
      </span>
      <IconButton icon={IconPencil} label={name} onClick={onOpen} />
    </li>
  )
}
