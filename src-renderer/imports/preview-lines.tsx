import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { importFieldMessages } from '#shared/imports/import-field-messages.ts'
import type { ImportLine } from '#shared/imports/imports-contract.ts'
import { importsMessages } from '#shared/imports/imports-messages.ts'
import { useFormats } from '../platform/formats.ts'
import { useSay } from '../platform/language.tsx'
import { CheckboxField } from '../platform/ui/fields/choice-field.tsx'
import { SelectField } from '../platform/ui/fields/select-field.tsx'
import type { GridColumn } from '../platform/ui/grid/columns.ts'
import { DataGrid } from '../platform/ui/grid/data-grid.tsx'
import classes from './imports.module.css'
import type { ImportsStore, PreviewStep } from './imports-store.ts'

type PreviewLinesProps = {
  readonly store: ImportsStore
  readonly step: PreviewStep
  readonly lines: readonly ImportLine[]
}

const keyOf = ({ key }: ImportLine) => key

/** One row a person, address or group; the row's own choice stands at its end. */
export function PreviewLines({ store, step, lines }: PreviewLinesProps) {
  const say = useSay(importsMessages)
  const columns = useLineColumns(store, step)
  const [activeId, setActiveId] = useState<string | null>(null)
  return (
    <div className={classes.lines} data-private>
      <DataGrid
        label={say('lines')}
        rows={lines}
        columns={columns}
        rowId={keyOf}
        activeId={activeId}
        onActiveChange={setActiveId}
        isDimmed={({ key }) => step.leftOut.has(key)}
        empty={null}
      />
    </div>
  )
}

function useLineColumns(store: ImportsStore, step: PreviewStep): readonly GridColumn<ImportLine>[] {
  const say = useSay(importsMessages)
  const changesOf = useChanges()
  const { compare } = useFormats()
  return useMemo(
    () => [
      {
        id: 'name',
        header: say('name'),
        text: ({ name }) => name,
        compare: (a, b) => compare(a.name, b.name),
        width: 180,
        grow: 1,
        isName: true,
      },
      { id: 'kind', header: say('kind'), text: ({ kind }) => say(`kind.${kind}`), width: 130 },
      { id: 'group', header: say('group'), text: ({ groupName }) => groupName ?? '', width: 80 },
      { id: 'changes', header: say('changes'), text: changesOf, width: 240, grow: 3 },
      {
        id: 'choice',
        header: say('choice'),
        text: () => '',
        cell: (line) => <Choice store={store} step={step} line={line} />,
        width: 220,
      },
    ],
    [say, changesOf, compare, store, step],
  )
}

/** `Achternaam: Jansen → Janssen · Groep: 4A`. */
function useChanges() {
  const say = useSay(importsMessages)
  const sayField = useSay(importFieldMessages)
  return useMemo(
    () =>
      ({ changes, line }: ImportLine) =>
        changes.length === 0
          ? line === null
            ? ''
            : say('line', { line })
          : changes
              .map(({ field, from, to }) => {
                const name = isField(field) ? sayField(field) : field
                return from ? `${name}: ${from} → ${to ?? '–'}` : `${name}: ${to ?? '–'}`
              })
              .join(' · '),
    [say, sayField],
  )
}

const isField = (field: string): field is keyof typeof importFieldMessages.nl =>
  field in importFieldMessages.nl

type ChoiceProps = {
  readonly store: ImportsStore
  readonly step: PreviewStep
  readonly line: ImportLine
}

function Choice({ store, step, line }: ChoiceProps) {
  const say = useSay(importsMessages)
  const { leaveOut, decide } = useStore(store)
  if (line.outcome === 'refused') return null
  if (line.outcome !== 'doubtful') {
    return (
      <CheckboxField
        label={say('include')}
        value={!step.leftOut.has(line.key)}
        onChange={(isTaken) => leaveOut(line.key, !isTaken)}
      />
    )
  }
  const people = line.candidates.map(({ id, name, because }) => ({
    value: id,
    label: isReason(because) ? `${name} · ${say(`because.${because}`)}` : name,
  }))
  return (
    <SelectField
      label={`${say('who')} ${line.name}`}
      isLabelHidden
      placeholder={say('who')}
      value={step.decisions[line.key] ?? null}
      onChange={(decision) => decide(line.key, decision)}
      options={[...people, { value: 'new', label: say('decideNew') }]}
    />
  )
}

type Reason =
  Extract<keyof typeof importsMessages.nl, `because.${string}`> extends `because.${infer Name}`
    ? Name
    : never
const isReason = (text: string): text is Reason => `because.${text}` in importsMessages.nl
