import { schoolDaysMessages } from '#shared/school-days/school-days-messages.ts'
import { schoolDaysScreenMessages } from '#shared/school-days/school-days-screen-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { IconButton } from '../../platform/ui/button.tsx'
import { IconTrash } from '../../platform/ui/icons.ts'
import { Section } from '../../platform/ui/page/page.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import classes from '../calendar.module.css'
import { days } from '../calendar-reads.ts'

/** Pupils whose days are not those of their class. */
export function PupilDays() {
  const say = useSay(schoolDaysScreenMessages)
  const sayDay = useSay(schoolDaysMessages)
  const { day } = useFormats()
  const rows = useFresh(['pupilDayExceptions', 'pupils'], {}, days.ofPupils)
  async function remove(id: string, name: string) {
    await days.removePupilException({ id })
    void toast({ text: say('removed', { name }), undo: 'last' })
  }
  if (rows === 'loading' || rows.length === 0) return null
  return (
    <Section title={say('pupils-title')}>
      <ul className={classes.rows}>
        {rows.map(({ id, pupilName, kind, part, startsOn, endsOn, name }) => (
          <li key={id} className={classes.row}>
            <span className={classes.dates}>{`${day(startsOn)} – ${day(endsOn)}`}</span>
            <span className={classes.what} data-private>
              <strong>{pupilName}</strong>
              <small>
                {[sayDay(`kind.${kind}`), part !== 'all' && sayDay(`part.${part}`), name]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </span>
            <IconButton
              icon={IconTrash}
              label={`${say('remove')}: ${pupilName}`}
              onClick={() => void remove(id, pupilName)}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}
