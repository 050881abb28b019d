import { useState } from 'react'
import type { SchoolYear } from '#shared/groups/group.ts'
import { weekdays as weekdayNames } from '#shared/school-days/day-pattern.ts'
import type { PupilDayExceptionRow } from '#shared/school-days/school-days-contract.ts'
import { schoolDaysMessages } from '#shared/school-days/school-days-messages.ts'
import { schoolDaysScreenMessages } from '#shared/school-days/school-days-screen-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { Button, IconButton } from '../../platform/ui/button.tsx'
import { IconPlus, IconTrash } from '../../platform/ui/icons.ts'
import { Section } from '../../platform/ui/page/page.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import classes from '../calendar.module.css'
import { days } from '../calendar-reads.ts'
import { PupilDaysForm } from './pupil-days-form.tsx'

/** Pupils whose days are not those of their class. */
export function PupilDays({ year }: { readonly year: SchoolYear }) {
  const say = useSay(schoolDaysScreenMessages)
  const [isNew, setNew] = useState(false)
  const rows = useFresh(['pupilDayExceptions', 'pupils'], {}, days.ofPupils)
  const shown = rows === 'loading' ? [] : rows
  return (
    <Section
      title={say('pupils-title')}
      actions={
        <Button icon={IconPlus} onClick={() => setNew(true)}>
          {say('pupil-add')}
        </Button>
      }
    >
      {shown.length === 0 && <p className="muted">{say('pupils-hint')}</p>}
      <ul className={classes.rows}>
        {shown.map((row) => (
          <Line key={row.id} row={row} />
        ))}
      </ul>
      {isNew && <PupilDaysForm year={year} onClose={() => setNew(false)} />}
    </Section>
  )
}

function Line({ row }: { readonly row: PupilDayExceptionRow }) {
  const say = useSay(schoolDaysScreenMessages)
  const sayDay = useSay(schoolDaysMessages)
  const { day } = useFormats()
  const { id, pupilName, kind, part, startsOn, endsOn, name, weekdays, hours } = row
  async function remove() {
    await days.removePupilException({ id })
    void toast({ text: say('removed', { name: pupilName }), undo: 'last' })
  }
  const named = weekdayNames.filter((_weekday, at) => weekdays?.includes(at))
  const about = [
    sayDay(`kind.${kind}`),
    part !== 'all' && sayDay(`part.${part}`),
    named.map((weekday) => sayDay(`weekday.${weekday}`)).join(', '),
    hours && `${hours.startsAt}–${hours.endsAt}`,
    name,
  ]
  return (
    <li className={classes.row}>
      <span className={classes.dates}>{`${day(startsOn)} – ${day(endsOn)}`}</span>
      <span className={classes.what} data-private>
        <strong>{pupilName}</strong>
        <small>{about.filter(Boolean).join(' · ')}</small>
      </span>
      <IconButton
        icon={IconTrash}
        label={`${say('remove')}: ${pupilName}`}
        onClick={() => void remove()}
      />
    </li>
  )
}
