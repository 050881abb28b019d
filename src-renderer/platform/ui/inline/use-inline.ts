import { useCallback, useEffect, useRef, useState } from 'react'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../../language.tsx'

export type InlineProps<Value> = {
  readonly label: string
  readonly value: Value
  /** Answers null when it is saved, or a sentence that says why not. */
  readonly onSave: (value: Value) => Promise<string | null>
}

type State = 'reading' | 'editing' | 'saving' | 'saved'

/** How long the tick stays. */
const tickTime = 2500

/** One field that is text until somebody edits it. A refused value stays in sight, with the reason. */
export function useInline<Value>({ value, onSave }: Pick<InlineProps<Value>, 'value' | 'onSave'>) {
  const say = useSay(uiMessages)
  const [state, setState] = useState<State>('reading')
  const [draft, setDraft] = useState(value)
  const [problem, setProblem] = useState<string | null>(null)
  const shell = useRef<HTMLDivElement>(null)
  const wantsFocus = useRef(false)

  useEffect(() => {
    if (state !== 'saved') return
    const timer = setTimeout(() => setState('reading'), tickTime)
    return () => clearTimeout(timer)
  }, [state])

  // Back on the text after Enter or Esc; after a blur the focus is already somewhere else.
  useEffect(() => {
    if (!wantsFocus.current || (state !== 'reading' && state !== 'saved')) return
    wantsFocus.current = false
    const { activeElement } = document
    // While it was being saved somebody may have gone on to another field.
    if (activeElement && activeElement !== document.body) return
    shell.current?.querySelector<HTMLElement>('[data-inline-text]')?.focus()
  }, [state])

  const edit = useCallback(() => {
    setDraft(value)
    setProblem(null)
    setState('editing')
  }, [value])

  const revert = useCallback(() => {
    wantsFocus.current = true
    setProblem(null)
    setState('reading')
  }, [])

  async function save(wanted: Value, by: 'key' | 'blur') {
    // During a blur nothing has the focus; a day picked in the calendar is no blur.
    wantsFocus.current = by === 'key' || document.activeElement !== document.body
    if (isSame(wanted, value)) {
      setProblem(null)
      return setState('reading')
    }
    setDraft(wanted)
    setState('saving')
    const refusal = await onSave(wanted).catch(() => say('save-failed'))
    setProblem(refusal)
    setState(refusal === null ? 'saved' : 'editing')
  }

  return { shell, state, draft, setDraft, problem, setProblem, edit, revert, save }
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
