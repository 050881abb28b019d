import { type Sex, sexes } from '#shared/pupils/pupil.ts'
import { pupilFieldMessages } from '#shared/pupils/pupil-field-messages.ts'
import { pupilFileMessages } from '#shared/pupils/pupil-file-messages.ts'
import { type PupilFile, pupilsContract } from '#shared/pupils/pupils-contract.ts'
import { useFormats } from '../../platform/formats.ts'
import { useLocale, useSay } from '../../platform/language.tsx'
import {
  InlineClearableSelectField,
  InlineMultiSelectField,
  InlineSelectField,
} from '../../platform/ui/inline/inline-choice-field.tsx'
import { InlinePartialDateField } from '../../platform/ui/inline/inline-date-field.tsx'
import { InlineTextArea, InlineTextField } from '../../platform/ui/inline/inline-text-field.tsx'
import { useMay } from '../../platform/viewer.tsx'
import { useLanguageOptions } from '../home-languages.ts'
import { yearGradeOptions } from '../year-grades.ts'
import classes from './file.module.css'
import { type FieldName, useSavePupil } from './use-save-pupil.ts'

const textFields = [
  'firstName',
  'officialNames',
  'initials',
  'prefix',
  'lastName',
  'birthPlace',
  'nationality',
  'pupilNumber',
  'email',
] as const
type TextFieldName = (typeof textFields)[number]
const isText = (field: FieldName): field is TextFieldName =>
  textFields.some((each) => each === field)

export type ShownField = Exclude<FieldName, 'nationalNumber' | 'nationalNumberKind'>

type PupilFieldProps = { readonly file: PupilFile; readonly field: ShownField }

/** One line of a pupil's own data, edited in place. The mark lets `missing-fields` find it. */
export function PupilField({ file, field }: PupilFieldProps) {
  return (
    <div data-field={field} className={classes.line}>
      {isText(field) ? (
        <PupilTextField file={file} field={field} />
      ) : field === 'sex' ? (
        <SexField file={file} />
      ) : field === 'birthDate' ? (
        <BirthDateField file={file} />
      ) : field === 'yearGrade' ? (
        <YearGradeField file={file} />
      ) : field === 'homeLanguages' ? (
        <HomeLanguagesField file={file} />
      ) : (
        <NoteField file={file} />
      )}
    </div>
  )
}

/** What all these fields share: name, mask and whether this person may write. */
function useLook(file: PupilFile, field: FieldName) {
  const sayField = useSay(pupilFieldMessages)
  const mayChange = useMay(pupilsContract.methods.change)
  return {
    label: sayField(`field.${field}`),
    hidden: maskFor[field]?.(file) ?? null,
    isReadOnly: !mayChange,
    history: { table: 'pupils', rowId: file.pupil.id, field },
  }
}

const byName = ({ hidden }: PupilFile) => hidden.name
const byAddress = ({ hidden }: PupilFile) => hidden.address
const maskFor: Partial<Record<FieldName, (file: PupilFile) => 'role' | 'protection' | null>> = {
  officialNames: byName,
  initials: byName,
  prefix: byName,
  lastName: byName,
  birthPlace: byName,
  nationality: byName,
  // The alias stands here; writing it back would overwrite the true name.
  firstName: byName,
  email: byAddress,
  note: byAddress,
}

function PupilTextField({
  file,
  field,
}: {
  readonly file: PupilFile
  readonly field: TextFieldName
}) {
  const say = useSay(pupilFileMessages)
  const look = useLook(file, field)
  const save = useSavePupil(file)
  const isRequired = field === 'firstName' || field === 'lastName'
  return (
    <InlineTextField
      {...look}
      value={file.pupil[field]}
      isPrivate={field === 'email'}
      onSave={async (value) => {
        if (isRequired && !value) return say('required', { field: look.label })
        return save(field, changeOf(field, value ?? ''))
      }}
    />
  )
}

/** Empty text is stored as nothing; the schema sees to that. */
function changeOf(field: TextFieldName, text: string) {
  const change: { [Name in TextFieldName]?: string } = {}
  change[field] = text
  return change
}

function SexField({ file }: { readonly file: PupilFile }) {
  const sayField = useSay(pupilFieldMessages)
  const save = useSavePupil(file)
  return (
    <InlineSelectField<Sex>
      {...useLook(file, 'sex')}
      value={file.pupil.sex}
      options={sexes.map((value) => ({ value, label: sayField(`sex.${value}`) }))}
      onSave={(sex) => save('sex', { sex })}
    />
  )
}

function BirthDateField({ file }: { readonly file: PupilFile }) {
  const say = useSay(pupilFileMessages)
  const { partialDay, today } = useFormats()
  const save = useSavePupil(file)
  const { birthDate } = file.pupil
  const age = birthDate?.length === 10 ? ageOn(today(), birthDate) : null
  return (
    <InlinePartialDateField
      {...useLook(file, 'birthDate')}
      value={birthDate}
      max={today()}
      isPast
      shown={
        birthDate && (
          <span className="num">
            {partialDay(birthDate)}
            {age !== null && <span className="muted"> · {say('age', { count: age })}</span>}
          </span>
        )
      }
      onSave={(value) => save('birthDate', { birthDate: value })}
    />
  )
}

export function ageOn(today: string, birthDate: string) {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years
}

function YearGradeField({ file }: { readonly file: PupilFile }) {
  const { country } = useLocale()
  const save = useSavePupil(file)
  const { yearGrade } = file.pupil
  return (
    <InlineClearableSelectField
      {...useLook(file, 'yearGrade')}
      value={yearGrade}
      options={yearGradeOptions(country, yearGrade)}
      onSave={(value) => save('yearGrade', { yearGrade: value })}
    />
  )
}

function HomeLanguagesField({ file }: { readonly file: PupilFile }) {
  const save = useSavePupil(file)
  const { homeLanguages } = file.pupil
  const options = useLanguageOptions(homeLanguages)
  return (
    <InlineMultiSelectField
      {...useLook(file, 'homeLanguages')}
      value={homeLanguages}
      options={options}
      onSave={(codes) => save('homeLanguages', { homeLanguages: [...codes] })}
    />
  )
}

function NoteField({ file }: { readonly file: PupilFile }) {
  const save = useSavePupil(file)
  return (
    <InlineTextArea
      {...useLook(file, 'note')}
      value={file.pupil.note}
      isPrivate
      onSave={(value) => save('note', { note: value })}
    />
  )
}
