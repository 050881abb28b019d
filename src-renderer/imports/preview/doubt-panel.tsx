import { useStore } from 'zustand'
import { importReviewMessages } from '#shared/imports/import-review-messages.ts'
import type { ImportLine } from '#shared/imports/imports-contract.ts'
import { importsMessages } from '#shared/imports/imports-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { Kbd } from '../../platform/ui/signs/kbd.tsx'
import { type CandidateFacts, useCandidateFacts } from './candidate-facts.ts'
import type { LinePanelProps } from './line-panel.tsx'
import { useLineWords } from './line-words.ts'
import classes from './preview.module.css'

/** Who the file means, beside those it may be; nobody becomes one person by itself. */
export function DoubtPanel({ store, step, line }: LinePanelProps) {
  const say = useSay(importReviewMessages)
  const sayImport = useSay(importsMessages)
  const { decide } = useStore(store)
  const { reason } = useLineWords()
  const facts = useCandidateFacts(line)
  const decision = step.decisions[line.key] ?? null
  const choose = (wanted: string | null) => () => decide(line.key, wanted)
  const name = `decision-${line.key}`
  return (
    <div className={classes.doubt}>
      <section className={classes.person}>
        <h4>{line.line === null ? say('inFile') : say('inFileLine', { line: line.line })}</h4>
        <FileFacts line={line} />
      </section>
      <fieldset className={classes.candidates}>
        <legend>{sayImport('who')}</legend>
        <div className={classes.cards}>
          {line.candidates.map((candidate, at) => (
            <label key={candidate.id} className={classes.candidate}>
              <input
                type="radio"
                name={name}
                checked={decision === candidate.id}
                onChange={choose(candidate.id)}
              />
              <span>
                <strong>{candidate.name}</strong>
                <span className="muted">{reason(candidate.because)}</span>
              </span>
              <Kbd keys={String(at + 1)} />
              <KnownFacts facts={facts.get(candidate.id)} line={line} />
            </label>
          ))}
          <label className={classes.candidate}>
            <input type="radio" name={name} checked={decision === 'new'} onChange={choose('new')} />
            <strong>{sayImport('decideNew')}</strong>
            <Kbd keys="0" />
          </label>
          <label className={classes.candidate}>
            <input type="radio" name={name} checked={decision === null} onChange={choose(null)} />
            <span>{say('later')}</span>
            <Kbd keys="Delete" />
          </label>
        </div>
      </fieldset>
      <p className={classes.help}>{say('doubtHelp')}</p>
    </div>
  )
}

function FileFacts({ line: { name, groupName, changes } }: { readonly line: ImportLine }) {
  const sayImport = useSay(importsMessages)
  const { fieldName, value } = useLineWords()
  return (
    <dl className={classes.known}>
      {changes.length === 0 && (
        <div>
          <dt>{sayImport('name')}</dt>
          <dd>{name}</dd>
        </div>
      )}
      {changes.map(({ field, to }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a field may stand twice, as two phones do.
        <div key={at}>
          <dt>{fieldName(field)}</dt>
          <dd>{to && value(field, to)}</dd>
        </div>
      ))}
      {groupName && (
        <div>
          <dt>{sayImport('group')}</dt>
          <dd>{groupName}</dd>
        </div>
      )}
    </dl>
  )
}

type KnownFactsProps = { readonly facts: CandidateFacts | undefined; readonly line: ImportLine }

/** What the school has of a candidate; what the file says otherwise is marked in a word. */
function KnownFacts({ facts, line }: KnownFactsProps) {
  const say = useSay(importReviewMessages)
  const { fieldName, value: valueText } = useLineWords()
  if (!facts || facts.length === 0) return null
  const said = new Map(line.changes.map(({ field, to }) => [field, to]))
  return (
    <dl className={classes.known}>
      {facts.map(({ field, value }) => {
        const other = said.get(field)
        const differs = other !== undefined && other !== null && other !== value
        return (
          <div key={field} data-differs={differs || undefined}>
            <dt>{fieldName(field)}</dt>
            <dd>
              {valueText(field, value)}
              {differs && <em> ({say('differs')})</em>}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
