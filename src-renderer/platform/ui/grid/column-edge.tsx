import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../../language.tsx'
import classes from './grid.module.css'
import type { Resize } from './use-resizing.ts'

type ColumnEdgeProps = { readonly id: string; readonly header: string; readonly resize: Resize }

/** Drags the column wider or narrower; a double click fits it to what it holds (WCAG 2.5.7). */
export function ColumnEdge({ id, header, resize }: ColumnEdgeProps) {
  const say = useSay(uiMessages)
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const widthAt = ({ clientX }: PointerEvent) =>
    start.current && start.current.width + clientX - start.current.x
  function onPointerDown(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    start.current = { x: event.clientX, width: headOf(event.currentTarget).offsetWidth }
  }
  function onPointerMove(event: PointerEvent) {
    const width = widthAt(event)
    if (width !== null) resize.drag(id, width)
  }
  function onPointerUp(event: PointerEvent) {
    const width = widthAt(event)
    const isMoved = start.current?.x !== event.clientX
    start.current = null
    if (width !== null && isMoved) resize.keep(id, width)
  }
  return (
    <span
      className={classes.edge}
      aria-hidden
      title={say('column-width', { column: header })}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onDoubleClick={({ currentTarget }) => resize.keep(id, fittingWidth(headOf(currentTarget)))}
    />
  )
}

const step = 16

/** Alt with an arrow, on the heading; elsewhere these keys walk back and forth through the screens. */
export function resizeByKey(event: KeyboardEvent<HTMLElement>, id: string, resize: Resize) {
  const { key, altKey, ctrlKey, metaKey, currentTarget } = event
  if (!altKey || ctrlKey || metaKey || (key !== 'ArrowLeft' && key !== 'ArrowRight')) return
  event.preventDefault()
  resize.keep(id, currentTarget.offsetWidth + (key === 'ArrowRight' ? step : -step))
}

/** The columnheader is where the edge stands; React's own type says no more than Element. */
const headOf = (edge: HTMLElement) => edge.parentElement ?? edge

/** Space around a cell's text. */
const padding = 20

/** Of the rows that are drawn: what is far away is not measured. */
function fittingWidth(head: HTMLElement) {
  const place = [...(head.parentElement?.children ?? [])].indexOf(head)
  const rows = head.closest('[role="grid"]')?.querySelectorAll('[role="row"]') ?? []
  const widths = [...rows].map((row) => row.children[place]?.firstElementChild?.scrollWidth ?? 0)
  return Math.max(...widths) + padding
}
