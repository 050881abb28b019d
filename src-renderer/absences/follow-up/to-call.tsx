import { type KeyboardEvent, useRef, useState } from 'react'
import type { CallResult } from '#shared/absences/follow-up/call-attempt.ts'
import { callResults } from '#shared/absences/follow-up/call-attempt.ts'
import type { FollowUp, FollowUpRow } from '#shared/absences/follow-up/follow-up.ts'
import { absencesMessages } from '#shared/absences/messages/absences-messages.ts'
import { followUpMessages } from '#shared/absences/messages/follow-up-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { useLetterKeys } from '../../platform/letter-keys.ts'
import { go } from '../../platform/routes.ts'
import { useShortcuts } from '../../platform/shortcuts.ts'
import { toast } from '../../platform/toasts.ts'
import { Button, LinkButton } from '../../platform/ui/button.tsx'
import {
  IconAlertTriangle,
  IconClock,
  IconMail,
  IconPhone,
  IconShieldLock,
} from '../../platform/ui/icons.ts'
import { Section } from '../../platform/ui/page/page.tsx'
import { Kbd } from '../../platform/ui/signs/kbd.tsx'
import { StatusTag } from '../../platform/ui/signs/status-tag.tsx'
import { absences } from '../absence-calls.ts'
import { AskWhy } from './ask-why.tsx'
import { CallList } from './call-list.tsx'
import classes from './follow-up.module.css'

const looks = {
  'to-call': { tone: 'alert', icon: IconPhone },
  waiting: { tone: 'warn', icon: IconClock },
  escalated: { tone: 'alert', icon: IconAlertTriangle },
} as const

type Asked = { readonly row: FollowUpRow; readonly result: CallResult }

/** Pupils of whom nobody knows where they are: a number, a result, and the next step in one key. */
export function ToCall({ follow }: { readonly follow: FollowUp }) {
  const say = useSay(followUpMessages)
  const sayWord = useSay(absencesMessages)
  const [asked, ask] = useState<Asked | null>(null)
  useShortcuts(say('keys-title'), keysOf(say))
  async function log(row: FollowUpRow, result: CallResult) {
    // Two of the results come with a reason, which is asked at once.
    if (result === 'reached-ill' || result === 'reached-other') return ask({ row, result })
    await save(row, result, null, null)
  }
  async function save(
    row: FollowUpRow,
    result: CallResult,
    code: string | null,
    note: string | null,
  ) {
    const target = row.targets[row.next]
    const answer = await absences.logCall({
      pupilId: row.pupilId,
      day: follow.day,
      guardianId: target?.guardianId ?? null,
      contactId: target?.contactId ?? null,
      result,
      code,
      note,
    })
    if (answer.ok) void toast({ text: say('logged', { name: row.name }), undo: 'last' })
    ask(null)
  }
  async function mail({ pupilId }: FollowUpRow) {
    const answer = await absences.notify({
      pupilIds: [pupilId],
      day: follow.day,
      channel: 'mail',
    })
    if (!answer.ok) return void toast({ text: sayWord(answer.refusal), tone: 'alert' })
    const text = say('told-count', { count: answer.value.count })
    void toast({ text, undo: 'last', isPublic: true })
  }
  return (
    <Section title={say('list-title')} aside={follow.toCall.length}>
      <div>
        {follow.toCall.map((row) => (
          <CallCard
            key={row.pupilId}
            row={row}
            onResult={(result) => void log(row, result)}
            onMail={() => void mail(row)}
          />
        ))}
      </div>
      {asked && (
        <AskWhy
          name={asked.row.name}
          isIll={asked.result === 'reached-ill'}
          onSave={(code, note) => void save(asked.row, asked.result, code, note)}
          onClose={() => ask(null)}
        />
      )}
    </Section>
  )
}

type CallCardProps = {
  readonly row: FollowUpRow
  readonly onResult: (result: CallResult) => void
  readonly onMail: () => void
}

function CallCard({ row, onResult, onMail }: CallCardProps) {
  const say = useSay(followUpMessages)
  const sayWord = useSay(absencesMessages)
  const { time } = useFormats()
  const card = useRef<HTMLDivElement>(null)
  const [hasLetters] = useLetterKeys()
  const { tone, icon } = looks[row.state]
  function onKeyDown(event: KeyboardEvent) {
    if (!hasLetters || event.ctrlKey || event.metaKey || event.altKey) return
    const letter = event.key.toUpperCase()
    const result = callResults.find((each) => say(`key.${each}`) === letter)
    if (letter === say('key-call'))
      card.current?.querySelector<HTMLElement>('[data-next] a')?.click()
    else if (result) onResult(result)
    else return
    event.preventDefault()
  }
  return (
    <div ref={card} className={classes.card} data-state={row.state}>
      <div className={classes.line}>
        <LinkButton onKeyDown={onKeyDown} onClick={() => openFile(row)}>
          <strong data-private>{row.name}</strong>
        </LinkButton>
        <span className="muted">
          {row.groupName} ·{' '}
          {row.parts.map((part) => sayWord(`part.${part}`).toLowerCase()).join(', ')}
          {row.since && ` · ${say('since', { time: time(row.since) })}`}
        </span>
        <StatusTag tone={tone} icon={icon}>
          {say(`state.${row.state}`)}
        </StatusTag>
        {row.isTold && (
          <StatusTag tone="ok" icon={IconMail}>
            {say('is-told')}
          </StatusTag>
        )}
      </div>
      {row.isHidden ? (
        <div className={classes.line}>
          <IconShieldLock size={16} stroke={1.75} aria-hidden />
          <span>{say('hidden')}</span>
          <Button size="small" onClick={() => openFile(row)}>
            {say('open-file')}
          </Button>
        </div>
      ) : row.targets.length === 0 ? (
        <div className={classes.line}>
          <span>{say('nobody-to-call')}</span>
          <Button size="small" onClick={() => openFile(row)}>
            {say('open-file')}
          </Button>
        </div>
      ) : (
        <CallList row={row} />
      )}
      <div className={classes.results}>
        {callResults.map((result) => (
          <Button key={result} size="small" onClick={() => onResult(result)}>
            {say(`result.${result}`)} <Kbd keys={say(`key.${result}`).toLowerCase()} />
          </Button>
        ))}
        <Button size="small" kind="quiet" icon={IconMail} onClick={onMail}>
          {say('tell-mail')}
        </Button>
      </div>
    </div>
  )
}

const openFile = ({ pupilId }: FollowUpRow) => go({ screen: 'pupil', id: pupilId, tab: 'contacts' })

function keysOf(say: ReturnType<typeof useSay<typeof followUpMessages.nl>>) {
  const results = callResults.map((result) => ({
    keys: say(`key.${result}`).toLowerCase(),
    says: say(`result.${result}`),
    run: () => {},
  }))
  // Listed for the overlay; they work on the pupil that has the focus.
  return [
    { keys: say('key-call').toLowerCase(), says: say('says-call'), run: () => {} },
    ...results,
  ]
}
