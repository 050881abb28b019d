import { type ClipboardEvent, type MouseEvent, useCallback, useEffect, useRef } from 'react'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { rowHeights, useDensity } from '../../density.ts'
import { useSay } from '../../language.tsx'
import { toast } from '../../toasts.ts'
import type { GridColumn } from './columns.ts'
import { toTabbedText } from './copy-rows.ts'
import type { DataGridProps } from './data-grid.tsx'
import { nothingSelected, range, type Selection, toggled } from './selection.ts'
import { useGridKeys } from './use-grid-keys.ts'
import { useGridWindow } from './use-grid-window.ts'

type GridBodyProps<Row extends object> = DataGridProps<Row> & {
  readonly shown: readonly Row[]
  readonly ids: readonly string[]
  readonly visible: readonly GridColumn<Row>[]
  readonly selection: Selection
}

/** What the rows answer to: walking, choosing, opening and copying. */
export function useGridBody<Row extends object>(props: GridBodyProps<Row>) {
  const { ids, activeId } = props
  const activeIndex = activeId ? ids.indexOf(activeId) : -1
  const tabStop = Math.max(0, activeIndex)
  const rowHeight = rowHeights[useDensity()[0]]
  const view = useGridWindow({ count: ids.length, rowHeight, kept: tabStop })
  const anchor = useRef(0)
  // Rows keep one and the same callback, or each of them would be drawn again at every key.
  const latest = useRef(props)
  latest.current = props

  const moveTo = useCallback(
    (index: number, isRange: boolean) => {
      const { ids, onActiveChange, onSelectionChange } = latest.current
      const id = ids[index]
      if (id === undefined) return
      if (isRange) onSelectionChange?.(range(ids, anchor.current, index))
      else anchor.current = index
      onActiveChange(id)
      view.focusRow(index)
    },
    [view.focusRow],
  )
  const { onPoint, onOpen } = usePointing(latest, anchor, moveTo)
  const onKeyDown = useGridKeys({
    ...keyActions(props, tabStop, anchor),
    page: () => view.rowsPerPage(),
    moveTo,
  })
  const onCopy = useCopy(props, tabStop)

  const { scrollTo } = view
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another row scrolls, not a new order.
  useEffect(() => {
    if (activeIndex >= 0) scrollTo(activeIndex)
  }, [activeId, scrollTo])

  const { ref, items, height } = view
  return { ref, items, height, rowHeight, tabStop, onPoint, onOpen, onKeyDown, onCopy }
}

function keyActions<Row extends object>(
  props: GridBodyProps<Row>,
  active: number,
  anchor: { current: number },
) {
  const { ids, shown, visible, selection, onSelectionChange, onOpenPanel, onOpenFile } = props
  const row = shown[active]
  const id = ids[active]
  const name = visible.find(({ isName }) => isName)
  const toggle = () => {
    anchor.current = active
    if (id !== undefined) onSelectionChange?.(toggled(selection, id))
  }
  return {
    count: ids.length,
    active,
    nameOf: (index: number) => (shown[index] && name ? name.text(shown[index]) : ''),
    toggle: onSelectionChange ? toggle : null,
    selectAll: onSelectionChange ? () => onSelectionChange(new Set(ids)) : null,
    clearSelection:
      onSelectionChange && selection.size > 0 ? () => onSelectionChange(nothingSelected) : null,
    openPanel: row && onOpenPanel ? () => onOpenPanel(row, 'key') : null,
    openFile: row && onOpenFile ? () => onOpenFile(row) : null,
  }
}

function usePointing<Row extends object>(
  latest: { current: GridBodyProps<Row> },
  anchor: { current: number },
  moveTo: (index: number, isRange: boolean) => void,
) {
  const onPoint = useCallback(
    (index: number, event: MouseEvent) => {
      const { ids, shown, selection, onSelectionChange, onOpenPanel } = latest.current
      const id = ids[index]
      const row = shown[index]
      if (id === undefined || !row || event.button !== 0 || isControl(event.target)) return
      const isOnBox = event.target instanceof Element && event.target.closest('[data-box]')
      if (onSelectionChange && event.shiftKey) return moveTo(index, true)
      if (onSelectionChange && (isOnBox || event.ctrlKey || event.metaKey)) {
        anchor.current = index
        onSelectionChange(toggled(selection, id))
        return moveTo(index, false)
      }
      moveTo(index, false)
      onOpenPanel?.(row, 'pointer')
    },
    [latest, anchor, moveTo],
  )
  const onOpen = useCallback(
    (index: number) => {
      const row = latest.current.shown[index]
      if (row) latest.current.onOpenFile?.(row)
    },
    [latest],
  )
  return { onPoint, onOpen }
}

/** A button or link inside a cell does its own work. */
function isControl(target: EventTarget) {
  return (
    target instanceof Element && target.closest('button, a, [role="row"] input:not([readonly])')
  )
}

function useCopy<Row extends object>(props: GridBodyProps<Row>, active: number) {
  const say = useSay(uiMessages)
  return (event: ClipboardEvent) => {
    // Text marked with the mouse is copied as it is.
    if (window.getSelection()?.toString()) return
    const { shown, ids, visible, selection } = props
    const chosen = shown.filter((_, index) => selection.has(ids[index] ?? ''))
    const rows = chosen.length > 0 ? chosen : shown.slice(active, active + 1)
    if (rows.length === 0) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', toTabbedText(rows, visible))
    void toast({ text: say('rows-copied', { count: rows.length }) })
  }
}
