import { useStore } from 'zustand'
import { importColumnsMessages } from '#shared/imports/import-columns-messages.ts'
import type { ImportProblem, ImportProblemCode } from '#shared/imports/import-source.ts'
import { importsMessages } from '#shared/imports/imports-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { useShortcuts } from '../../platform/shortcuts.ts'
import { Button } from '../../platform/ui/button.tsx'
import { Section } from '../../platform/ui/page/page.tsx'
import type { ImportsStore } from '../imports-store.ts'
import { ProblemList } from '../problem-list.tsx'
import { faultOf } from './column-faults.ts'
import { ColumnList } from './column-list.tsx'
import classes from './columns.module.css'
import type { ColumnsStep as ColumnsOf } from './columns-step-state.ts'
import { useFieldWords } from './field-words.ts'
import { PresetBar } from './preset-bar.tsx'
import { TableReading } from './table-reading.tsx'

export type ColumnsStepProps = { readonly store: ImportsStore; readonly step: ColumnsOf }

/** A table of a school's own: how it is read, and what each of its columns means. */
export function ColumnsStep({ store, step }: ColumnsStepProps) {
  const say = useSay(importColumnsMessages)
  const sayImport = useSay(importsMessages)
  const { table, mapping } = step
  const problems = unsaid(step.problems)
  const taken = mapping.columns.filter((field) => field !== null).length
  return (
    <div className={classes.step}>
      <Section title={say('title')}>
        <p className="muted">{say('intro')}</p>
      </Section>
      {problems.length > 0 && (
        <Section title={sayImport('problems')}>
          <ProblemList problems={problems} />
        </Section>
      )}
      <Section
        title={say('reading')}
        aside={`${table.file} · ${say('rows', { count: table.rowCount })}`}
      >
        <TableReading store={store} step={step} />
      </Section>
      <Section title={say('columns')} aside={say('taken', { taken, total: table.columns.length })}>
        <PresetBar store={store} step={step} />
        <ColumnList store={store} step={step} />
      </Section>
      <ContinueBar store={store} step={step} />
    </div>
  )
}

/** The column itself and the bar below say these, where they can be mended. */
const saidInPlace: ReadonlySet<string> = new Set([
  'mapping-name-missing',
  'mapping-field-twice',
  'mapping-unsure',
] satisfies ImportProblemCode[])

/** What else is in the way; nothing is refused as long as it is only asked. */
const unsaid = (problems: readonly ImportProblem[]) =>
  problems
    .filter(({ code }) => !saidInPlace.has(code))
    .map((problem): ImportProblem => ({ ...problem, severity: 'warning' }))

/** Goes on, or says what still holds it up. */
function ContinueBar({ store, step }: ColumnsStepProps) {
  const say = useSay(importColumnsMessages)
  const { name } = useFieldWords()
  const { compareColumns } = useStore(store)
  const fault = faultOf(step.mapping)
  const isBlocked = fault !== null || step.isReading
  useShortcuts(say('keys'), [
    {
      keys: 'mod+enter',
      says: say('continue'),
      run: () => {
        if (!isBlocked) void compareColumns()
      },
    },
  ])
  return (
    <div className={classes.continue}>
      <Button
        kind="primary"
        keys="mod+enter"
        disabled={isBlocked}
        isBusy={step.isReading}
        aria-describedby={fault ? 'columns-fault' : undefined}
        onClick={() => void compareColumns()}
      >
        {say('continue')}
      </Button>
      <span id="columns-fault" role="status">
        {fault?.kind === 'no-name' && say('blocked.no-name')}
        {fault?.kind === 'twice' && say('blocked.twice', { field: name(fault.field) })}
        {step.isReading && say('rereading')}
      </span>
    </div>
  )
}
