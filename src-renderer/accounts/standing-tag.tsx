import type { Standing } from '#shared/accounts/office/standing.ts'
import { officeMessages } from '#shared/accounts/office/words/office-messages.ts'
import { useSay } from '../platform/language.tsx'
import {
  type Icon,
  IconAlertTriangle,
  IconCheck,
  IconCircleDashed,
  IconCircleX,
  IconClock,
  IconEyeOff,
  IconKey,
  IconLock,
  IconMail,
  IconPrinter,
} from '../platform/ui/icons.ts'
import { StatusTag, type Tone } from '../platform/ui/signs/status-tag.tsx'

const signs: Record<Standing, { readonly tone: Tone; readonly icon: Icon }> = {
  none: { tone: 'neutral', icon: IconCircleDashed },
  made: { tone: 'info', icon: IconKey },
  printed: { tone: 'info', icon: IconPrinter },
  sent: { tone: 'info', icon: IconMail },
  failed: { tone: 'warn', icon: IconAlertTriangle },
  expired: { tone: 'warn', icon: IconClock },
  revoked: { tone: 'neutral', icon: IconCircleX },
  refused: { tone: 'warn', icon: IconAlertTriangle },
  waiting: { tone: 'leave', icon: IconClock },
  'never-signed-in': { tone: 'ok', icon: IconCheck },
  active: { tone: 'ok', icon: IconCheck },
  locked: { tone: 'alert', icon: IconLock },
  closed: { tone: 'quiet', icon: IconEyeOff },
}

export function StandingTag({ standing }: { readonly standing: Standing }) {
  const say = useSay(officeMessages)
  const { tone, icon } = signs[standing]
  return (
    <StatusTag tone={tone} icon={icon}>
      {say(`standing.${standing}`)}
    </StatusTag>
  )
}
