import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { importReviewMessages } from '#shared/imports/import-review-messages.ts'
import type { ImportedKind, ImportLine } from '#shared/imports/imports-contract.ts'
import { importsMessages } from '#shared/imports/imports-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { Segments } from '../../platform/ui/fields/choice-field.tsx'
import { SelectField } from '../../platform/ui/fields/select-field.tsx'
import { IconFilter } from '../../platform/ui/icons.ts'
import { FilterBar } from '../../platform/ui/page/filter-bar.tsx'
import { Section } from '../../platform/ui/page/page.tsx'
import { EmptyState } from '../../platform/ui/signs/empty-state.tsx'
import { countedKinds } from './counted.ts'
import { createLineSearch, type LineFilter, outcomeOrder } from './line-filter.ts'
import { LinePanel } from './line-panel.tsx'
import classes from './preview.module.css'
import { PreviewLines } from './preview-lines.tsx'
import type { PreviewStepProps } from './preview-step.tsx'
import { useLineKeys } from './use-line-keys.ts'

type ReviewLinesProps = PreviewStepProps & {
  readonly filter: LineFilter
  readonly onFilter: (filter: LineFilter) => void
}

const none: readonly ImportLine[] = []

/** Line by line: a list to walk through, and beside it what the file says of the chosen line. */
export function ReviewLines({ store, step, filter, onFilter }: ReviewLinesProps) {
  const say = useSay(importsMessages)
  const { lines } = step.preview
  const search = useMemo(() => createLineSearch(lines), [lines])
  const { kind } = filter
  const text = useDeferredValue(filter.text)
  const byOutcome = useMemo(() => search({ kind, text }), [search, kind, text])
  const shown = filter.outcome ? (byOutcome.get(filter.outcome) ?? none) : none
  const [activeId, setActiveId] = useState<string | null>(null)
  const active = shown.find(({ key }) => key === activeId) ?? shown[0] ?? null
  const panel = useRef<HTMLDivElement>(null)
  const keys = useLineKeys({ store, step, shown, active, onActive: setActiveId, panel })
  if (lines.length === 0) return null
  return (
    <Section title={say('lines')}>
      <div className={classes.work} data-doubtful={filter.outcome === 'doubtful' || undefined}>
        <LineFilters step={step} filter={filter} onFilter={onFilter} byOutcome={byOutcome} />
        <div
          className={classes.lines}
          style={heightFor(shown.length)}
          onKeyDownCapture={keys.inList}
        >
          <PreviewLines
            store={store}
            step={step}
            lines={shown}
            isMixed={filter.kind === null}
            activeId={active?.key ?? null}
            onActive={setActiveId}
            onEnter={keys.enterPanel}
            empty={<NoneFit onClear={() => onFilter({ ...filter, kind: null, text: '' })} />}
          />
        </div>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape is a way back to the row. */}
        <div ref={panel} className={classes.panel} onKeyDown={keys.inPanel}>
          {active && <LinePanel key={active.key} store={store} step={step} line={active} />}
        </div>
      </div>
    </Section>
  )
}

/** As high as its rows, within what the style sheet allows. */
const heightFor = (rows: number) => ({ height: 34 + 20 + Math.max(rows, 3) * 40 })

type LineFiltersProps = Pick<ReviewLinesProps, 'step' | 'filter' | 'onFilter'> & {
  readonly byOutcome: ReadonlyMap<string, readonly ImportLine[]>
}

function LineFilters({ step, filter, onFilter, byOutcome }: LineFiltersProps) {
  const say = useSay(importsMessages)
  const sayReview = useSay(importReviewMessages)
  const { lines, counts } = step.preview
  const present = outcomeOrder.filter((outcome) => lines.some((line) => line.outcome === outcome))
  const kinds = countedKinds(counts)
  return (
    <div className={classes.filters}>
      <FilterBar
        label={sayReview('search')}
        placeholder={sayReview('searchPlaceholder')}
        value={filter.text}
        onChange={(text) => onFilter({ ...filter, text })}
      >
        {kinds.length > 1 && (
          <SelectField<ImportedKind | 'all'>
            label={say('kind')}
            isLabelHidden
            isSearchable={false}
            value={filter.kind ?? 'all'}
            onChange={(kind) => onFilter({ ...filter, kind: kind === 'all' ? null : kind })}
            options={[
              { value: 'all', label: sayReview('allKinds') },
              ...kinds.map((kind) => ({ value: kind, label: say(`kind.${kind}`) })),
            ]}
          />
        )}
        <Segments
          label={sayReview('outcome')}
          value={filter.outcome ?? 'new'}
          onChange={(outcome) => onFilter({ ...filter, outcome })}
          options={present.map((value) => ({
            value,
            label: `${say(`outcome.${value}`)} ${byOutcome.get(value)?.length ?? 0}`,
          }))}
        />
      </FilterBar>
    </div>
  )
}

function NoneFit({ onClear }: { readonly onClear: () => void }) {
  const say = useSay(importReviewMessages)
  return (
    <EmptyState
      icon={IconFilter}
      title={say('noneFit')}
      action={<Button onClick={onClear}>{say('clearFilter')}</Button>}
    />
  )
}
