import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import classes from './list-page.module.css'

type ListPageProps = {
  /** The list; hand `openPanel` to the grid as `onOpenPanel`. */
  readonly list: (openPanel: (row: unknown, by: 'key' | 'pointer') => void) => ReactNode
  /** What the chosen row shows beside the list, a `SidePanel`; null while none is chosen. */
  readonly panel: ReactNode | null
}

/** List and panel: Enter goes in, Esc comes back to the row. */
export function ListPage({ list, panel }: ListPageProps) {
  const listRef = useRef<HTMLDivElement>(null)
  const panelRef = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)

  function openPanel(_row: unknown, by: 'key' | 'pointer') {
    setOpen(true)
    if (by === 'pointer') return
    // After React has drawn the panel of a row that was not active before.
    requestAnimationFrame(() => firstStop(panelRef.current)?.focus())
  }
  function closePanel() {
    setOpen(false)
    listRef.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus()
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.key !== 'Escape' || event.defaultPrevented || isInsideOther(event)) return
    event.preventDefault()
    closePanel()
  }

  return (
    <div className={classes.page} data-panel={panel ? 'on' : 'off'} data-open={isOpen || undefined}>
      <div ref={listRef} className={classes.list} data-pane>
        {list(openPanel)}
      </div>
      {panel && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape is a way back, beside the button.
        <div
          ref={panelRef}
          className={classes.panel}
          data-pane
          onKeyDown={onKeyDown}
          onClick={(event) => {
            const { target } = event
            if (target instanceof Element && target.closest('[data-close-panel]')) closePanel()
          }}
        >
          {panel}
        </div>
      )}
    </div>
  )
}

/** A menu or list that is open over the panel takes the Escape for itself. */
function isInsideOther({ target, currentTarget }: KeyboardEvent<HTMLElement>) {
  if (!(target instanceof Element) || !currentTarget.contains(target)) return true
  return target.getAttribute('aria-expanded') === 'true'
}

function firstStop(panel: HTMLElement | null) {
  return panel?.querySelector<HTMLElement>(
    '[data-panel-body] :is(button, input, select, textarea, [tabindex="0"]):not(:disabled)',
  )
}
