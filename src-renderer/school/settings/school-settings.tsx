import { languages } from '#shared/platform/language.ts'
import { type SchoolFields, timeZoneOfCountry } from '#shared/school/school.ts'
import { schoolContract } from '#shared/school/school-contract.ts'
import { schoolMessages } from '#shared/school/school-messages.ts'
import { settingsMessages } from '#shared/school/settings-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { go } from '../../platform/routes.ts'
import { LinkButton } from '../../platform/ui/button.tsx'
import { SwitchField } from '../../platform/ui/fields/choice-field.tsx'
import { SelectField } from '../../platform/ui/fields/select-field.tsx'
import { useMay } from '../../platform/viewer.tsx'
import { SavedText } from './saved-text.tsx'
import type { Setting, SettingsSection } from './settings-section.ts'
import { useChangeSchool, useSchool } from './use-school.ts'

const timeZones = Object.values(timeZoneOfCountry)

type TextName = {
  [Field in keyof SchoolFields]: null extends SchoolFields[Field] ? Field : never
}[keyof SchoolFields]

/** What concerns the school as a whole; nothing for who may not change it. */
export function useSchoolSettings(): readonly SettingsSection[] {
  const say = useSay(settingsMessages)
  const saySchool = useSay(schoolMessages)
  const mayChange = useMay(schoolContract.methods.change)
  const change = useChangeSchool()
  const school = useSchool()
  if (school === 'loading' || !mayChange) return []

  const setting = (
    field: keyof SchoolFields,
    hint: string | null,
    control: (title: string) => Setting['control'],
  ): Setting => {
    const title = saySchool(`field.${field}`)
    return { title, ...(hint ? { hint } : {}), who: 'everyone', control: control(title) }
  }
  const text = (field: TextName, hint: string | null) =>
    setting(field, hint, (title) => (
      <SavedText
        label={title}
        value={school[field]}
        onSave={(value) => change({ [field]: value }, title)}
      />
    ))
  const address = say('hint.address')

  const own = [
    setting('name', say('hint.name'), (title) => (
      <SavedText
        label={title}
        value={school.name}
        onSave={async (name) => (name ? change({ name }, title) : say('needs-name'))}
      />
    )),
    text('place', say('hint.place')),
    text('registrationNumber', say('hint.registrationNumber')),
    ...(['street', 'postcode', 'town', 'phone', 'email', 'website'] as const).map((field) =>
      text(field, field === 'street' || field === 'phone' ? address : null),
    ),
  ]
  const rules = [
    setting('country', say('hint.country'), () => (
      <strong>{saySchool(`country.${school.country}`)}</strong>
    )),
    setting('language', say('hint.language'), (title) => (
      <SelectField
        label={title}
        isLabelHidden
        value={school.language}
        onChange={(language) => void change({ language }, title)}
        options={languages.map((value) => ({ value, label: saySchool(`language.${value}`) }))}
      />
    )),
    setting('timeZone', say('hint.timeZone'), (title) => (
      <SelectField
        label={title}
        isLabelHidden
        value={school.timeZone}
        onChange={(timeZone) => void change({ timeZone }, title)}
        options={[...new Set([...timeZones, school.timeZone])].map((value) => ({
          value,
          label: value,
        }))}
      />
    )),
  ]
  const print: readonly Setting[] = [
    text('confidentialityLine', say('hint.confidentialityLine')),
    {
      title: say('print-layouts'),
      hint: say('print-layouts-hint'),
      who: 'you',
      control: (
        <LinkButton onClick={() => go({ screen: 'overviews' })}>{say('to-overviews')}</LinkButton>
      ),
    },
  ]
  const privacy: readonly Setting[] = [
    setting('keepsNationalNumber', say('hint.keepsNationalNumber'), (title) => (
      <SwitchField
        label={title}
        isLabelHidden
        value={school.keepsNationalNumber}
        onChange={(keepsNationalNumber) => void change({ keepsNationalNumber }, title)}
      />
    )),
    {
      title: say('protected-title'),
      hint: say('protected-hint'),
      who: 'everyone',
      control: null,
    },
  ]
  return [
    { name: 'school', title: say('section.school'), settings: own },
    { name: 'rules', title: say('section.rules'), settings: rules },
    { name: 'print', title: say('section.print'), settings: print },
    { name: 'privacy', title: say('section.privacy'), settings: privacy },
  ]
}
