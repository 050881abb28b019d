import { useState } from 'react'
import type { ConsentPurpose } from '#shared/consents/consent.ts'
import { consentAnswersMessages } from '#shared/consents/consent-answers-messages.ts'
import { consentsMessages } from '#shared/consents/consents-messages.ts'
import type { GuardianId } from '#shared/families/guardian.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import type { PupilFile } from '#shared/pupils/pupils-contract.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { settle } from '../../platform/settle.ts'
import { Button } from '../../platform/ui/button.tsx'
import { Segments } from '../../platform/ui/fields/choice-field.tsx'
import { DateField } from '../../platform/ui/fields/date-field.tsx'
import { ClearableSelectField } from '../../platform/ui/fields/select-field.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import classes from '../file/file.module.css'
import { consents } from '../pupil-calls.ts'

type RecordConsentProps = {
  readonly file: PupilFile
  readonly purpose: ConsentPurpose
  readonly onDone: () => void
}

/** A new answer beside the old ones, which stay: that is the proof. */
export function RecordConsent({ file, purpose, onDone }: RecordConsentProps) {
  const say = useSay(consentAnswersMessages)
  const sayConsent = useSay(consentsMessages)
  const sayUi = useSay(uiMessages)
  const { today } = useFormats()
  const [first] = file.guardians
  const [guardianId, setGuardianId] = useState<GuardianId | null>(first?.guardian.id ?? null)
  const [granted, setGranted] = useState<'yes' | 'no'>('yes')
  const [givenOn, setGivenOn] = useState(today)
  const [version, setVersion] = useState(file.consents.at(-1)?.version ?? '')
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  async function record() {
    if (!version.trim()) return setProblem(say('needs-version'))
    const fields = { purpose, granted: granted === 'yes', givenOn, version, note: note || null }
    const answer = await consents.record({ pupilId: file.pupil.id, guardianId, fields })
    const done = say('recorded', { purpose: sayConsent(`purpose.${purpose}`) })
    const refusal = settle(answer, sayConsent, done)
    setProblem(refusal)
    if (refusal === null) onDone()
  }

  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void record()
      }}
    >
      <ClearableSelectField
        label={sayConsent('field.guardianId')}
        placeholder={say('nobody')}
        isFirst
        value={guardianId}
        onChange={setGuardianId}
        options={file.guardians.map(({ guardian }) => ({
          value: guardian.id,
          label: displayName(guardian) || '•••',
        }))}
      />
      <Segments
        label={sayConsent('field.granted')}
        value={granted}
        onChange={setGranted}
        options={[
          { value: 'yes', label: sayUi('yes') },
          { value: 'no', label: sayUi('no') },
        ]}
      />
      <DateField
        label={sayConsent('field.givenOn')}
        value={givenOn}
        max={today()}
        onChange={(day) => day && setGivenOn(day)}
      />
      <TextField
        label={sayConsent('field.version')}
        hint={say('version-hint')}
        value={version}
        onChange={setVersion}
        maxLength={40}
      />
      <TextField label={sayConsent('field.note')} value={note} onChange={setNote} maxLength={500} />
      {problem && (
        <Banner tone="alert" isNews>
          {problem}
        </Banner>
      )}
      <Button kind="primary" isSubmit>
        {say('keep')}
      </Button>
    </form>
  )
}
