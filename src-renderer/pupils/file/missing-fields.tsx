import { pupilFieldMessages } from '#shared/pupils/pupil-field-messages.ts'
import { pupilFileMessages } from '#shared/pupils/pupil-file-messages.ts'
import type { PupilFile } from '#shared/pupils/pupils-contract.ts'
import type { MissingField } from '#shared/pupils/required-fields.ts'
import { useSay } from '../../platform/language.tsx'
import { LinkButton } from '../../platform/ui/button.tsx'
import { IconCircleDashed } from '../../platform/ui/icons.ts'
import classes from './file.module.css'
import type { FileTab } from './file-tabs.ts'

const tabOf: Record<MissingField, FileTab> = {
  firstName: 'details',
  lastName: 'details',
  birthDate: 'details',
  sex: 'details',
  group: 'details',
  address: 'family',
  guardian: 'family',
  guardianPhone: 'family',
  authority: 'family',
}

type MissingFieldsProps = {
  readonly file: PupilFile
  readonly onJump: (tab: FileTab, field: MissingField) => void
}

/** Required fields that are not known yet, each with a way to where it is filled in. */
export function MissingFields({ file, onJump }: MissingFieldsProps) {
  const say = useSay(pupilFileMessages)
  const sayField = useSay(pupilFieldMessages)
  if (file.missing.length === 0 || file.status === 'former') return null
  return (
    <div className={classes.missing}>
      <IconCircleDashed size={18} stroke={1.75} aria-hidden />
      <span>{say('missing-title')}:</span>
      {file.missing.map((field) => (
        <LinkButton
          key={field}
          aria-label={say('missing-go', { field: sayField(`missing.${field}`) })}
          onClick={() => onJump(tabOf[field], field)}
        >
          {sayField(`missing.${field}`)}
        </LinkButton>
      ))}
    </div>
  )
}

/** Opens the editor of a field that is on screen; without one the part itself gets the focus. */
export function focusField(field: MissingField) {
  const line = document.querySelector<HTMLElement>(`[data-field="${field}"]`)
  const text = line?.querySelector<HTMLElement>('[data-inline-text]')
  const target = text ?? line?.querySelector<HTMLElement>('button')
  target?.scrollIntoView({ block: 'center' })
  target?.focus()
  text?.click()
}
