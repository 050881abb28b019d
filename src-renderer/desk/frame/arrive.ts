import { isTyping } from '../../platform/shortcuts.ts'

/** Screens read before they draw; who waits longer than this has looked elsewhere. */
const patience = 3000

const overlays = 'dialog[open], [role="dialog"], [role="menu"]'

/**
 * After going somewhere the keys must work there: the focus goes to the row of the list, and where
 * there is no list to the heading. Never away from a field that somebody types in, from a window
 * that is open over the screen, or from what the person or the screen itself chose meanwhile.
 * Returns what stops the waiting.
 */
export function focusOnArrival(main: HTMLElement) {
  const until = performance.now() + patience
  let left = document.activeElement
  let heading: HTMLElement | null = null
  let frame = requestAnimationFrame(look)

  function look() {
    const active = document.activeElement
    // The palette closes after the screen has come, and gives the focus back to where it was.
    if (document.querySelector(overlays)) left = null
    else if (left === null) left = active
    else if (isChosen(active)) return
    else if (focusRow()) return
    else heading ??= focusHeading()
    if (performance.now() < until) frame = requestAnimationFrame(look)
  }
  function isChosen(active: Element | null) {
    if (!active || active === document.body || active === main || active === heading) return false
    // A screen that is still loading hides what was there, with its focus, before taking it away.
    if (!active.checkVisibility()) return false
    return active !== left || (main.contains(active) && isTyping(active))
  }
  function focusRow() {
    const row = visible(main, '[role="grid"] [role="row"][tabindex="0"]')
    row?.focus()
    return row !== null
  }
  function focusHeading() {
    const found = visible(main, 'h1')
    if (!found) return null
    found.tabIndex = -1
    found.focus({ preventScroll: true })
    return found
  }
  return () => cancelAnimationFrame(frame)
}

function visible(main: HTMLElement, selector: string) {
  const found = [...main.querySelectorAll<HTMLElement>(selector)]
  return found.find((each) => each.checkVisibility()) ?? null
}
