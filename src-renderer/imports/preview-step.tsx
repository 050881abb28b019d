import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { ImportLine } from '#shared/imports/imports-contract.ts'
import { importsMessages } from '#shared/imports/imports-messages.ts'
import { useSay } from '../platform/language.tsx'
import { Button } from '../platform/ui/button.tsx'
import { Segments } from '../platform/ui/fields/choice-field.tsx'
import { Section } from '../platform/ui/page/page.tsx'
import { Banner } from '../platform/ui/signs/banner.tsx'
import { CountsTable } from './counts-table.tsx'
import classes from './imports.module.css'
import type { ImportsStore, PreviewStep as PreviewOf } from './imports-store.ts'
import { PreviewLines } from './preview-lines.tsx'
import { ProblemList } from './problem-list.tsx'

type PreviewStepProps = { readonly store: ImportsStore; readonly step: PreviewOf }

const outcomes = ['doubtful', 'new', 'changed', 'refused'] as const
type Outcome = (typeof outcomes)[number]

/** The file as a difference with the school; nothing is written before the button. */
export function PreviewStep({ store, step }: PreviewStepProps) {
  const say = useSay(importsMessages)
  const { preview, refusal } = step
  return (
    <>
      {refusal && (
        <Banner tone="alert" isNews>
          {say(refusal)}
        </Banner>
      )}
      <Facts step={step} />
      <Section title={say('preview')}>
        <CountsTable counts={preview.counts} />
        <ApplyBar store={store} step={step} />
      </Section>
      <Lines store={store} step={step} />
      <Section title={say('problems')} aside={preview.problems.length || null}>
        <ProblemList problems={preview.problems} />
      </Section>
    </>
  )
}

function Facts({ step: { preview, files } }: { readonly step: PreviewOf }) {
  const say = useSay(importsMessages)
  const facts = [
    [say('file'), files.length === 1 ? files[0] : say('files', { count: files.length })],
    [say('format'), `${say(`format.${preview.format}`)} ${preview.version}`],
    [say('schoolName'), preview.schoolName],
    [say('schoolYear'), preview.schoolYear],
  ] as const
  return (
    <dl className={classes.facts}>
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      {preview.isDelta && <p>{say('delta')}</p>}
    </dl>
  )
}

function ApplyBar({ store, step }: PreviewStepProps) {
  const say = useSay(importsMessages)
  const { apply } = useStore(store)
  const { lines } = step.preview
  const isTaken = ({ key, outcome }: ImportLine) =>
    !step.leftOut.has(key) &&
    (outcome === 'new' ||
      outcome === 'changed' ||
      (outcome === 'doubtful' && step.decisions[key] !== undefined))
  const taken = lines.filter(isTaken).length
  const undecided = lines.filter(
    ({ key, outcome }) => outcome === 'doubtful' && step.decisions[key] === undefined,
  ).length
  if (taken === 0 && undecided === 0) return <Banner tone="ok">{say('nothing')}</Banner>
  return (
    <div className={classes.apply}>
      <Button kind="primary" disabled={taken === 0} onClick={() => void apply()}>
        {say('takeOver', { count: taken })}
      </Button>
      {undecided > 0 && <span>{say('undecided', { count: undecided })}</span>}
      <span className={classes.quiet}>{say('undoable')}</span>
    </div>
  )
}

/** Line by line: what is doubtful first, since only people can decide it. */
function Lines({ store, step }: PreviewStepProps) {
  const say = useSay(importsMessages)
  const { lines } = step.preview
  const byOutcome = useMemo(() => Map.groupBy(lines, ({ outcome }) => outcome), [lines])
  const present = outcomes.filter((outcome) => byOutcome.has(outcome))
  const [wanted, setWanted] = useState<Outcome>()
  const shown = wanted && present.includes(wanted) ? wanted : present[0]
  if (!shown) return null
  return (
    <Section title={say('lines')}>
      <Segments
        label={say('lines')}
        value={shown}
        onChange={setWanted}
        options={present.map((value) => ({
          value,
          label: `${say(`outcome.${value}`)} ${byOutcome.get(value)?.length ?? 0}`,
        }))}
      />
      <PreviewLines store={store} step={step} lines={byOutcome.get(shown) ?? []} />
    </Section>
  )
}
