import { useEffect, useRef, useState } from 'react'
import { importReviewMessages } from '#shared/imports/import-review-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { TextAreaField } from '../../platform/ui/fields/text-field.tsx'
import { IconColumns3 } from '../../platform/ui/icons.ts'
import { PopoverButton } from '../../platform/ui/overlays/popover-button.tsx'
import classes from './choosing.module.css'

type PasteButtonProps = { readonly onPaste: (text: string) => void }

/** A place to press Ctrl+V, for who does not know that the page itself takes it. */
export function PasteButton({ onPaste }: PasteButtonProps) {
  const say = useSay(importReviewMessages)
  return (
    <PopoverButton icon={IconColumns3} label={say('paste')} width={360} position="bottom-start">
      {(close) => (
        <PasteForm
          onPaste={(text) => {
            close()
            onPaste(text)
          }}
        />
      )}
    </PopoverButton>
  )
}

function PasteForm({ onPaste }: PasteButtonProps) {
  const say = useSay(importReviewMessages)
  const [text, setText] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const latest = useRef(onPaste)
  latest.current = onPaste
  useEffect(() => {
    const { current } = form
    // What is pasted whole needs no further button; the field's own text would lose nothing but time.
    function paste(event: ClipboardEvent) {
      const pasted = event.clipboardData?.getData('text/plain') ?? ''
      if (!pasted.includes('\t') && !pasted.trim().includes('\n')) return
      event.preventDefault()
      latest.current(pasted)
    }
    current?.addEventListener('paste', paste)
    return () => current?.removeEventListener('paste', paste)
  }, [])
  return (
    <form
      ref={form}
      className={classes.paste}
      onSubmit={(event) => {
        event.preventDefault()
        onPaste(text)
      }}
    >
      <p className="muted">{say('pasteHelp')}</p>
      <TextAreaField label={say('pasteHere')} isFirst rows={4} value={text} onChange={setText} />
      <Button kind="primary" isSubmit disabled={text.trim() === ''}>
        {say('pasteRead')}
      </Button>
    </form>
  )
}
