import { useRef, useState } from 'react'
import { useStore } from 'zustand'
import { importColumnsMessages } from '#shared/imports/import-columns-messages.ts'
import { importReviewMessages } from '#shared/imports/import-review-messages.ts'
import type { ImportLine, ImportPreview } from '#shared/imports/imports-contract.ts'
import { importsMessages } from '#shared/imports/imports-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { IconColumns3 } from '../../platform/ui/icons.ts'
import { Section } from '../../platform/ui/page/page.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import type { ImportsStore, PreviewStep as PreviewOf } from '../imports-store.ts'
import { ProblemList } from '../problem-list.tsx'
import { CountsTable } from './counts-table.tsx'
import { type LineFilter, outcomeOrder } from './line-filter.ts'
import classes from './preview.module.css'
import { ReviewLines } from './review-lines.tsx'

export type PreviewStepProps = { readonly store: ImportsStore; readonly step: PreviewOf }

/** The file as a difference with the school; nothing is written before the button. */
export function PreviewStep({ store, step }: PreviewStepProps) {
  const say = useSay(importsMessages)
  const { preview, refusal } = step
  const lines = useRef<HTMLDivElement>(null)
  const [filter, setFilter] = useState<LineFilter>(() => firstFilter(preview))
  return (
    <>
      {refusal && (
        <Banner tone="alert" isNews>
          {say(refusal)}
        </Banner>
      )}
      <Facts store={store} step={step} />
      <YearBanner preview={preview} />
      <Section title={say('preview')}>
        <CountsTable
          counts={preview.counts}
          onPick={(kind, outcome) => {
            setFilter({ kind, outcome, text: '' })
            lines.current?.scrollIntoView({ block: 'start' })
          }}
        />
        <ApplyBar store={store} step={step} />
      </Section>
      <div ref={lines}>
        <ReviewLines store={store} step={step} filter={filter} onFilter={setFilter} />
      </div>
      <Section title={say('problems')} aside={preview.problems.length || null}>
        <ProblemList problems={preview.problems} />
      </Section>
    </>
  )
}

function firstFilter({ lines }: ImportPreview): LineFilter {
  const outcome = outcomeOrder.find((each) => lines.some((line) => line.outcome === each)) ?? null
  return { kind: null, outcome, text: '' }
}

function Facts({ store, step: { preview, files } }: PreviewStepProps) {
  const say = useSay(importsMessages)
  const sayColumns = useSay(importColumnsMessages)
  const { adjustColumns } = useStore(store)
  const facts = [
    [say('file'), files.length === 1 ? files[0] : say('files', { count: files.length })],
    [say('format'), `${say(`format.${preview.format}`)} ${preview.version}`],
    [sayColumns('presets'), preview.table?.preset],
    [say('schoolName'), preview.schoolName],
    [say('schoolYear'), preview.schoolYear],
  ] as const
  return (
    <div className={classes.facts}>
      <dl>
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {preview.isDelta && <p>{say('delta')}</p>}
      {preview.table && (
        <Button icon={IconColumns3} onClick={adjustColumns}>
          {sayColumns('adjust')}
        </Button>
      )}
    </div>
  )
}

/** Groups of a year that is over do not appear among those of today: said before they are missed. */
function YearBanner({ preview }: { readonly preview: ImportPreview }) {
  const say = useSay(importReviewMessages)
  const past = preview.problems.find(({ code }) => code === 'school-year-past')
  if (!past) return null
  return (
    <Banner tone="warn">
      {past.value ? say('past-year', { year: past.value }) : say('past-year-unnamed')}
    </Banner>
  )
}

function ApplyBar({ store, step }: PreviewStepProps) {
  const say = useSay(importsMessages)
  const sayReview = useSay(importReviewMessages)
  const { apply } = useStore(store)
  const { lines } = step.preview
  const taken = lines.filter((line) => isTaken(step, line)).length
  const undecided = lines.filter(
    ({ key, outcome }) => outcome === 'doubtful' && step.decisions[key] === undefined,
  ).length
  const leftOut = step.leftOut.size
  if (taken === 0 && undecided === 0 && leftOut === 0) {
    return <Banner tone="ok">{say('nothing')}</Banner>
  }
  return (
    <div className={classes.apply}>
      <Button kind="primary" disabled={taken === 0} onClick={() => void apply()}>
        {say('takeOver', { count: taken })}
      </Button>
      <span role="status">
        {undecided > 0 && say('undecided', { count: undecided })}{' '}
        {leftOut > 0 && sayReview('leftOutCount', { count: leftOut })}
      </span>
      <span className="muted">{say('undoable')}</span>
    </div>
  )
}

function isTaken({ leftOut, decisions }: PreviewOf, { key, outcome }: ImportLine) {
  if (leftOut.has(key)) return false
  if (outcome === 'doubtful') return decisions[key] !== undefined
  return outcome === 'new' || outcome === 'changed'
}
