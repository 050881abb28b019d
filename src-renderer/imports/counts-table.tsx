import { type ImportCounts, importedKinds } from '#shared/imports/imports-contract.ts'
import { importsMessages } from '#shared/imports/imports-messages.ts'
import { useSay } from '../platform/language.tsx'
import classes from './imports.module.css'

const outcomes = ['new', 'changed', 'unchanged', 'doubtful', 'refused'] as const

type CountsTableProps = { readonly counts: Readonly<Record<string, ImportCounts>> }

/** What the file holds against what the school has, in numbers. */
export function CountsTable({ counts }: CountsTableProps) {
  const say = useSay(importsMessages)
  const kinds = importedKinds.filter((kind) =>
    outcomes.some((outcome) => (counts[kind]?.[outcome] ?? 0) > 0),
  )
  return (
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
            {outcomes.map((outcome) => {
              const count = counts[kind]?.[outcome] ?? 0
              return (
                <td key={outcome} data-none={count === 0 || undefined} data-outcome={outcome}>
                  {count}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
