import type { AbsenceCode } from '#shared/absences/absence-codes.ts'
import { codeWord } from '#shared/absences/messages/code-words.ts'
import { registerMessages } from '#shared/absences/messages/register-messages.ts'
import type { Marked, RegisterPupil } from '#shared/absences/registers/register-view.ts'
import { useLocale, useSay } from '../../platform/language.tsx'
import { IconCheck, IconClock, IconDoor, IconDoorExit, IconHelp } from '../../platform/ui/icons.ts'
import type { MenuEntry } from '../../platform/ui/overlays/menu.tsx'
import type { PartOf } from './spell-dialog.tsx'

type Acts = {
  readonly onMark: (pupil: RegisterPupil, seen: Marked) => void
  readonly onPart: (pupil: RegisterPupil, kind: PartOf) => void
}

/** Everything that can be said of a pupil in a register. */
export function useTileEntries(codes: readonly AbsenceCode[], { onMark, onPart }: Acts) {
  const say = useSay(registerMessages)
  const { language } = useLocale()
  const reasons = codes.filter(({ spells }) => spells.includes('absent'))
  return (pupil: RegisterPupil): readonly MenuEntry[] => [
    {
      label: say(pupil.isLocked ? 'present-after-all' : 'mark-present'),
      icon: IconCheck,
      keys: say('key-present').toLowerCase(),
      onSelect: () => onMark(pupil, { kind: 'present', code: null, spells: [] }),
    },
    {
      label: say('mark-absent'),
      icon: IconHelp,
      keys: say('key-absent').toLowerCase(),
      onSelect: () => onMark(pupil, { kind: 'absent', code: null, spells: [] }),
    },
    { heading: say('heading-more') },
    {
      label: say('mark-late'),
      icon: IconClock,
      keys: say('key-late').toLowerCase(),
      onSelect: () => onPart(pupil, 'late'),
    },
    {
      label: say('mark-early'),
      icon: IconDoorExit,
      keys: say('key-early').toLowerCase(),
      onSelect: () => onPart(pupil, 'left-early'),
    },
    { label: say('mark-away'), icon: IconDoor, onSelect: () => onPart(pupil, 'away') },
    { heading: say('heading-reason') },
    ...reasons.map(({ code }) => ({
      label: codeWord(code, codes, language),
      onSelect: () => onMark(pupil, { kind: 'absent', code, spells: [] }),
    })),
  ]
}
