import { useId } from 'react'
import { useStore } from 'zustand'
import { importReviewMessages } from '#shared/imports/import-review-messages.ts'
import type { ImportLine } from '#shared/imports/imports-contract.ts'
import { importsMessages } from '#shared/imports/imports-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { CheckboxField } from '../../platform/ui/fields/choice-field.tsx'
import { DoubtPanel } from './doubt-panel.tsx'
import { useLineWords } from './line-words.ts'
import classes from './preview.module.css'
import type { PreviewStepProps } from './preview-step.tsx'
import { canBeLeftOut } from './use-line-keys.ts'

export type LinePanelProps = PreviewStepProps & { readonly line: ImportLine }

/** The chosen line in full: what the file says, against what the school has. */
export function LinePanel({ store, step, line }: LinePanelProps) {
  const say = useSay(importsMessages)
  const { leaveOut } = useStore(store)
  const titleId = useId()
  return (
    <aside aria-labelledby={titleId} className={classes.detail} data-private>
      <header>
        <h3 id={titleId}>{line.name}</h3>
        <span className="muted">
          {[
            say(`kind.${line.kind}`),
            say(`outcome.${line.outcome}`),
            line.groupName,
            line.line === null ? null : say('line', { line: line.line }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </header>
      {canBeLeftOut(line) && (
        <CheckboxField
          label={say('include')}
          value={!step.leftOut.has(line.key)}
          onChange={(isTaken) => leaveOut(line.key, !isTaken)}
        />
      )}
      {line.outcome === 'doubtful' ? (
        <DoubtPanel store={store} step={step} line={line} />
      ) : (
        <Changes line={line} />
      )}
    </aside>
  )
}

/** Field by field; of somebody new there is nothing to compare with. */
function Changes({ line: { changes, outcome } }: { readonly line: ImportLine }) {
  const say = useSay(importReviewMessages)
  const { fieldName, value } = useLineWords()
  if (outcome === 'refused') return <p>{say('refusedLine')}</p>
  if (changes.length === 0) {
    return <p className="muted">{say(outcome === 'unchanged' ? 'unchangedLine' : 'nothingSaid')}</p>
  }
  const hasFormer = changes.some(({ from }) => from)
  return (
    <table className={classes.changes}>
      <thead>
        <tr>
          <th scope="col">{say('field')}</th>
          {hasFormer && <th scope="col">{say('from')}</th>}
          <th scope="col">{say('to')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, from, to }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a field may stand twice, as two phones do.
          <tr key={at}>
            <th scope="row">{fieldName(field)}</th>
            {hasFormer && <td>{from ? value(field, from) : '–'}</td>}
            <td>{to ? value(field, to) : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
