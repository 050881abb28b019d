/** Where the focus was in each pane, so that coming back is coming back. */
const lastFocus = new WeakMap<Element, HTMLElement>()

const stops =
  'a[href], button:not(:disabled), input:not(:disabled), select, textarea, [tabindex="0"]'

/** F6: the next part of the window that is on screen, in reading order. */
export function focusPane(step: 1 | -1) {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(
    (pane) => pane.offsetParent !== null && firstStop(pane),
  )
  const now = panes.findIndex((pane) => pane.contains(document.activeElement))
  const from = now < 0 && step < 0 ? 0 : now
  const next = panes[(from + step + panes.length) % panes.length]
  const current = panes[now]
  if (current && document.activeElement instanceof HTMLElement) {
    lastFocus.set(current, document.activeElement)
  }
  if (!next) return
  const remembered = lastFocus.get(next)
  const target = remembered && next.contains(remembered) ? remembered : firstStop(next)
  target?.focus()
}

/** A list is entered at its row, not at its first column heading. */
function firstStop(pane: Element) {
  return (
    pane.querySelector<HTMLElement>('[role="row"][tabindex="0"]') ??
    pane.querySelector<HTMLElement>('[aria-current="page"]') ??
    pane.querySelector<HTMLElement>(stops)
  )
}
