import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { pupilFileMessages } from '#shared/pupils/pupil-file-messages.ts'
import type { PupilFile } from '#shared/pupils/pupils-contract.ts'
import { pupilsMessages } from '#shared/pupils/pupils-messages.ts'
import { onEvent } from '../../platform/bridge.ts'
import { useSay } from '../../platform/language.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import { IconEye } from '../../platform/ui/icons.ts'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { fileTables, pupils } from '../pupil-calls.ts'

/** How long the details stay in sight; screens.md 2.3. */
const visibleFor = 30

type Shown = { readonly file: PupilFile; readonly reason: string; readonly until: number }

export type Reveal = {
  /** The file without its mask, while the time lasts. */
  readonly file: PupilFile | null
  readonly secondsLeft: number
  readonly ask: () => void
  readonly hide: () => void
  readonly dialog: ReactNode
}

/** Shows what a mask hides for half a minute, after a reason that is written down. */
export function useReveal(id: PupilId | null): Reveal {
  const [shown, setShown] = useState<Shown | null>(null)
  const [isAsking, setAsking] = useState(false)
  const secondsLeft = useCountdown(shown?.until ?? null, () => setShown(null))
  // biome-ignore lint/correctness/useExhaustiveDependencies: another pupil's details must not stay in sight.
  useEffect(() => setShown(null), [id])
  useShownAfresh(shown, setShown)

  const isThis = shown?.file.pupil.id === id
  return {
    file: isThis ? (shown?.file ?? null) : null,
    secondsLeft,
    ask: () => setAsking(true),
    hide: () => setShown(null),
    dialog: isAsking && id && (
      <AskReason
        id={id}
        onClose={() => setAsking(false)}
        onShown={(file, reason) => {
          setAsking(false)
          setShown({ file, reason, until: Date.now() + visibleFor * 1000 })
        }}
      />
    ),
  }
}

function useCountdown(until: number | null, onEnd: () => void) {
  const [secondsLeft, setSecondsLeft] = useState(visibleFor)
  const end = useRef(onEnd)
  end.current = onEnd
  useEffect(() => {
    if (until === null) return
    function tick() {
      const left = Math.ceil(((until ?? 0) - Date.now()) / 1000)
      setSecondsLeft(left)
      if (left <= 0) end.current()
    }
    tick()
    const timer = setInterval(tick, 500)
    return () => clearInterval(timer)
  }, [until])
  return secondsLeft
}

/** Somebody who corrects what is revealed must see the correction; the time does not grow by it. */
function useShownAfresh(shown: Shown | null, setShown: (shown: Shown) => void) {
  useEffect(() => {
    if (!shown) return
    return onEvent('changed', async ({ tables }) => {
      if (!tables.some((table) => fileTables.includes(table))) return
      const answer = await pupils.reveal({ id: shown.file.pupil.id, reason: shown.reason })
      if (answer.ok && Date.now() < shown.until) setShown({ ...shown, file: answer.value })
    })
  }, [shown, setShown])
}

type AskReasonProps = {
  readonly id: PupilId
  readonly onClose: () => void
  readonly onShown: (file: PupilFile, reason: string) => void
}

function AskReason({ id, onClose, onShown }: AskReasonProps) {
  const say = useSay(pupilFileMessages)
  const sayRefusal = useSay(pupilsMessages)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  async function reveal() {
    const text = reason.trim()
    if (text.length < 3) return setProblem(say('reveal-reason-short'))
    const answer = await pupils.reveal({ id, reason: text })
    if (answer.ok) onShown(answer.value, text)
    else setProblem(sayRefusal(answer.refusal, answer.details))
  }

  return (
    <Modal
      title={say('reveal-title')}
      onClose={onClose}
      footer={
        <Button kind="primary" icon={IconEye} onClick={() => void reveal()}>
          {say('reveal-do', { seconds: visibleFor })}
        </Button>
      }
    >
      <TextField
        label={say('reveal-reason')}
        hint={say('reveal-text', { seconds: visibleFor })}
        isFirst
        isRequired
        value={reason}
        onChange={setReason}
        error={problem}
        maxLength={500}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void reveal()
        }}
      />
    </Modal>
  )
}
