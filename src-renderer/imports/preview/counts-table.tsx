import type { ImportCounts, ImportedKind } from '#shared/imports/imports-contract.ts'
import { importsMessages } from '#shared/imports/imports-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { countedKinds, type Outcome, outcomes } from './counted.ts'
import classes from './preview.module.css'

type CountsTableProps = {
  readonly counts: Readonly<Record<ImportedKind, ImportCounts>>
  /** A number leads to its lines; absent where there are none to see. */
  readonly onPick?: (kind: ImportedKind, outcome: Outcome) => void
}

/** What the file holds against what the school has, in numbers. */
export function CountsTable({ counts, onPick }: CountsTableProps) {
  const say = useSay(importsMessages)
  const kinds = countedKinds(counts)
  if (kinds.length === 0) return null
  return (
    <div className={classes.countsFrame}>
      <table className={classes.counts}>
        <caption className="visually-hidden">{say('preview')}</caption>
        <thead>
          <tr>
            <td />
            {outcomes.map((outcome) => (
              <th key={outcome} scope="col">
                {say(`outcome.${outcome}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{say(`kind.${kind}`)}</th>
              {outcomes.map((outcome) => (
                <CountCell
                  key={outcome}
                  count={counts[kind]?.[outcome] ?? 0}
                  says={`${say(`kind.${kind}`)}, ${say(`outcome.${outcome}`)}`}
                  onPick={onPick && (() => onPick(kind, outcome))}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type CountCellProps = {
  readonly count: number
  readonly says: string
  readonly onPick: (() => void) | undefined
}

function CountCell({ count, says, onPick }: CountCellProps) {
  if (count === 0) return <td data-none>0</td>
  if (!onPick) return <td>{count}</td>
  return (
    <td>
      <button type="button" aria-label={`${says}: ${count}`} onClick={onPick}>
        {count}
      </button>
    </td>
  )
}
