import type { ReviewRow } from '#shared/absences/follow-up/follow-up.ts'
import { absencesMessages } from '#shared/absences/messages/absences-messages.ts'
import { codeWord } from '#shared/absences/messages/code-words.ts'
import { followUpMessages } from '#shared/absences/messages/follow-up-messages.ts'
import { registerMessages } from '#shared/absences/messages/register-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useLocale, useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { Button } from '../../platform/ui/button.tsx'
import { IconAlertTriangle } from '../../platform/ui/icons.ts'
import { Section } from '../../platform/ui/page/page.tsx'
import { StatusTag } from '../../platform/ui/signs/status-tag.tsx'
import { absences } from '../absence-calls.ts'
import classes from '../absences.module.css'

/** Marks on which two people do not agree; both stay, the office says what counts. */
export function Reviews({ rows }: { readonly rows: readonly ReviewRow[] }) {
  const say = useSay(followUpMessages)
  return (
    <Section title={say('review-title')} aside={rows.length}>
      <ul className={classes.rows}>
        {rows.map((row) => (
          <Review key={`${row.pupilId} ${row.mark.part}`} row={row} />
        ))}
      </ul>
    </Section>
  )
}

function Review({ row }: { readonly row: ReviewRow }) {
  const say = useSay(followUpMessages)
  const sayWord = useSay(absencesMessages)
  const sayRegister = useSay(registerMessages)
  const { language } = useLocale()
  const { time } = useFormats()
  const { mark, reported, name, pupilId } = row
  const why = reported ? codeWord(reported.code, [], language) : ''
  async function decide(kind: 'present' | 'absent') {
    const code = kind === 'absent' ? (reported?.code ?? null) : null
    const answer = await absences.decide({
      marks: [{ pupilId, day: mark.day, part: mark.part }],
      seen: { kind, code, spells: [] },
      evidence: null,
    })
    if (answer.ok) void toast({ text: say('decided', { name }), undo: 'last' })
    else void toast({ text: sayWord(answer.refusal), tone: 'alert' })
  }
  return (
    <li className={classes.row}>
      <span className={classes.who}>
        <strong data-private>{name}</strong> {row.groupName},{' '}
        {sayWord(`part.${mark.part}`).toLowerCase()}
        <br />
        <span className="muted">
          {reported &&
            `${sayRegister('reported-at', { source: sayWord(`source.${reported.source}`), time: time(reported.reportedAt) })} · ${why}`}
        </span>
      </span>
      <StatusTag tone="warn" icon={IconAlertTriangle}>
        {mark.review && sayWord(`review.${mark.review}`)}
      </StatusTag>
      <Button
        size="small"
        onClick={() => void decide('present')}
        aria-label={`${say('is-present')}: ${name}`}
      >
        {say('is-present')}
      </Button>
      <Button
        size="small"
        onClick={() => void decide('absent')}
        aria-label={`${say('decide-absent')}: ${name}`}
      >
        {say('decide-absent')}
      </Button>
    </li>
  )
}
