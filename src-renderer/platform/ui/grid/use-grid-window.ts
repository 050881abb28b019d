import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef } from 'react'

/** Of the line with column names; the same number stands in `grid.module.css`. */
const headerHeight = 34

type Wanted = {
  readonly count: number
  readonly rowHeight: number
  /** This row stays in the document though it is scrolled away: it holds the focus. */
  readonly kept: number
}

/** The part of the list that is on screen. */
export function useGridWindow({ count, rowHeight, kept }: Wanted) {
  const ref = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => ref.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollMargin: headerHeight,
    scrollPaddingStart: headerHeight,
    rangeExtractor: useCallback(
      (range: Range) => {
        const onScreen = defaultRangeExtractor(range)
        if (kept >= range.count || onScreen.includes(kept)) return onScreen
        return [...onScreen, kept].sort((a, b) => a - b)
      },
      [kept],
    ),
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another density means other sizes.
  useEffect(() => virtualizer.measure(), [rowHeight, virtualizer])

  const scrollTo = useCallback(
    (index: number) => virtualizer.scrollToIndex(index, { align: 'auto' }),
    [virtualizer],
  )
  const focusRow = useCallback(
    (index: number) => {
      scrollTo(index)
      // The row may have to be drawn first.
      requestAnimationFrame(() =>
        ref.current
          ?.querySelector<HTMLElement>(`[data-row="${index}"]`)
          ?.focus({ preventScroll: true }),
      )
    },
    [scrollTo],
  )
  const rowsPerPage = () =>
    Math.max(1, Math.floor(((ref.current?.clientHeight ?? 0) - headerHeight) / rowHeight))

  return {
    ref,
    items: virtualizer
      .getVirtualItems()
      .map(({ index, start }) => ({ index, top: start - headerHeight })),
    height: virtualizer.getTotalSize(),
    scrollTo,
    focusRow,
    rowsPerPage,
  }
}
