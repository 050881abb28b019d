import type { ConsentFields } from '#shared/consents/consent.ts'
import { consentsContract } from '#shared/consents/consents-contract.ts'
import { consentsMessages } from '#shared/consents/consents-messages.ts'
import { consentsScreenMessages } from '#shared/consents/consents-screen-messages.ts'
import type { GuardianId } from '#shared/families/guardian.ts'
import { pupilsContract } from '#shared/pupils/pupils-contract.ts'
import { connect } from '../../platform/client.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import type { Question } from './consent-matrix.tsx'

const consents = connect(consentsContract)
const pupils = connect(pupilsContract)

export type ConsentAnswer = Omit<ConsentFields, 'purpose'> & {
  readonly guardianId: GuardianId | null
}

/** Records one answer and says what stands now; answers null, or the sentence of a refusal. */
export function useRecordConsent() {
  const say = useSay(consentsScreenMessages)
  const sayWord = useSay(consentsMessages)
  return async ({ row, purpose }: Question, { guardianId, ...fields }: ConsentAnswer) => {
    const { pupilId, name } = row
    const answer = await consents.record({
      pupilId,
      guardianId,
      fields: { ...fields, purpose, version: fields.version.trim() || fields.givenOn },
    })
    if (!answer.ok) {
      const sentence = sayWord(answer.refusal)
      void toast({ text: sentence, tone: 'alert' })
      return sentence
    }
    const file = await pupils.file({ id: pupilId })
    const standing = file.ok ? file.value.standing[purpose] : null
    // Guardians who disagree mean no: a yes that changes nothing must be explained.
    const isOverruled = fields.granted && standing === 'refused'
    const words = {
      name,
      purpose: sayWord(`purpose.${purpose}`),
      standing: sayWord(fields.granted ? 'standing.granted' : 'standing.refused'),
    }
    void toast({ text: say(isOverruled ? 'still-refused' : 'recorded', words), undo: 'last' })
    return null
  }
}
