import type { z } from 'zod'
import type { PupilFields } from '#shared/pupils/pupil.ts'
import { pupilFieldMessages } from '#shared/pupils/pupil-field-messages.ts'
import { pupilFileMessages } from '#shared/pupils/pupil-file-messages.ts'
import type { PupilFile } from '#shared/pupils/pupils-contract.ts'
import { pupilsMessages } from '#shared/pupils/pupils-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { settle } from '../../platform/settle.ts'
import { pupils } from '../pupil-calls.ts'

export type FieldName = keyof PupilFields
type Change = { [Name in FieldName]?: z.input<typeof PupilFields>[Name] }
export type SavePupil = (field: FieldName, fields: Change) => Promise<string | null>

/** Saves one field of a pupil and says so, by the field's own name. */
export function useSavePupil({ pupil, name }: PupilFile): SavePupil {
  const say = useSay(pupilFileMessages)
  const sayField = useSay(pupilFieldMessages)
  const sayRefusal = useSay(pupilsMessages)
  return async (field, fields) =>
    settle(
      await pupils.change({ id: pupil.id, fields }),
      sayRefusal,
      say('field-changed', { field: sayField(`field.${field}`), name }),
    )
}
