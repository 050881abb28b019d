import { type FormEvent, useState } from 'react'
import type { AbsenceCode } from '#shared/absences/absence-codes.ts'
import { ClockTime, type SeenSpell } from '#shared/absences/absence-mark.ts'
import { type LessonPart, lessonMinutes } from '#shared/absences/derive-mark.ts'
import { codeWord } from '#shared/absences/messages/code-words.ts'
import { registerMessages } from '#shared/absences/messages/register-messages.ts'
import type { RegisterPupil } from '#shared/absences/registers/register-view.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useLocale, useSay } from '../../platform/language.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { SelectField } from '../../platform/ui/fields/select-field.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import classes from './registers.module.css'

export type PartOf = SeenSpell['kind']

type SpellDialogProps = {
  readonly pupil: RegisterPupil
  readonly kind: PartOf
  readonly lesson: LessonPart
  readonly codes: readonly AbsenceCode[]
  /** By the school's clock, when the day is today. */
  readonly nowTime: string | null
  readonly onSave: (spells: readonly SeenSpell[]) => Promise<boolean>
  readonly onClose: () => void
}

const noReason = ''
const titles = { late: 'late-title', 'left-early': 'early-title', away: 'away-title' } as const

/** When somebody came or went, beside what is written already: a part of a day holds several. */
export function SpellDialog(props: SpellDialogProps) {
  const { pupil, kind, lesson, codes, nowTime, onSave, onClose } = props
  const say = useSay(registerMessages)
  const sayUi = useSay(uiMessages)
  const { language } = useLocale()
  const [from, setFrom] = useState(kind === 'late' ? '' : (nowTime ?? ''))
  const [until, setUntil] = useState(kind === 'late' ? (nowTime ?? '') : '')
  const [code, setCode] = useState(noReason)
  const [problem, setProblem] = useState<string | null>(null)
  const times = {
    from: kind === 'late' ? null : readTime(from),
    until: kind === 'left-early' ? null : readTime(until),
  }
  const minutes = minutesOf(lesson, times)

  async function save(event: FormEvent) {
    event.preventDefault()
    const isWrong = times.from === 'wrong' || times.until === 'wrong' || minutes === null
    if (isWrong) return setProblem(say('not-a-time'))
    if (minutes < 1) return setProblem(say('not-minutes'))
    const spell = {
      kind,
      minutes,
      from: asTime(times.from),
      until: asTime(times.until),
      code: code || null,
    }
    if (await onSave([...othersOf(pupil, kind), spell])) onClose()
  }
  const reasons = codes.filter(({ spells }) => spells.includes(kind))
  return (
    <Modal title={say(titles[kind], { name: pupil.name })} onClose={onClose} width={420}>
      <form className={classes.form} onSubmit={(event) => void save(event)}>
        {kind !== 'late' && (
          <TextField
            label={say(kind === 'away' ? 'away-from' : 'early-at')}
            hint={say('clock-hint')}
            value={from}
            onChange={setFrom}
            error={times.from === 'wrong' ? problem : null}
            isFirst
          />
        )}
        {kind !== 'left-early' && (
          <TextField
            label={say(kind === 'away' ? 'away-until' : 'late-at')}
            hint={say('clock-hint')}
            value={until}
            onChange={setUntil}
            error={times.until === 'wrong' ? problem : null}
            isFirst={kind === 'late'}
          />
        )}
        <p className="muted num">
          {say('minutes')}: {minutes ?? '–'}
        </p>
        <SelectField
          label={say('why')}
          value={code}
          onChange={setCode}
          options={[
            { value: noReason, label: say('why-none') },
            ...reasons.map((each) => ({
              value: each.code,
              label: codeWord(each.code, codes, language),
            })),
          ]}
        />
        {problem && <p role="alert">{problem}</p>}
        <div className={classes.buttons}>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" isSubmit>
            {say('save')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

type Read = string | null | 'wrong'

/** `8:50`, `8.50` and `850` are read alike; nothing is nothing. */
function readTime(text: string): Read {
  const typed = text.trim()
  if (!typed) return 'wrong'
  const found = /^(\d{1,2})[:.]?(\d{2})$/.exec(typed)
  const time = ClockTime.safeParse(found ? `${found[1]?.padStart(2, '0')}:${found[2]}` : typed)
  return time.success ? time.data : 'wrong'
}

const asTime = (read: Read) => (read === 'wrong' ? null : read)

function minutesOf(lesson: LessonPart, { from, until }: { from: Read; until: Read }) {
  if (from === 'wrong' || until === 'wrong') return null
  const begins = from && from > lesson.startsAt ? from : lesson.startsAt
  const ends = until && until < lesson.endsAt ? until : lesson.endsAt
  return begins < ends ? lessonMinutes(lesson, begins, ends) : 0
}

/** What a teacher wrote before and that stays; a second late arrival stands instead of the first. */
function othersOf({ mark }: RegisterPupil, kind: PartOf): readonly SeenSpell[] {
  if (mark.source !== 'teacher') return []
  return mark.spells.flatMap((spell) =>
    spell.kind === 'absent' || (spell.kind === kind && kind !== 'away')
      ? []
      : [
          {
            kind: spell.kind,
            minutes: spell.minutes,
            from: spell.from,
            until: spell.until,
            code: spell.code,
          },
        ],
  )
}
