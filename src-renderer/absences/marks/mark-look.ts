import type { AbsenceCode } from '#shared/absences/absence-codes.ts'
import type { AbsenceMark, Spell } from '#shared/absences/absence-mark.ts'
import { absencesMessages } from '#shared/absences/messages/absences-messages.ts'
import { codeWord } from '#shared/absences/messages/code-words.ts'
import { useLocale, useSay } from '../../platform/language.tsx'
import {
  type Icon,
  IconCheck,
  IconClock,
  IconDoor,
  IconDoorExit,
  IconHelp,
  IconInfoCircle,
  IconPlane,
  IconStethoscope,
  IconThermometer,
} from '../../platform/ui/icons.ts'
import type { Tone } from '../../platform/ui/signs/status-tag.tsx'

/** How a mark looks: never by its colour alone. */
export type MarkLook = { readonly icon: Icon; readonly tone: Tone; readonly text: string }

const ofLeave = ['leave', 'religion', 'agreed']

export function useMarkLook(codes: readonly AbsenceCode[]): (mark: AbsenceMark) => MarkLook {
  const say = useSay(absencesMessages)
  const { language } = useLocale()
  const why = ({ code }: Spell) => (code === null ? null : codeWord(code, codes, language))

  function lookOfPart(spell: Spell): MarkLook {
    const icons = { late: IconClock, 'left-early': IconDoorExit, away: IconDoor, absent: IconHelp }
    const words = [say(`kind.${spell.kind}`), say('minutes', { count: spell.minutes })]
    const reason = why(spell)
    return {
      icon: icons[spell.kind],
      tone: 'warn',
      text: [...words, ...(reason ? [reason] : [])].join(' · '),
    }
  }
  return (mark) => {
    const [spell] = mark.spells
    if (!spell) return { icon: IconCheck, tone: 'quiet', text: say('kind.present') }
    if (spell.kind !== 'absent') return lookOfPart(spell)
    const reason = why(spell)
    if (reason === null) return { icon: IconHelp, tone: 'alert', text: say('unexplained') }
    const nature = codes.find(({ code }) => code === spell.code)?.nature
    if (nature === 'illness') return { icon: IconThermometer, tone: 'info', text: reason }
    if (nature === 'medical' || nature === 'treatment')
      return { icon: IconStethoscope, tone: 'info', text: reason }
    if (nature && ofLeave.includes(nature)) return { icon: IconPlane, tone: 'leave', text: reason }
    const tone = spell.isAuthorised === false ? 'warn' : 'neutral'
    return { icon: IconInfoCircle, tone, text: reason }
  }
}
