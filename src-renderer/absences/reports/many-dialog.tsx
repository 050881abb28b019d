import { type FormEvent, useState } from 'react'
import type { AbsenceCode } from '#shared/absences/absence-codes.ts'
import { absencesMessages } from '#shared/absences/messages/absences-messages.ts'
import { reportMessages } from '#shared/absences/messages/report-messages.ts'
import type { GroupId } from '#shared/groups/group.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { Button } from '../../platform/ui/button.tsx'
import { Segments } from '../../platform/ui/fields/choice-field.tsx'
import { MultiSelectField } from '../../platform/ui/fields/select-field.tsx'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { absences } from '../absence-calls.ts'
import classes from '../absences.module.css'
import { ReportFieldsForm } from './report-fields.tsx'
import { useReportForm } from './use-report-form.ts'

type ManyDialogProps = { readonly codes: readonly AbsenceCode[]; readonly onClose: () => void }

/** The whole school, or some groups: a strike, snow, an outing. */
export function ManyDialog({ codes, onClose }: ManyDialogProps) {
  const say = useSay(reportMessages)
  const sayWord = useSay(absencesMessages)
  const sayUi = useSay(uiMessages)
  const { today } = useFormats()
  const [whom, setWhom] = useState<'school' | 'groups'>('groups')
  const [groupIds, setGroups] = useState<readonly GroupId[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const closure = codes.find(({ nature }) => nature === 'closure')
  const { draft, change, read } = useReportForm(closure ? [closure, ...codes] : codes)
  const day = draft.from ?? today()
  const list = useFresh(['groups', 'memberships'], { day }, absences.listRegisters)
  const groups = list === 'loading' ? [] : list.rows

  async function save(event: FormEvent) {
    event.preventDefault()
    if (whom === 'groups' && groupIds.length === 0) return setProblem(say('needs-groups'))
    const fields = read()
    if (typeof fields === 'string') return setProblem(fields)
    const many = whom === 'school' ? { whom } : { whom, groupIds: [...groupIds] }
    const answer = await absences.report({ many, fields })
    if (!answer.ok) return setProblem(sayWord(answer.refusal))
    const { count } = answer.value
    void toast({ text: say('saved-many', { count }), undo: 'last', isPublic: true })
    onClose()
  }
  return (
    <Modal title={say('many-title')} onClose={onClose}>
      <form className={classes.form} onSubmit={(event) => void save(event)}>
        <p className="muted">{say('many-text')}</p>
        <Segments
          label={say('whom')}
          value={whom}
          onChange={setWhom}
          options={[
            { value: 'groups', label: say('whom.groups') },
            { value: 'school', label: say('whom.school') },
          ]}
        />
        {whom === 'groups' && (
          <MultiSelectField
            label={say('groups')}
            value={groupIds}
            onChange={setGroups}
            options={groups.map(({ groupId, groupName }) => ({ value: groupId, label: groupName }))}
          />
        )}
        <ReportFieldsForm codes={codes} draft={draft} onChange={change} />
        {problem && <p role="alert">{problem}</p>}
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
