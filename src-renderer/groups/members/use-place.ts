import { useState } from 'react'
import { groupMembersMessages } from '#shared/groups/group-members-messages.ts'
import type { GroupRow } from '#shared/groups/groups-contract.ts'
import { groupsMessages } from '#shared/groups/groups-messages.ts'
import type { Day } from '#shared/platform/day.ts'
import type { PupilRow } from '#shared/pupils/pupils-contract.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { groups } from '../group-reads.ts'

/** Puts pupils in a group; `problem` is the sentence of a refusal. */
export function usePlace(onPlaced: () => void) {
  const say = useSay(groupMembersMessages)
  const sayRefusal = useSay(groupsMessages)
  const [problem, setProblem] = useState<string | null>(null)
  async function place(group: GroupRow, pupils: readonly PupilRow[], from: Day) {
    const answer = await groups.place({
      pupilIds: pupils.map(({ id }) => id),
      groupId: group.id,
      from,
    })
    if (!answer.ok) return setProblem(sayRefusal(answer.refusal, answer.details))
    void toast({
      text: say('placed', { count: pupils.length, name: group.name }),
      undo: 'last',
    })
    onPlaced()
  }
  return { place, problem, setProblem }
}
