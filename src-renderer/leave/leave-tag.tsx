import type { LeaveState } from '#shared/leave/leave-request.ts'
import { leaveWords } from '#shared/leave/words/leave-words.ts'
import { useSay } from '../platform/language.tsx'
import {
  type Icon,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconClock,
} from '../platform/ui/icons.ts'
import { StatusTag, type Tone } from '../platform/ui/signs/status-tag.tsx'

const signs: Record<LeaveState, { readonly tone: Tone; readonly icon: Icon }> = {
  waiting: { tone: 'warn', icon: IconClock },
  forwarded: { tone: 'info', icon: IconArrowForwardUp },
  granted: { tone: 'ok', icon: IconCircleCheck },
  partly: { tone: 'leave', icon: IconCircleDashed },
  refused: { tone: 'alert', icon: IconCircleX },
  withdrawn: { tone: 'quiet', icon: IconArrowBackUp },
}

export function LeaveTag({ state }: { readonly state: LeaveState }) {
  const say = useSay(leaveWords)
  return <StatusTag {...signs[state]}>{say(`state.${state}`)}</StatusTag>
}
