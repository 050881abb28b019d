import { meetingsMessages } from '#shared/meetings/meetings-messages.ts'
import type { RoundState } from '#shared/meetings/round.ts'
import { useSay } from '../platform/language.tsx'
import { type Icon, IconCheck, IconClock, IconLock, IconPencil } from '../platform/ui/icons.ts'
import { StatusTag, type Tone } from '../platform/ui/signs/status-tag.tsx'

const signs: Record<RoundState, { readonly tone: Tone; readonly icon: Icon }> = {
  draft: { tone: 'neutral', icon: IconPencil },
  open: { tone: 'info', icon: IconClock },
  planned: { tone: 'ok', icon: IconCheck },
  closed: { tone: 'quiet', icon: IconLock },
}

/** How far a round is. */
export function RoundTag({ state }: { readonly state: RoundState }) {
  const say = useSay(meetingsMessages)
  return <StatusTag {...signs[state]}>{say(`state.${state}`)}</StatusTag>
}
