import { useState } from 'react'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import type { Enrolment, EnrolmentFields } from '#shared/pupils/pupil.ts'
import { pupilFieldMessages } from '#shared/pupils/pupil-field-messages.ts'
import { pupilFileMessages } from '#shared/pupils/pupil-file-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { DateField } from '../../platform/ui/fields/date-field.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import { IconLogout } from '../../platform/ui/icons.ts'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import classes from '../file/file.module.css'

type LeaveFormProps = {
  readonly name: string
  readonly enrolment: Enrolment
  readonly onClose: () => void
  readonly onLeave: (fields: Partial<EnrolmentFields>, done: string) => Promise<string | null>
}

/** The last day, why, and where to. The file stays and can be found among the former pupils. */
export function LeaveForm({ name, enrolment, onClose, onLeave }: LeaveFormProps) {
  const say = useSay(pupilFileMessages)
  const sayField = useSay(pupilFieldMessages)
  const sayUi = useSay(uiMessages)
  const { today, day } = useFormats()
  const [endsOn, setEndsOn] = useState(today)
  const [endReason, setEndReason] = useState('')
  const [toSchool, setToSchool] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  async function leave() {
    const fields = { endsOn, endReason: endReason || null, toSchool: toSchool || null }
    const refusal = await onLeave(fields, say('left', { name, day: day(endsOn) }))
    setProblem(refusal)
    if (refusal === null) onClose()
  }
  return (
    <Modal
      title={say('leave-title', { name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" icon={IconLogout} onClick={() => void leave()}>
            {say('leave-do', { day: day(endsOn) })}
          </Button>
        </>
      }
    >
      <div className={classes.form}>
        <DateField
          label={say('last-day')}
          isFirst
          value={endsOn}
          {...(enrolment.startsOn ? { min: enrolment.startsOn } : {})}
          onChange={(chosen) => chosen && setEndsOn(chosen)}
        />
        <TextField label={sayField('field.endReason')} value={endReason} onChange={setEndReason} />
        <TextField label={sayField('field.toSchool')} value={toSchool} onChange={setToSchool} />
        {problem && (
          <Banner tone="alert" isNews>
            {problem}
          </Banner>
        )}
      </div>
    </Modal>
  )
}
