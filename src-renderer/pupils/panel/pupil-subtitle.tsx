import { isMemberOn } from '#shared/groups/group.ts'
import { pupilFieldMessages } from '#shared/pupils/pupil-field-messages.ts'
import { pupilFileMessages } from '#shared/pupils/pupil-file-messages.ts'
import type { PupilFile } from '#shared/pupils/pupils-contract.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { ageOn } from '../file/pupil-field.tsx'

/** `Groep 4A · meisje · 8 jaar`, and the state when it is not the usual one. */
export function PupilSubtitle({ file }: { readonly file: PupilFile }) {
  const say = useSay(pupilFileMessages)
  const sayField = useSay(pupilFieldMessages)
  const { today } = useFormats()
  const { pupil, status, memberships } = file
  const names = memberships
    .filter(({ group, ...membership }) => group.kind === 'class' && isMemberOn(today(), membership))
    .map(({ group }) => group.name)
  const parts = [
    names.length > 0 ? say('group', { name: names.join(', ') }) : say('no-group'),
    pupil.sex === 'unknown' ? null : sayField(`sex.${pupil.sex}`),
    pupil.birthDate?.length === 10 ? say('age', { count: ageOn(today(), pupil.birthDate) }) : null,
    status === 'current' ? null : sayField(`status.${status}`),
  ]
  return <span>{parts.filter(Boolean).join(' · ')}</span>
}
