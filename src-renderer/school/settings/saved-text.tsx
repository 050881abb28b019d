import { useEffect, useState } from 'react'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'

type SavedTextProps = {
  readonly label: string
  readonly value: string | null
  /** Answers null when it is saved, or a sentence that says why not. */
  readonly onSave: (value: string | null) => Promise<string | null>
  readonly maxLength?: number
}

/** A text setting: saved when it is left or with Enter, as it was with Esc. */
export function SavedText({ label, value, onSave, maxLength = 200 }: SavedTextProps) {
  const sayUi = useSay(uiMessages)
  const [draft, setDraft] = useState(value ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  // Undo, or somebody elsewhere, may change it while it stands here.
  useEffect(() => setDraft(value ?? ''), [value])

  async function save() {
    const wanted = draft.trim() || null
    if (wanted === value) return setProblem(null)
    setProblem(await onSave(wanted).catch(() => sayUi('save-failed')))
  }
  return (
    <TextField
      label={label}
      isLabelHidden
      value={draft}
      onChange={setDraft}
      error={problem}
      maxLength={maxLength}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void save()
        if (event.key !== 'Escape') return
        setDraft(value ?? '')
        setProblem(null)
      }}
    />
  )
}
