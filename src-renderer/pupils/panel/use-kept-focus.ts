import { useLayoutEffect, useRef } from 'react'

/**
 * Keeps the focus in the panel when the next pupil's panel takes the place of the last one's.
 *
 * Whoever presses Down and Enter quickly is in the panel before its pupil has been read; what had
 * the focus then goes away, and without this the keys would be lost with it.
 */
export function useKeptFocus(id: string | null) {
  const box = useRef<HTMLDivElement>(null)
  // Asked while drawing: once the change is on screen, what had the focus is gone.
  const hadFocus = box.current?.contains(document.activeElement) ?? false
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another pupil takes the focus away.
  useLayoutEffect(() => {
    if (!hadFocus || box.current?.contains(document.activeElement)) return
    box.current
      ?.querySelector<HTMLElement>('[data-panel-body] :is(button, input, [tabindex="0"])')
      ?.focus()
  }, [id])
  return box
}
