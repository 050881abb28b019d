import { useState } from 'react'
import type { Country } from '#shared/platform/language.ts'
import { type NationalNumberKind, nationalNumberKinds } from '#shared/pupils/pupil.ts'
import { pupilFieldMessages } from '#shared/pupils/pupil-field-messages.ts'
import { pupilFileMessages } from '#shared/pupils/pupil-file-messages.ts'
import { type PupilFile, pupilsContract } from '#shared/pupils/pupils-contract.ts'
import { pupilsMessages } from '#shared/pupils/pupils-messages.ts'
import { useLocale, useSay } from '../../platform/language.tsx'
import { IconButton } from '../../platform/ui/button.tsx'
import { IconEye, IconEyeOff } from '../../platform/ui/icons.ts'
import { InlineClearableSelectField } from '../../platform/ui/inline/inline-choice-field.tsx'
import { InlineTextField } from '../../platform/ui/inline/inline-text-field.tsx'
import { useMay } from '../../platform/viewer.tsx'
import { useSavePupil } from './use-save-pupil.ts'

type NumberFieldProps = { readonly file: PupilFile }

/** The national number behind dots, since the screen stands in a room with other people. */
export function NumberField({ file }: NumberFieldProps) {
  const say = useSay(pupilFileMessages)
  const sayField = useSay(pupilFieldMessages)
  const sayPupil = useSay(pupilsMessages)
  const save = useSavePupil(file)
  const mayChange = useMay(pupilsContract.methods.change)
  const [isShown, show] = useState(false)
  const { nationalNumber: number, nationalNumberKind: kind } = file.pupil
  const label = kind ? sayField(`number-kind.${kind}`) : sayField('field.nationalNumber')
  return (
    <InlineTextField
      label={label}
      value={number}
      shown={number && <span className="num">{isShown ? number : masked(number)}</span>}
      hidden={file.hidden.nationalNumber}
      isReadOnly={!mayChange}
      isPrivate
      inputMode="numeric"
      warning={file.numberWarning ? sayPupil('number-warning') : null}
      onSave={(value) => save('nationalNumber', { nationalNumber: value })}
      action={
        number &&
        !file.hidden.nationalNumber && (
          <IconButton
            size="small"
            icon={isShown ? IconEyeOff : IconEye}
            label={say(isShown ? 'number-hide' : 'number-show', { field: label })}
            aria-pressed={isShown}
            onClick={() => show(!isShown)}
          />
        )
      }
    />
  )
}

/** As `national-number.ts` masks it; that file would bring every country's checks into the window. */
const masked = (number: string) => (number.length > 3 ? `••••${number.slice(-3)}` : '••••')

const kindsOf: Record<Country, readonly NationalNumberKind[]> = {
  nl: ['bsn', 'onderwijsnummer', 'local'],
  be: ['rijksregisternummer', 'bisnummer', 'local'],
  se: ['personnummer', 'samordningsnummer', 'local'],
}

/** Told by the number itself where it can be; somebody may know better. */
export function NumberKindField({ file }: NumberFieldProps) {
  const sayField = useSay(pupilFieldMessages)
  const { country } = useLocale()
  const save = useSavePupil(file)
  const mayChange = useMay(pupilsContract.methods.change)
  const kind = file.pupil.nationalNumberKind
  const offered = nationalNumberKinds.filter(
    (each) => kindsOf[country].includes(each) || each === kind,
  )
  return (
    <InlineClearableSelectField
      label={sayField('field.nationalNumberKind')}
      value={kind}
      hidden={file.hidden.nationalNumber}
      isReadOnly={!mayChange}
      history={{ table: 'pupils', rowId: file.pupil.id, field: 'nationalNumberKind' }}
      options={offered.map((value) => ({ value, label: sayField(`number-kind.${value}`) }))}
      onSave={(value) => save('nationalNumberKind', { nationalNumberKind: value })}
    />
  )
}
