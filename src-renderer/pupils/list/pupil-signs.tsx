import { pupilListMessages } from '#shared/pupils/pupil-list-messages.ts'
import type { PupilRow } from '#shared/pupils/pupils-contract.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import {
  type Icon,
  IconCalendar,
  IconCircleDashed,
  IconFirstAidKit,
  IconLock,
  IconLogout,
} from '../../platform/ui/icons.ts'
import { StatusTag, type Tone } from '../../platform/ui/signs/status-tag.tsx'
import classes from './pupil-list.module.css'

export type Sign = {
  readonly tone: Tone
  readonly icon: Icon
  readonly text: string
  readonly isPrivate?: boolean
}

/** What sets a pupil apart, the weightiest first. A pupil about whom nothing is special has none. */
export function useSignsOf() {
  const say = useSay(pupilListMessages)
  const { day } = useFormats()
  return (row: PupilRow): readonly Sign[] => [
    ...(row.isProtected
      ? [{ tone: 'leave', icon: IconLock, text: say('sign.protected') } as const]
      : []),
    ...placeInTime(row),
    ...(row.hasMedicalAlert
      ? [
          {
            tone: 'warn',
            icon: IconFirstAidKit,
            text: say('sign.medical'),
            isPrivate: true,
          } as const,
        ]
      : []),
    ...(row.missingCount > 0 && row.status !== 'former'
      ? [
          {
            tone: 'quiet',
            icon: IconCircleDashed,
            text: say('sign.missing', { count: row.missingCount }),
          } as const,
        ]
      : []),
  ]

  function placeInTime({ status, statusOn }: PupilRow): readonly Sign[] {
    if (status === 'former') {
      const text = statusOn
        ? say('sign.former', { day: day(statusOn) })
        : say('sign.former-undated')
      return [{ tone: 'quiet', icon: IconLogout, text }]
    }
    if (status === 'future') {
      const text = statusOn
        ? say('sign.future', { day: day(statusOn) })
        : say('sign.future-undated')
      return [{ tone: 'info', icon: IconCalendar, text }]
    }
    if (status === 'applicant') {
      return [{ tone: 'info', icon: IconCalendar, text: say('sign.applicant') }]
    }
    return []
  }
}

export function PupilSigns({ signs }: { readonly signs: readonly Sign[] }) {
  return (
    <span className={classes.signs}>
      {signs.map(({ tone, icon, text, isPrivate }) => (
        <span key={text} data-private={isPrivate}>
          <StatusTag tone={tone} icon={icon}>
            {text}
          </StatusTag>
        </span>
      ))}
    </span>
  )
}
