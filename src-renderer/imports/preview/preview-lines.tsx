import { type ReactNode, useMemo } from 'react'
import { useStore } from 'zustand'
import { importReviewMessages } from '#shared/imports/import-review-messages.ts'
import type { ImportLine } from '#shared/imports/imports-contract.ts'
import { importsMessages } from '#shared/imports/imports-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { CheckboxField } from '../../platform/ui/fields/choice-field.tsx'
import type { GridColumn } from '../../platform/ui/grid/columns.ts'
import { DataGrid } from '../../platform/ui/grid/data-grid.tsx'
import { IconCircleCheck, IconHelp } from '../../platform/ui/icons.ts'
import { StatusTag } from '../../platform/ui/signs/status-tag.tsx'
import { useLineWords } from './line-words.ts'
import type { PreviewStepProps } from './preview-step.tsx'
import { canBeLeftOut } from './use-line-keys.ts'

type PreviewLinesProps = PreviewStepProps & {
  readonly lines: readonly ImportLine[]
  /** Whether lines of several kinds stand among each other. */
  readonly isMixed: boolean
  readonly activeId: string | null
  readonly onActive: (key: string) => void
  readonly onEnter: () => void
  readonly empty: ReactNode
}

const keyOf = ({ key }: ImportLine) => key

/** One row a person, address or group; the row's own choice stands at its end. */
export function PreviewLines(props: PreviewLinesProps) {
  const { store, step, lines, isMixed, activeId, onActive, onEnter, empty } = props
  const say = useSay(importsMessages)
  const all = useLineColumns({ store, step })
  const columns = useMemo(
    () => (isMixed ? all : all.filter(({ id }) => id !== 'kind')),
    [all, isMixed],
  )
  return (
    <DataGrid
      label={say('lines')}
      rows={lines}
      columns={columns}
      rowId={keyOf}
      activeId={activeId}
      onActiveChange={onActive}
      onOpenPanel={(_line, by) => {
        if (by === 'key') onEnter()
      }}
      isDimmed={({ key }) => step.leftOut.has(key)}
      empty={empty}
    />
  )
}

function useLineColumns({ store, step }: PreviewStepProps): readonly GridColumn<ImportLine>[] {
  const say = useSay(importsMessages)
  const { summary } = useLineWords()
  const { compare } = useFormats()
  return useMemo(
    () => [
      {
        id: 'name',
        header: say('name'),
        text: ({ name }) => name,
        compare: (a, b) => compare(a.name, b.name),
        width: 150,
        grow: 2,
        isName: true,
        isPrivate: true,
      },
      { id: 'kind', header: say('kind'), text: ({ kind }) => say(`kind.${kind}`), width: 150 },
      { id: 'group', header: say('group'), text: ({ groupName }) => groupName ?? '', width: 90 },
      {
        id: 'choice',
        header: say('choice'),
        text: () => '',
        cell: (line) => <Choice store={store} step={step} line={line} />,
        width: 150,
      },
      {
        id: 'changes',
        header: say('changes'),
        text: summary,
        width: 160,
        grow: 3,
        isPrivate: true,
      },
    ],
    [say, summary, compare, store, step],
  )
}

type ChoiceProps = PreviewStepProps & { readonly line: ImportLine }

function Choice({ store, step, line }: ChoiceProps) {
  const say = useSay(importsMessages)
  const { leaveOut } = useStore(store)
  if (line.outcome === 'doubtful') return <Decision step={step} line={line} />
  if (!canBeLeftOut(line)) return null
  return (
    <CheckboxField
      label={say('include')}
      value={!step.leftOut.has(line.key)}
      onChange={(isTaken) => leaveOut(line.key, !isTaken)}
    />
  )
}

function Decision({ step, line }: Omit<ChoiceProps, 'store'>) {
  const say = useSay(importReviewMessages)
  const decision = step.decisions[line.key]
  if (decision === undefined) {
    return (
      <StatusTag tone="warn" icon={IconHelp}>
        {say('undecided')}
      </StatusTag>
    )
  }
  const known = line.candidates.find(({ id }) => id === decision)
  return (
    <StatusTag tone="ok" icon={IconCircleCheck}>
      {known?.name ?? say('isNew')}
    </StatusTag>
  )
}
