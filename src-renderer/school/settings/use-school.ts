import type { SchoolFields } from '#shared/school/school.ts'
import { schoolContract } from '#shared/school/school-contract.ts'
import { schoolMessages } from '#shared/school/school-messages.ts'
import { settingsMessages } from '#shared/school/settings-messages.ts'
import { connect } from '../../platform/client.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { useFresh } from '../../platform/use-fresh.ts'

const schools = connect(schoolContract)

export const useSchool = () => useFresh(['schools'], {}, schools.find)

/** Changes settings of the school; answers null, or the sentence of a refusal. */
export function useChangeSchool() {
  const say = useSay(settingsMessages)
  const saySchool = useSay(schoolMessages)
  return async (fields: Partial<Omit<SchoolFields, 'country'>>, setting: string) => {
    const answer = await schools.change(fields)
    if (!answer.ok) return saySchool(answer.refusal)
    void toast({ text: say('changed', { setting }), undo: 'last' })
    return null
  }
}
