import { type FormEvent, useRef, useState } from 'react'
import type { AbsenceCode } from '#shared/absences/absence-codes.ts'
import { absencesMessages } from '#shared/absences/messages/absences-messages.ts'
import { reportMessages } from '#shared/absences/messages/report-messages.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { Button, LinkButton } from '../../platform/ui/button.tsx'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { absences } from '../absence-calls.ts'
import classes from '../absences.module.css'
import { type Child, FindChild } from './find-child.tsx'
import { ReportFieldsForm } from './report-fields.tsx'
import own from './reports.module.css'
import { useReportForm } from './use-report-form.ts'

type ReportDialogProps = {
  readonly codes: readonly AbsenceCode[]
  readonly child: Child | null
  readonly onClose: () => void
}

/** A call at half past eight: key, two letters, Enter, Enter. */
export function ReportDialog({ codes, child: known, onClose }: ReportDialogProps) {
  const say = useSay(reportMessages)
  const sayWord = useSay(absencesMessages)
  const sayUi = useSay(uiMessages)
  const [child, setChild] = useState<Child | null>(known)
  const [problem, setProblem] = useState<string | null>(null)
  const { draft, change, read } = useReportForm(codes)
  const saveButton = useRef<HTMLButtonElement>(null)

  async function save(event: FormEvent) {
    event.preventDefault()
    if (!child) return setProblem(say('needs-pupil'))
    const fields = read()
    if (typeof fields === 'string') return setProblem(fields)
    const answer = await absences.report({
      many: { whom: 'pupils', pupilIds: [PupilId.parse(child.pupilId)] },
      fields,
    })
    if (!answer.ok) return setProblem(sayWord(answer.refusal))
    void toast({ text: say('saved', { name: child.name }), undo: 'last' })
    onClose()
  }
  function take(found: Child) {
    setChild(found)
    setProblem(null)
    // Enter once more and it is done: ill, today, is what most calls say.
    requestAnimationFrame(() => saveButton.current?.focus())
  }
  return (
    <Modal title={say('add-title')} onClose={onClose}>
      <form className={classes.form} onSubmit={(event) => void save(event)}>
        {child ? (
          <p className={own.chosen} data-private>
            <strong>{child.name}</strong> <span className="muted">{child.groupName}</span>
            {!known && <LinkButton onClick={() => setChild(null)}>{say('pupil')}…</LinkButton>}
          </p>
        ) : (
          <FindChild error={problem} onFound={take} />
        )}
        <ReportFieldsForm codes={codes} draft={draft} onChange={change} />
        {problem && child && <p role="alert">{problem}</p>}
        <div className={classes.buttons}>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" isSubmit ref={saveButton}>
            {say('save')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
