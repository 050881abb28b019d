import { useMemo, useState } from 'react'
import { type GridLayout, usableWidth } from './columns.ts'

export type Resize = {
  /** Shows the width at once; kept only when the drag is over. */
  readonly drag: (id: string, width: number) => void
  readonly keep: (id: string, width: number) => void
}

/** The layout with the width that is being dragged; null where no layout is kept. */
export function useResizing(
  kept: GridLayout,
  onLayoutChange: ((layout: GridLayout) => void) | undefined,
) {
  const [dragged, setDragged] = useState<GridLayout['widths'] | null>(null)
  const layout = useMemo(
    () => (dragged ? { ...kept, widths: { ...kept.widths, ...dragged } } : kept),
    [kept, dragged],
  )
  const resize: Resize | null = onLayoutChange
    ? {
        drag: (id, width) => setDragged({ [id]: usableWidth(width) }),
        keep: (id, width) => {
          setDragged(null)
          onLayoutChange({ ...kept, widths: { ...kept.widths, [id]: usableWidth(width) } })
        },
      }
    : null
  return { layout, resize }
}
