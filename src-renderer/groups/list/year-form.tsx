import { type FormEvent, useId, useState } from 'react'
import type { SchoolYear } from '#shared/groups/group.ts'
import { groupsMessages } from '#shared/groups/groups-messages.ts'
import { groupsScreenMessages } from '#shared/groups/groups-screen-messages.ts'
import type { Day } from '#shared/platform/day.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useLocale, useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { Button } from '../../platform/ui/button.tsx'
import { DateField } from '../../platform/ui/fields/date-field.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { groups } from '../group-reads.ts'
import { comingYear } from './coming-year.ts'
import classes from './group-list.module.css'
import { shownYear } from './shown-year.ts'

type YearFormProps = {
  readonly years: readonly SchoolYear[]
  /** The year that is changed, null for a new one. */
  readonly year: SchoolYear | null
  readonly onClose: () => void
}

export function YearForm({ years, year, onClose }: YearFormProps) {
  const say = useSay(groupsScreenMessages)
  const sayField = useSay(groupsMessages)
  const sayUi = useSay(uiMessages)
  const { country } = useLocale()
  const { today } = useFormats()
  const formId = useId()
  const [first] = useState(() => year ?? comingYear(years, country, today()))
  const [name, setName] = useState(first.name)
  const [startsOn, setStart] = useState<Day | null>(first.startsOn)
  const [endsOn, setEnd] = useState<Day | null>(first.endsOn)
  const [problem, setProblem] = useState<string | null>(null)

  async function save(event: FormEvent) {
    event.preventDefault()
    if (!name.trim()) return setProblem(say('name-needed'))
    if (!startsOn || !endsOn) return setProblem(say('days-needed'))
    const fields = { name, startsOn, endsOn }
    const answer = await groups.saveYear({ id: year?.id ?? null, fields })
    if (!answer.ok) return setProblem(sayField(answer.refusal, answer.details))
    if (!year) shownYear.setState({ id: answer.value })
    void toast({ text: say(year ? 'year-changed' : 'year-added', { name }), undo: 'last' })
    onClose()
  }

  return (
    <Modal
      title={say(year ? 'year-change' : 'year-new')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" isSubmit form={formId}>
            {year ? sayUi('save') : say('add')}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.form} onSubmit={(event) => void save(event)}>
        <TextField
          label={sayField('field.name')}
          hint={say('year-name-hint', { example: first.name })}
          value={name}
          onChange={setName}
          isRequired
          isFirst
        />
        <div className={classes.pair}>
          <DateField label={sayField('field.startsOn')} value={startsOn} onChange={setStart} />
          <DateField label={sayField('field.endsOn')} value={endsOn} onChange={setEnd} />
        </div>
        {problem && (
          <Banner tone="alert" isNews>
            {problem}
          </Banner>
        )}
      </form>
    </Modal>
  )
}
