import { useRef, useState } from 'react'
import { overviewChoiceMessages } from '#shared/overviews/overview-choice-messages.ts'
import type { LeftOut } from '#shared/overviews/overviews-contract.ts'
import { overviewsScreenMessages } from '#shared/overviews/overviews-screen-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { IconButton } from '../../platform/ui/button.tsx'
import {
  IconChevronDown,
  IconChevronUp,
  IconPrinter,
  IconZoomIn,
  IconZoomOut,
} from '../../platform/ui/icons.ts'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { EmptyState } from '../../platform/ui/signs/empty-state.tsx'
import { Pages } from './pages.tsx'
import classes from './preview.module.css'
import { usePdf } from './use-pdf.ts'
import type { PreviewState } from './use-preview.ts'

const zooms = [0.5, 0.65, 0.8, 1, 1.25, 1.5, 2] as const

/** The pages as they will come out, and what is not on them. */
export function Preview({ answer, isBusy }: PreviewState) {
  const say = useSay(overviewsScreenMessages)
  const made = answer?.ok ? answer.value : null
  const open = usePdf(made?.pdf ?? null)
  const [page, setPage] = useState(1)
  const [zoom, setZoom] = useState(1)
  const scroller = useRef<HTMLDivElement>(null)
  const pages = open && open !== 'failed' && made ? open.count : 0

  function show(number: number) {
    scroller.current
      ?.querySelector(`[data-page="${number}"]`)
      ?.scrollIntoView({ block: 'start', inline: 'nearest' })
  }
  return (
    <section className={classes.preview} aria-label={say('preview')} aria-busy={isBusy}>
      <div className={classes.bar}>
        <IconButton
          icon={IconChevronUp}
          size="small"
          label={say('page-previous')}
          disabled={page <= 1}
          onClick={() => show(page - 1)}
        />
        <IconButton
          icon={IconChevronDown}
          size="small"
          label={say('page-next')}
          disabled={page >= pages}
          onClick={() => show(page + 1)}
        />
        <span className="num" role="status">
          {pages > 0 && say('page', { page: Math.min(page, pages), pages })}
        </span>
        <span className={classes.progress} data-busy={isBusy}>
          {isBusy && <span className="visually-hidden">{say('busy')}</span>}
        </span>
        <Zoom zoom={zoom} onChange={setZoom} />
      </div>
      {made && <LeftOutBanner leftOut={made.leftOut} />}
      {answer && !answer.ok ? (
        <EmptyState icon={IconPrinter} title={say(answer.refusal)} />
      ) : open === 'failed' ? (
        <EmptyState icon={IconPrinter} title={say('preview.failed')} />
      ) : (
        <Pages ref={scroller} open={open} zoom={zoom} onPage={setPage} />
      )}
    </section>
  )
}

type ZoomProps = { readonly zoom: number; readonly onChange: (zoom: number) => void }

/** Of what fits the width: 100 % is the whole page across. */
function Zoom({ zoom, onChange }: ZoomProps) {
  const say = useSay(overviewsScreenMessages)
  const smaller = zooms.findLast((each) => each < zoom)
  const larger = zooms.find((each) => each > zoom)
  return (
    <span className={classes.zoom}>
      <IconButton
        icon={IconZoomOut}
        size="small"
        label={say('zoom-out')}
        disabled={!smaller}
        onClick={() => smaller && onChange(smaller)}
      />
      <button type="button" className={classes.fit} onClick={() => onChange(1)}>
        <span className="num">{Math.round(zoom * 100)} %</span>
        <span className="visually-hidden"> {say('zoom-fit')}</span>
      </button>
      <IconButton
        icon={IconZoomIn}
        size="small"
        label={say('zoom-in')}
        disabled={!larger}
        onClick={() => larger && onChange(larger)}
      />
    </span>
  )
}

const reasons = [
  'protected',
  'no-consent',
  'no-address',
] as const satisfies readonly LeftOut['reason'][]

type LeftOutProps = {
  readonly leftOut: readonly { readonly reason: string; readonly count: number }[]
}

function LeftOutBanner({ leftOut }: LeftOutProps) {
  const say = useSay(overviewChoiceMessages)
  const sentences = reasons.flatMap((reason) => {
    const count = leftOut.find((each) => each.reason === reason)?.count ?? 0
    return count > 0 ? [say(`left-out.${reason}`, { count })] : []
  })
  if (sentences.length === 0) return null
  return <Banner tone="warn">{sentences.join(' · ')}</Banner>
}
