import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { overviewsScreenMessages } from '#shared/overviews/overviews-screen-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { Skeleton } from '../../platform/ui/signs/skeleton.tsx'
import { drawPage } from './pdf.ts'
import classes from './preview.module.css'
import type { OpenPdf } from './use-pdf.ts'

type PagesProps = {
  readonly ref: Ref<HTMLDivElement>
  readonly open: OpenPdf | null
  readonly zoom: number
  /** Told which page is in view. */
  readonly onPage: (number: number) => void
}

/** Wider than this a page is no longer easier to read. */
const widest = 900

/** All pages under each other; only those near the view are drawn. */
export function Pages({ ref, open, zoom, onPage }: PagesProps) {
  const say = useSay(overviewsScreenMessages)
  const scroller = useRef<HTMLDivElement>(null)
  useImperativeHandle(ref, () => scroller.current ?? document.createElement('div'), [])
  const space = useWidth(scroller)
  const width = Math.round(Math.min(space, widest) * zoom)

  function onScroll() {
    const { current } = scroller
    if (!current) return
    const middle = current.getBoundingClientRect().top + current.clientHeight / 2
    const pages = [...current.querySelectorAll('[data-page]')]
    const shown = pages.findIndex((page) => page.getBoundingClientRect().bottom > middle)
    onPage(shown < 0 ? pages.length : shown + 1)
  }
  return (
    <section
      ref={scroller}
      className={classes.pages}
      aria-label={say('preview-pages')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key.
      tabIndex={0}
      onScroll={onScroll}
    >
      {!open && <Skeleton shape="fields" rows={6} />}
      {open &&
        width > 0 &&
        Array.from({ length: open.count }, (_, index) => index + 1).map((number) => (
          <PdfPage
            key={number}
            open={open}
            number={number}
            width={width}
            label={say('page', { page: number, pages: open.count })}
          />
        ))}
    </section>
  )
}

type PdfPageProps = {
  readonly open: OpenPdf
  readonly number: number
  readonly width: number
  readonly label: string
}

function PdfPage({ open, number, width, label }: PdfPageProps) {
  const frame = useRef<HTMLDivElement>(null)
  const isNear = useIsNear(frame)
  useEffect(() => {
    // A job of all groups may have hundreds of pages, too many to keep drawn.
    if (!isNear) return frame.current?.replaceChildren()
    let isLatest = true
    drawPage(open.pdf, number, width).then(
      (canvas) => {
        if (isLatest) frame.current?.replaceChildren(canvas)
      },
      // A document that was closed meanwhile has a successor that draws itself.
      () => null,
    )
    return () => {
      isLatest = false
    }
  }, [open, number, width, isNear])
  return (
    <div
      ref={frame}
      className={classes.page}
      role="img"
      aria-label={label}
      data-page={number}
      data-private
      style={{ width, height: Math.round((width * open.height) / open.width) }}
    />
  )
}

function useWidth(ref: { readonly current: HTMLElement | null }) {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const { current } = ref
    if (!current) return
    const observer = new ResizeObserver(() => {
      const { paddingLeft, paddingRight } = getComputedStyle(current)
      setWidth(
        current.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight),
      )
    })
    observer.observe(current)
    return () => observer.disconnect()
  }, [ref])
  return width
}

/** A screenful ahead, so that scrolling meets drawn pages. */
function useIsNear(ref: { readonly current: HTMLElement | null }) {
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    const { current } = ref
    if (!current) return
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.some(({ isIntersecting }) => isIntersecting)),
      { root: current.parentElement, rootMargin: '800px 0px' },
    )
    observer.observe(current)
    return () => observer.disconnect()
  }, [ref])
  return isNear
}
