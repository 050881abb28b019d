import { type FormEvent, useId, useState } from 'react'
import type { Day } from '#shared/platform/day.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import type { SchoolDaysRows } from '#shared/school-days/school-days-contract.ts'
import { schoolDaysMessages } from '#shared/school-days/school-days-messages.ts'
import { schoolDaysScreenMessages } from '#shared/school-days/school-days-screen-messages.ts'
import type { Term } from '#shared/school-days/term.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { Button, IconButton } from '../../platform/ui/button.tsx'
import { DateField } from '../../platform/ui/fields/date-field.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import { IconPencil, IconPlus, IconTrash } from '../../platform/ui/icons.ts'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { Section } from '../../platform/ui/page/page.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import classes from '../calendar.module.css'
import { days } from '../calendar-reads.ts'

/** Parts of the year with a name of their own. */
export function TermsSection({ rows }: { readonly rows: SchoolDaysRows }) {
  const say = useSay(schoolDaysScreenMessages)
  const { day } = useFormats()
  const [open, setOpen] = useState<'new' | Term | null>(null)
  return (
    <Section
      title={say('terms-title')}
      actions={
        <Button icon={IconPlus} onClick={() => setOpen('new')}>
          {say('term-add')}
        </Button>
      }
    >
      {rows.terms.length === 0 && <p className="muted">{say('terms-hint')}</p>}
      <ul className={classes.rows}>
        {rows.terms.map((term) => (
          <li key={term.id} className={classes.row}>
            <span className={classes.dates}>{`${day(term.startsOn)} – ${day(term.endsOn)}`}</span>
            <strong>{term.name}</strong>
            <IconButton icon={IconPencil} label={term.name} onClick={() => setOpen(term)} />
          </li>
        ))}
      </ul>
      {open !== null && (
        <TermForm {...(open === 'new' ? {} : { term: open })} onClose={() => setOpen(null)} />
      )}
    </Section>
  )
}

type TermFormProps = { readonly term?: Term; readonly onClose: () => void }

function TermForm({ term, onClose }: TermFormProps) {
  const say = useSay(schoolDaysScreenMessages)
  const sayDay = useSay(schoolDaysMessages)
  const sayUi = useSay(uiMessages)
  const formId = useId()
  const [name, setName] = useState(term?.name ?? '')
  const [startsOn, setStart] = useState<Day | null>(term?.startsOn ?? null)
  const [endsOn, setEnd] = useState<Day | null>(term?.endsOn ?? null)
  const [problem, setProblem] = useState<string | null>(null)

  async function save(submitted: FormEvent) {
    submitted.preventDefault()
    if (!name.trim()) return setProblem(say('term-name-needed'))
    if (!startsOn || !endsOn) return setProblem(say('days-needed'))
    if (endsOn < startsOn) return setProblem(say('days-turned'))
    const fields = { name, startsOn, endsOn }
    const answer = await days.saveTerm({ id: term?.id ?? null, fields })
    if (!answer.ok) return setProblem(sayDay(answer.refusal))
    void toast({ text: say('saved', { name }), undo: 'last' })
    onClose()
  }
  async function remove(id: string) {
    await days.removeTerm({ id })
    void toast({ text: say('removed', { name }), undo: 'last' })
    onClose()
  }
  return (
    <Modal
      title={say('term-new')}
      onClose={onClose}
      footer={
        <>
          {term && (
            <span className={classes.footer}>
              <Button kind="danger" icon={IconTrash} onClick={() => void remove(term.id)}>
                {say('remove')}
              </Button>
            </span>
          )}
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" isSubmit form={formId}>
            {sayUi('save')}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.form} onSubmit={(submitted) => void save(submitted)}>
        <TextField
          label={say('field.name')}
          value={name}
          onChange={setName}
          maxLength={100}
          isRequired
          isFirst
        />
        <div className={classes.pair}>
          <DateField label={say('field.startsOn')} value={startsOn} onChange={setStart} />
          <DateField label={say('field.endsOn')} value={endsOn} onChange={setEnd} />
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
