import type { ExportOutline } from '#shared/exports/exports-contract.ts'
import { exportsMessages } from '#shared/exports/exports-messages.ts'
import { schoolContract } from '#shared/school/school-contract.ts'
import { mayReveal } from '#shared/staff/rights.ts'
import { connect } from '../platform/client.ts'
import { useSay } from '../platform/language.tsx'
import { CheckboxField } from '../platform/ui/fields/choice-field.tsx'
import { useFresh } from '../platform/use-fresh.ts'
import { useViewer } from '../platform/viewer.tsx'
import classes from './exports.module.css'
import { IncludeProtected } from './include-protected.tsx'
import type { ChangeChoices, Choices } from './use-choices.ts'

const schools = connect(schoolContract)

type SensitiveFieldsProps = {
  readonly choices: Choices
  readonly outline: ExportOutline | null
  readonly onChange: ChangeChoices
}

/** What stays out unless somebody wants it: protected pupils and national numbers. */
export function SensitiveFields({ choices, outline, onChange }: SensitiveFieldsProps) {
  const say = useSay(exportsMessages)
  const viewer = useViewer()
  const school = useFresh(['schools'], {}, schools.find)
  const keepsNumbers = school !== 'loading' && school.keepsNationalNumber
  const isAddressBook = choices.format === 'vcard'
  const hasNoPlace = isAddressBook || outline?.losses.includes('pupils.nationalNumber')
  return (
    <div className={classes.group}>
      {isAddressBook ? (
        <p className={classes.hint}>{say('protected-never')}</p>
      ) : (
        mayReveal(viewer) && (
          <IncludeProtected
            isIncluded={choices.withProtected}
            onChange={(withProtected) => onChange({ withProtected })}
          />
        )
      )}
      {keepsNumbers && hasNoPlace && <p className={classes.hint}>{say('no-national-numbers')}</p>}
      {keepsNumbers && !hasNoPlace && (
        <CheckboxField
          label={say('national-numbers')}
          hint={say('national-numbers-hint')}
          value={choices.withNationalNumbers}
          onChange={(withNationalNumbers) => onChange({ withNationalNumbers })}
        />
      )}
    </div>
  )
}
