import { type PaperKind, paperKinds } from '#shared/meetings/meetings-contract.ts'
import { meetingPaperMessages } from '#shared/meetings/paper-messages.ts'
import type { RoundId } from '#shared/meetings/round.ts'
import { useSay } from '../platform/language.tsx'
import { toast } from '../platform/toasts.ts'
import { IconPrinter } from '../platform/ui/icons.ts'
import { Menu } from '../platform/ui/overlays/menu.tsx'
import { desk, meetings } from './meeting-calls.ts'

type Props = { readonly roundId: RoundId; readonly mayPlan: boolean }

/** What a round looks like on paper; a teacher prints their own. */
export function PrintMenu({ roundId, mayPlan }: Props) {
  const say = useSay(meetingPaperMessages)
  async function print(kind: PaperKind) {
    const page = await meetings.paper({ roundId, kind })
    if (!page) return
    const answer = await desk.printReport({ ...page, as: 'paper' })
    if (answer.ok) void toast({ text: say('done') })
  }
  const kinds = mayPlan ? paperKinds : (['teachers', 'doors'] as const)
  return (
    <Menu
      label={say('print')}
      icon={IconPrinter}
      entries={kinds.map((kind) => ({
        label: say(`kind.${kind}`),
        onSelect: () => void print(kind),
      }))}
    />
  )
}
