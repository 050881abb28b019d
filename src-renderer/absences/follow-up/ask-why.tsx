import { type FormEvent, useState } from 'react'
import { codeWord } from '#shared/absences/messages/code-words.ts'
import { followUpMessages } from '#shared/absences/messages/follow-up-messages.ts'
import { registerMessages } from '#shared/absences/messages/register-messages.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useLocale, useSay } from '../../platform/language.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { SelectField } from '../../platform/ui/fields/select-field.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { Skeleton } from '../../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { absences } from '../absence-calls.ts'
import classes from '../absences.module.css'

type AskWhyProps = {
  readonly name: string
  readonly isIll: boolean
  readonly onSave: (code: string, note: string | null) => void
  readonly onClose: () => void
}

/** The reason that was heard, which becomes the report of the day. Enter takes the likely one. */
export function AskWhy({ name, isIll, onSave, onClose }: AskWhyProps) {
  const say = useSay(followUpMessages)
  const sayRegister = useSay(registerMessages)
  const sayUi = useSay(uiMessages)
  const { language } = useLocale()
  const settings = useFresh(['absenceSettings'], {}, absences.settings)
  const [chosen, choose] = useState<string | null>(null)
  const [note, setNote] = useState('')
  if (settings === 'loading') return <Skeleton />
  const codes = settings.codes.filter(({ spells }) => spells.includes('absent'))
  const likely = codes.find(({ nature }) => nature === (isIll ? 'illness' : 'medical')) ?? codes[0]
  const code = chosen ?? likely?.code ?? ''
  function save(event: FormEvent) {
    event.preventDefault()
    onSave(code, note.trim() || null)
  }
  return (
    <Modal title={say('why-title', { name })} onClose={onClose} width={440}>
      <form className={classes.form} onSubmit={save}>
        <SelectField
          label={sayRegister('why')}
          value={code}
          onChange={choose}
          options={codes.map((each) => ({
            value: each.code,
            label: codeWord(each.code, codes, language),
          }))}
        />
        <TextField
          label={say('note')}
          hint={say('note-hint')}
          value={note}
          onChange={setNote}
          maxLength={300}
          isSpellChecked
          isFirst
        />
        <div className={classes.buttons}>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" isSubmit>
            {say('save')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
