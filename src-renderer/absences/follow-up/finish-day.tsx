import { useState } from 'react'
import type { FollowUp } from '#shared/absences/follow-up/follow-up.ts'
import { absencesMessages } from '#shared/absences/messages/absences-messages.ts'
import { followUpMessages } from '#shared/absences/messages/follow-up-messages.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { Button } from '../../platform/ui/button.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { absences } from '../absence-calls.ts'
import classes from '../absences.module.css'

/** The day is done; what is open asks for a reason instead of passing by. */
export function FinishDay({ follow }: { readonly follow: FollowUp }) {
  const say = useSay(followUpMessages)
  const sayWord = useSay(absencesMessages)
  const sayUi = useSay(uiMessages)
  const [problem, setProblem] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  async function finish(why: string | null) {
    const answer = await absences.finishDay({ day: follow.day, reason: why })
    if (!answer.ok) return setProblem(sayWord(answer.refusal))
    setProblem(null)
    void toast({ text: say('was-finished'), undo: 'last', isPublic: true })
  }
  return (
    <>
      <Button onClick={() => void finish(null)}>{say('finish')}</Button>
      {problem && (
        <Modal
          title={say('finish-title')}
          onClose={() => setProblem(null)}
          footer={
            <>
              <Button onClick={() => setProblem(null)}>{sayUi('cancel')}</Button>
              <Button kind="primary" onClick={() => reason.trim() && void finish(reason)}>
                {say('finish')}
              </Button>
            </>
          }
        >
          <div className={classes.form}>
            <p>{problem}</p>
            <TextField
              label={say('finish-reason')}
              value={reason}
              onChange={setReason}
              maxLength={300}
              isFirst
              isSpellChecked
            />
          </div>
        </Modal>
      )}
    </>
  )
}
