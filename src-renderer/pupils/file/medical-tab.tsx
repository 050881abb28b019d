import type { MedicalFields } from '#shared/pupils/medical.ts'
import { pupilFieldMessages } from '#shared/pupils/pupil-field-messages.ts'
import { pupilFileMessages } from '#shared/pupils/pupil-file-messages.ts'
import { type PupilFile, pupilsContract } from '#shared/pupils/pupils-contract.ts'
import { pupilsMessages } from '#shared/pupils/pupils-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { settle } from '../../platform/settle.ts'
import { IconEyeOff, IconShieldLock } from '../../platform/ui/icons.ts'
import { InlineSwitchField } from '../../platform/ui/inline/inline-choice-field.tsx'
import { InlineFields } from '../../platform/ui/inline/inline-shell.tsx'
import { InlineTextArea, InlineTextField } from '../../platform/ui/inline/inline-text-field.tsx'
import { EmptyState } from '../../platform/ui/signs/empty-state.tsx'
import { useMay } from '../../platform/viewer.tsx'
import { pupils } from '../pupil-calls.ts'
import classes from './file.module.css'

const longFields = ['allergies', 'conditions', 'medication', 'instructions', 'diet'] as const

type MedicalTabProps = { readonly file: PupilFile; readonly seesMedical: boolean }

/** Health data: for those with the right alone, and with the reason where it is hidden. */
export function MedicalTab({ file, seesMedical }: MedicalTabProps) {
  const say = useSay(pupilFileMessages)
  const sayPupil = useSay(pupilsMessages)
  const { hidden } = file
  if (hidden.medical || !seesMedical) {
    return (
      <EmptyState icon={IconEyeOff} title={sayPupil(`hidden.${hidden.medical ?? 'role'}`)}>
        {say('medical-hidden-text')}
      </EmptyState>
    )
  }
  return (
    <div className={`${classes.stack} ${classes.narrow}`}>
      <p className={classes.why}>
        <IconShieldLock size={18} stroke={1.75} aria-hidden />
        {say('medical-why')}
      </p>
      <MedicalLines file={file} />
    </div>
  )
}

const nothing: MedicalFields = {
  alert: null,
  allergies: null,
  conditions: null,
  medication: null,
  diet: null,
  medicationPermitted: false,
  instructions: null,
}

function MedicalLines({ file }: Pick<MedicalTabProps, 'file'>) {
  const say = useSay(pupilFileMessages)
  const sayField = useSay(pupilFieldMessages)
  const mayChange = useMay(pupilsContract.methods.changeMedical)
  const save = useSaveMedical(file)
  // A pupil about whom nothing was ever written down has no row yet.
  const medical = file.medical ?? nothing
  const isReadOnly = !mayChange
  const historyOf = (field: keyof MedicalFields) =>
    file.medical && { table: 'medicals', rowId: file.pupil.id, field }
  return (
    <InlineFields>
      <InlineTextField
        label={sayField('field.alert')}
        history={historyOf('alert')}
        value={medical.alert}
        maxLength={120}
        isPrivate
        isReadOnly={isReadOnly}
        placeholder={say('medical-alert-hint')}
        onSave={(alert) => save({ alert })}
      />
      {longFields.map((field) => (
        <InlineTextArea
          key={field}
          label={sayField(`field.${field}`)}
          history={historyOf(field)}
          value={medical[field]}
          isPrivate
          isReadOnly={isReadOnly}
          onSave={(text) => save({ [field]: text })}
        />
      ))}
      <InlineSwitchField
        label={sayField('field.medicationPermitted')}
        history={historyOf('medicationPermitted')}
        value={medical.medicationPermitted}
        isReadOnly={isReadOnly}
        onSave={(medicationPermitted) => save({ medicationPermitted })}
      />
    </InlineFields>
  )
}

function useSaveMedical({ pupil: { id }, name }: PupilFile) {
  const say = useSay(pupilFileMessages)
  const sayRefusal = useSay(pupilsMessages)
  return async (fields: Partial<MedicalFields>) =>
    settle(await pupils.changeMedical({ id, fields }), sayRefusal, say('medical-changed', { name }))
}
