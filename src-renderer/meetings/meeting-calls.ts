import { deskContract } from '#shared/desk/desk-contract.ts'
import { groupsContract } from '#shared/groups/groups-contract.ts'
import type { meetingRefusalMessages } from '#shared/meetings/meeting-refusal-messages.ts'
import { meetingsContract } from '#shared/meetings/meetings-contract.ts'
import type { MessageKey } from '#shared/platform/messages.ts'
import type { Result } from '#shared/platform/result.ts'
import { connect } from '../platform/client.ts'
import { toast } from '../platform/toasts.ts'

export const meetings = connect(meetingsContract)
export const groups = connect(groupsContract)
export const desk = connect(deskContract)

/** Whatever changes a round as the screens show it. */
export const meetingTables = [
  'meetingRounds',
  'meetingDays',
  'meetingResources',
  'meetingParties',
  'meetingTalks',
  'meetingNotes',
]

type Refusal = MessageKey<typeof meetingRefusalMessages>

/** Says why it was refused, or, when it went well, what was done; answers whether it did. */
export async function told(
  say: (refusal: Refusal) => string,
  asked: Promise<Result<unknown, Refusal>>,
  done?: string,
): Promise<boolean> {
  const answer = await asked
  if (!answer.ok) void toast({ text: say(answer.refusal), tone: 'alert' })
  else if (done !== undefined) void toast({ text: done, undo: 'last' })
  return answer.ok
}
