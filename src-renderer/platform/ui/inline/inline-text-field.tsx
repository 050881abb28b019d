import type { KeyboardEvent } from 'react'
import { TextAreaField, TextField } from '../fields/text-field.tsx'
import { type InlineLook, InlineShell } from './inline-shell.tsx'
import { type InlineProps, useInline } from './use-inline.ts'

type InlineTextProps = InlineProps<string | null> &
  InlineLook & {
    readonly maxLength?: number
    readonly placeholder?: string
    readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email'
    /** A sentence when what is typed cannot be right; it is not saved then, and stays. */
    readonly check?: (text: string) => string | null
  }

/** A line of text. Empty is saved as null. */
export function InlineTextField(props: InlineTextProps) {
  const { label, value, shown = value, maxLength = 200, placeholder, inputMode } = props
  const inline = useInline(props)
  const commit = useCommit(props, inline)
  return (
    <InlineShell
      {...props}
      ref={inline.shell}
      shown={shown}
      isEditing={isEditing(inline)}
      isSaved={inline.state === 'saved'}
      onEdit={inline.edit}
      editor={
        <TextField
          label={label}
          isLabelHidden
          isFirst
          value={inline.draft ?? ''}
          onChange={inline.setDraft}
          error={inline.problem}
          maxLength={maxLength}
          {...(placeholder ? { placeholder } : {})}
          {...(inputMode ? { inputMode } : {})}
          onBlur={() => commit('blur')}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit('key')
            if (event.key === 'Escape') leave(event, inline.revert)
          }}
        />
      }
    />
  )
}

/** Several lines: Enter goes to the next line, Ctrl+Enter saves. */
export function InlineTextArea(props: InlineTextProps) {
  const { label, value, shown = value, maxLength = 4000 } = props
  const inline = useInline(props)
  const commit = useCommit(props, inline)
  return (
    <InlineShell
      {...props}
      ref={inline.shell}
      shown={shown}
      isEditing={isEditing(inline)}
      isSaved={inline.state === 'saved'}
      onEdit={inline.edit}
      editor={
        <TextAreaField
          label={label}
          isLabelHidden
          isFirst
          rows={4}
          value={inline.draft ?? ''}
          onChange={inline.setDraft}
          error={inline.problem}
          maxLength={maxLength}
          onBlur={() => commit('blur')}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) commit('key')
            if (event.key === 'Escape') leave(event, inline.revert)
          }}
        />
      }
    />
  )
}

type Inline = ReturnType<typeof useInline<string | null>>

const isEditing = ({ state }: Inline) => state === 'editing' || state === 'saving'

function useCommit({ check }: InlineTextProps, inline: Inline) {
  return (by: 'key' | 'blur') => {
    // Leaving the field takes it off the screen, which is one more blur.
    if (inline.state !== 'editing') return
    const text = inline.draft?.trim() ?? ''
    const problem = text ? (check?.(text) ?? null) : null
    if (problem) return inline.setProblem(problem)
    void inline.save(text || null, by)
  }
}

/** One level back: the text as it was; the panel or dialog around it stays open. */
function leave(event: KeyboardEvent, revert: () => void) {
  event.preventDefault()
  event.stopPropagation()
  revert()
}
