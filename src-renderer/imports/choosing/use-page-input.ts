import { useEffect, useRef, useState } from 'react'
import { isTyping } from '../../platform/shortcuts.ts'
import { type ChosenFile, filesOfDrop } from './chosen-files.ts'

type PageInput = {
  readonly onFiles: (files: readonly ChosenFile[]) => void
  /** Text of the clipboard, as a spreadsheet gives its cells. */
  readonly onText: (text: string) => void
}

/** Files dropped anywhere in the window, and files or cells pasted with Ctrl+V; tells while something hangs over it. */
export function usePageInput(isOn: boolean, input: PageInput) {
  const latest = useRef(input)
  latest.current = input
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    if (!isOn) return
    const ending = new AbortController()
    const { signal } = ending
    function onDragOver(event: DragEvent) {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    }
    function onDragLeave({ relatedTarget }: DragEvent) {
      // Null when it leaves the window, and not one part of the page for another.
      if (relatedTarget === null) setOver(false)
    }
    async function onDrop(event: DragEvent) {
      setOver(false)
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      latest.current.onFiles(await filesOfDrop(event.dataTransfer.items))
    }
    function onPaste(event: ClipboardEvent) {
      if (isTyping(event.target) && !isLent(event.target)) return
      if (!event.clipboardData) return
      event.preventDefault()
      const { files } = event.clipboardData
      const text = event.clipboardData.getData('text/plain')
      if (text) latest.current.onText(text)
      else latest.current.onFiles(Array.from(files, (file) => ({ name: file.name, file })))
    }
    window.addEventListener('dragover', onDragOver, { signal })
    window.addEventListener('dragleave', onDragLeave, { signal })
    window.addEventListener('drop', (event) => void onDrop(event), { signal })
    window.addEventListener('keydown', lendField, { signal })
    window.addEventListener('paste', onPaste, { signal })
    return () => ending.abort()
  }, [isOn])
  return isOver
}

const isLent = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.dataset.lent !== undefined

/**
 * Where nobody can type, Chromium does not paste. On Ctrl+V a field out of sight takes the focus for
 * as long as the key is down.
 */
function lendField(event: KeyboardEvent) {
  const isPaste = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'v'
  if (!isPaste || event.shiftKey || event.altKey || isTyping(event.target)) return
  const before = document.activeElement
  const field = document.createElement('textarea')
  field.dataset.lent = ''
  field.tabIndex = -1
  field.className = 'visually-hidden'
  field.setAttribute('aria-hidden', 'true')
  document.body.append(field)
  field.focus({ preventScroll: true })
  // After the key has done what it does.
  setTimeout(() => {
    field.remove()
    if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  })
}
