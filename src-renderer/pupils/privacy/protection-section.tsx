import { useState } from 'react'
import { consentAnswersMessages } from '#shared/consents/consent-answers-messages.ts'
import { ProtectionLevel, protectionLevels } from '#shared/pupils/pupil.ts'
import { pupilFieldMessages } from '#shared/pupils/pupil-field-messages.ts'
import { type PupilFile, pupilsContract } from '#shared/pupils/pupils-contract.ts'
import { pupilsMessages } from '#shared/pupils/pupils-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { settle } from '../../platform/settle.ts'
import { Button } from '../../platform/ui/button.tsx'
import { SelectField } from '../../platform/ui/fields/select-field.tsx'
import { TextAreaField, TextField } from '../../platform/ui/fields/text-field.tsx'
import { IconShieldLock } from '../../platform/ui/icons.ts'
import { Section } from '../../platform/ui/page/page.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { useMay } from '../../platform/viewer.tsx'
import classes from '../file/file.module.css'
import { pupils } from '../pupil-calls.ts'

type ProtectionProps = { readonly file: PupilFile }

/** How far the child's identity is covered. One button for all three, since they belong together. */
export function ProtectionSection({ file }: ProtectionProps) {
  const say = useSay(consentAnswersMessages)
  const sayField = useSay(pupilFieldMessages)
  const mayProtect = useMay(pupilsContract.methods.protect)
  const { protectionLevel } = file.pupil
  return (
    <Section title={say('protection')}>
      {mayProtect ? (
        // The form starts again from what is on record once that changes.
        <ProtectionForm key={JSON.stringify(protectionOf(file))} file={file} />
      ) : (
        <p>{sayField(`protection.${protectionLevel}`)}</p>
      )}
    </Section>
  )
}

const protectionOf = ({ pupil: { protectionLevel, alias, protectionAgreement } }: PupilFile) => ({
  protectionLevel,
  alias,
  protectionAgreement,
})

function ProtectionForm({ file }: ProtectionProps) {
  const say = useSay(consentAnswersMessages)
  const sayField = useSay(pupilFieldMessages)
  const sayRefusal = useSay(pupilsMessages)
  const present = protectionOf(file)
  const [level, setLevel] = useState(present.protectionLevel)
  const [alias, setAlias] = useState(present.alias ?? '')
  const [agreement, setAgreement] = useState(present.protectionAgreement ?? '')
  const [problem, setProblem] = useState<string | null>(null)

  async function protect() {
    if (level >= 2 && !alias.trim()) return setProblem(say('alias-needed'))
    const fields = {
      protectionLevel: level,
      alias: alias || null,
      protectionAgreement: agreement || null,
    }
    const answer = await pupils.protect({ id: file.pupil.id, fields })
    setProblem(settle(answer, sayRefusal, say('protection-changed', { name: file.name })))
  }
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void protect()
      }}
    >
      <SelectField
        label={sayField('field.protectionLevel')}
        hint={sayField(`protection-means.${level}`)}
        value={`${level}`}
        options={protectionLevels.map((each) => ({
          value: `${each}`,
          label: sayField(`protection.${each}`),
        }))}
        onChange={(chosen) => setLevel(ProtectionLevel.parse(Number(chosen)))}
      />
      {level >= 2 && (
        <TextField
          label={sayField('field.alias')}
          hint={say('alias-hint')}
          isRequired
          value={alias}
          onChange={setAlias}
        />
      )}
      {level >= 1 && (
        <TextAreaField
          label={sayField('field.protectionAgreement')}
          hint={say('agreement-hint')}
          value={agreement}
          onChange={setAgreement}
          maxLength={4000}
        />
      )}
      {problem && (
        <Banner tone="alert" isNews>
          {problem}
        </Banner>
      )}
      <div>
        <Button icon={IconShieldLock} isSubmit>
          {say('protection-save')}
        </Button>
      </div>
    </form>
  )
}
