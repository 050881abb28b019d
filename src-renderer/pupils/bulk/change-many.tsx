import { useState } from 'react'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { pupilFieldMessages } from '#shared/pupils/pupil-field-messages.ts'
import { pupilListMessages } from '#shared/pupils/pupil-list-messages.ts'
import { pupilsMessages } from '#shared/pupils/pupils-messages.ts'
import { useLocale, useSay } from '../../platform/language.tsx'
import { settle } from '../../platform/settle.ts'
import { Button } from '../../platform/ui/button.tsx'
import {
  ClearableSelectField,
  MultiSelectField,
  SelectField,
} from '../../platform/ui/fields/select-field.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { useLanguageOptions } from '../home-languages.ts'
import classes from '../list/pupil-list.module.css'
import { pupils } from '../pupil-calls.ts'
import { yearGradeOptions } from '../year-grades.ts'

/** Only what can be the same for many; a name or birth date cannot. */
const fields = ['yearGrade', 'nationality', 'homeLanguages'] as const
type Field = (typeof fields)[number]

type ChangeManyProps = { readonly ids: readonly PupilId[]; readonly onDone: () => void }

export function ChangeMany({ ids, onDone }: ChangeManyProps) {
  const say = useSay(pupilListMessages)
  const sayField = useSay(pupilFieldMessages)
  const sayRefusal = useSay(pupilsMessages)
  const { country } = useLocale()
  const languages = useLanguageOptions([])
  const [field, setField] = useState<Field>('yearGrade')
  const [text, setText] = useState('')
  const [codes, setCodes] = useState<readonly string[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const count = ids.length
  const label = sayField(`field.${field}`)

  async function change() {
    const value = field === 'homeLanguages' ? { homeLanguages: [...codes] } : { [field]: text }
    const answer = await pupils.changeMany({ ids: [...ids], fields: value })
    const changed = answer.ok ? answer.value : 0
    const refusal = settle(answer, sayRefusal, say('changed', { count: changed, field: label }))
    setProblem(refusal)
    if (refusal === null) onDone()
  }

  return (
    <form
      noValidate
      className={classes.bulkForm}
      onSubmit={(event) => {
        event.preventDefault()
        void change()
      }}
    >
      <SelectField
        label={say('which-field')}
        isFirst
        value={field}
        onChange={(chosen) => {
          setField(chosen)
          setText('')
        }}
        options={fields.map((value) => ({ value, label: sayField(`field.${value}`) }))}
      />
      {field === 'yearGrade' && (
        <ClearableSelectField
          label={say('new-value')}
          value={text || null}
          onChange={(chosen) => setText(chosen ?? '')}
          options={yearGradeOptions(country, null)}
        />
      )}
      {field === 'nationality' && (
        <TextField label={say('new-value')} value={text} onChange={setText} maxLength={200} />
      )}
      {field === 'homeLanguages' && (
        <MultiSelectField
          label={say('new-value')}
          value={codes}
          onChange={setCodes}
          options={languages}
        />
      )}
      {problem && (
        <Banner tone="alert" isNews>
          {problem}
        </Banner>
      )}
      <Button kind="primary" isSubmit>
        {say('change', { count })}
      </Button>
    </form>
  )
}
