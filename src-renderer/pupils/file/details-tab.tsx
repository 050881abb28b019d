import { pupilFileMessages } from '#shared/pupils/pupil-file-messages.ts'
import type { PupilFile } from '#shared/pupils/pupils-contract.ts'
import { useSay } from '../../platform/language.tsx'
import { InlineFields } from '../../platform/ui/inline/inline-shell.tsx'
import { Section } from '../../platform/ui/page/page.tsx'
import { EnrolmentsSection } from '../enrolments/enrolments-section.tsx'
import { useKeepsNumber } from '../pupil-calls.ts'
import classes from './file.module.css'
import { GroupsSection } from './groups-section.tsx'
import { NumberField, NumberKindField } from './number-field.tsx'
import { PhotoEditor } from './photo-editor.tsx'
import { PupilField, type ShownField } from './pupil-field.tsx'

type DetailsTabProps = { readonly file: PupilFile; readonly photo: string | null }

/** Who the child is, where it came from, and its place in the school. */
export function DetailsTab({ file, photo }: DetailsTabProps) {
  const say = useSay(pupilFileMessages)
  const keepsNumber = useKeepsNumber()
  return (
    <div className={classes.columns}>
      <div className={classes.stack}>
        <PhotoEditor file={file} photo={photo} />
        <FieldsSection
          title={say('name-section')}
          file={file}
          fields={['firstName', 'prefix', 'lastName', 'officialNames', 'initials']}
        />
        <FieldsSection
          title={say('birth-section')}
          file={file}
          fields={['birthDate', 'birthPlace', 'sex', 'nationality', 'homeLanguages']}
        />
      </div>
      <div className={classes.stack}>
        <GroupsSection file={file} />
        <EnrolmentsSection file={file} />
        <FieldsSection
          title={say('school-section')}
          file={file}
          fields={['yearGrade', 'email', 'note']}
        />
        <Section title={say('number-section')}>
          <InlineFields>
            {keepsNumber && (
              <>
                <NumberField file={file} />
                <NumberKindField file={file} />
              </>
            )}
            <PupilField file={file} field="pupilNumber" />
          </InlineFields>
        </Section>
      </div>
    </div>
  )
}

type FieldsSectionProps = {
  readonly title: string
  readonly file: PupilFile
  readonly fields: readonly ShownField[]
}

function FieldsSection({ title, file, fields }: FieldsSectionProps) {
  return (
    <Section title={title}>
      <InlineFields>
        {fields.map((field) => (
          <PupilField key={field} file={file} field={field} />
        ))}
      </InlineFields>
    </Section>
  )
}
