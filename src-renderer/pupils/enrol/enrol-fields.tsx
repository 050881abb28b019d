import type { GroupRow } from '#shared/groups/groups-contract.ts'
import { enrolMessages } from '#shared/pupils/enrol-messages.ts'
import { type Sex, sexes } from '#shared/pupils/pupil.ts'
import { pupilFieldMessages } from '#shared/pupils/pupil-field-messages.ts'
import { pupilFileMessages } from '#shared/pupils/pupil-file-messages.ts'
import { pupilListMessages } from '#shared/pupils/pupil-list-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useLocale, useSay } from '../../platform/language.tsx'
import { DateField, PartialDateField } from '../../platform/ui/fields/date-field.tsx'
import { ClearableSelectField, SelectField } from '../../platform/ui/fields/select-field.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import { useKeepsNumber } from '../pupil-calls.ts'
import { yearGradeOptions } from '../year-grades.ts'
import classes from './enrol.module.css'
import type { EnrolForm } from './enrol-form.ts'

type FieldsProps = {
  readonly form: EnrolForm
  readonly onChange: (fields: Partial<EnrolForm>) => void
}

export function ChildFields(props: FieldsProps & { readonly showsNeeded: boolean }) {
  const { form, onChange, showsNeeded } = props
  const say = useSay(pupilFileMessages)
  const sayField = useSay(pupilFieldMessages)
  const { today } = useFormats()
  const keepsNumber = useKeepsNumber()
  const needed = (label: string, value: string) =>
    showsNeeded && !value.trim() ? say('required', { field: label }) : null
  const firstName = sayField('field.firstName')
  const lastName = sayField('field.lastName')
  return (
    <div className={classes.grid}>
      <TextField
        label={`${firstName} *`}
        isRequired
        isFirst
        value={form.firstName}
        error={needed(firstName, form.firstName)}
        onChange={(value) => onChange({ firstName: value })}
      />
      <TextField
        label={sayField('field.prefix')}
        value={form.prefix}
        onChange={(prefix) => onChange({ prefix })}
      />
      <TextField
        label={`${lastName} *`}
        isRequired
        value={form.lastName}
        error={needed(lastName, form.lastName)}
        onChange={(value) => onChange({ lastName: value })}
      />
      <TextField
        label={sayField('field.officialNames')}
        value={form.officialNames}
        onChange={(officialNames) => onChange({ officialNames })}
      />
      <PartialDateField
        label={`${sayField('field.birthDate')} *`}
        value={form.birthDate}
        max={today()}
        isPast
        onChange={(birthDate) => onChange({ birthDate })}
      />
      <SelectField<Sex>
        label={`${sayField('field.sex')} *`}
        value={form.sex}
        options={sexes.map((value) => ({ value, label: sayField(`sex.${value}`) }))}
        onChange={(sex) => onChange({ sex })}
      />
      {keepsNumber && (
        <TextField
          label={sayField('field.nationalNumber')}
          inputMode="numeric"
          value={form.nationalNumber}
          onChange={(nationalNumber) => onChange({ nationalNumber })}
        />
      )}
    </div>
  )
}

export function SchoolFields(props: FieldsProps & { readonly groups: readonly GroupRow[] }) {
  const { form, onChange, groups } = props
  const say = useSay(enrolMessages)
  const sayList = useSay(pupilListMessages)
  const sayField = useSay(pupilFieldMessages)
  const { country } = useLocale()
  return (
    <div className={classes.grid}>
      <DateField
        label={`${say('first-day')} *`}
        value={form.startsOn}
        onChange={(startsOn) => onChange({ startsOn })}
      />
      <ClearableSelectField
        label={`${sayList('group')} *`}
        placeholder={say('group-later')}
        value={form.groupId}
        options={groups
          .filter(({ kind }) => kind === 'class')
          .map(({ id, name }) => ({ value: String(id), label: name }))}
        onChange={(groupId) => onChange({ groupId, ...gradeOf(groups, groupId) })}
      />
      <ClearableSelectField
        label={sayField('field.yearGrade')}
        value={form.yearGrade}
        options={yearGradeOptions(country, form.yearGrade)}
        onChange={(yearGrade) => onChange({ yearGrade })}
      />
      <TextField
        label={sayField('field.fromSchool')}
        value={form.fromSchool}
        onChange={(fromSchool) => onChange({ fromSchool })}
      />
    </div>
  )
}

/** A group of one year tells the year; in a combined one somebody has to choose. */
function gradeOf(groups: readonly GroupRow[], groupId: string | null): Partial<EnrolForm> {
  const grades = groups.find(({ id }) => id === groupId)?.yearGrades ?? []
  const [only] = grades
  return grades.length === 1 && only ? { yearGrade: only } : {}
}
