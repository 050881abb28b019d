import { familiesMessages } from '#shared/families/families-messages.ts'
import { familyFieldsMessages } from '#shared/families/family-fields-messages.ts'
import type { GuardianFields } from '#shared/families/guardian.ts'
import { homeMessages } from '#shared/families/home-messages.ts'
import { type Language, languages } from '#shared/platform/language.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import { type Sex, sexes } from '#shared/pupils/pupil.ts'
import type { FamilyGuardian } from '#shared/pupils/pupils-contract.ts'
import { useLocale, useSay } from '../../platform/language.tsx'
import { settle } from '../../platform/settle.ts'
import {
  InlineClearableSelectField,
  InlineSelectField,
} from '../../platform/ui/inline/inline-choice-field.tsx'
import { InlineTextArea, InlineTextField } from '../../platform/ui/inline/inline-text-field.tsx'
import { families } from '../family-calls.ts'

export type GuardianLinesProps = {
  readonly entry: FamilyGuardian
  readonly isReadOnly: boolean
  readonly hidden: 'role' | 'protection' | null
}

function useSaveGuardian({ guardian }: FamilyGuardian) {
  const say = useSay(homeMessages)
  const sayField = useSay(familyFieldsMessages)
  const sayRefusal = useSay(familiesMessages)
  return async (field: keyof GuardianFields, fields: Partial<GuardianFields>) =>
    settle(
      await families.changeGuardian({ id: guardian.id, fields }),
      sayRefusal,
      say('guardian-changed', {
        field: sayField(`field.${field}`),
        name: displayName({ ...guardian, ...fields }),
      }),
    )
}

const historyOf = ({ guardian }: FamilyGuardian, field: keyof GuardianFields) => ({
  table: 'guardians',
  rowId: guardian.id,
  field,
})

export function EmailField({ entry, isReadOnly, hidden }: GuardianLinesProps) {
  const sayField = useSay(familyFieldsMessages)
  const save = useSaveGuardian(entry)
  return (
    <InlineTextField
      label={sayField('field.email')}
      value={entry.guardian.email}
      inputMode="email"
      isPrivate
      isReadOnly={isReadOnly}
      hidden={hidden}
      history={historyOf(entry, 'email')}
      onSave={(email) => save('email', { email })}
    />
  )
}

/** The guardian's own data: the same for every child. */
export function PersonFields({ entry, isReadOnly, hidden }: GuardianLinesProps) {
  const say = useSay(homeMessages)
  const sayField = useSay(familyFieldsMessages)
  const { language: ours } = useLocale()
  const save = useSaveGuardian(entry)
  const { guardian } = entry
  const look = { isReadOnly, hidden }
  const names = new Intl.DisplayNames(ours, { type: 'language' })
  const text = (field: 'firstName' | 'initials' | 'prefix' | 'lastName') => (
    <InlineTextField
      {...look}
      history={historyOf(entry, field)}
      label={sayField(`field.${field}`)}
      value={guardian[field]}
      onSave={async (value) => {
        if (field === 'lastName' && !value) return say('needs-name')
        // First and last name are never nothing, only empty.
        return save(field, { [field]: field === 'firstName' ? (value ?? '') : value })
      }}
    />
  )
  return (
    <>
      {text('firstName')}
      {text('initials')}
      {text('prefix')}
      {text('lastName')}
      <InlineSelectField<Sex>
        {...look}
        history={historyOf(entry, 'sex')}
        label={sayField('field.sex')}
        value={guardian.sex}
        options={sexes.map((value) => ({ value, label: say(`adult.${value}`) }))}
        onSave={(sex) => save('sex', { sex })}
      />
      <InlineClearableSelectField<Language>
        {...look}
        history={historyOf(entry, 'language')}
        label={sayField('field.language')}
        value={guardian.language}
        options={languages.map((value) => ({ value, label: names.of(value) ?? value }))}
        onSave={(language) => save('language', { language })}
      />
      <InlineTextArea
        {...look}
        history={historyOf(entry, 'note')}
        label={sayField('field.note')}
        value={guardian.note}
        isPrivate
        onSave={(note) => save('note', { note })}
      />
    </>
  )
}
