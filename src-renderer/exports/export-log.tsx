import type { ExportLogEntry } from '#shared/exports/exports-contract.ts'
import { exportsMessages } from '#shared/exports/exports-messages.ts'
import { useFormats } from '../platform/formats.ts'
import { useSay } from '../platform/language.tsx'
import { Section } from '../platform/ui/page/page.tsx'
import classes from './exports.module.css'

const columns = [
  'when',
  'who',
  'format',
  'purpose',
  'pupils',
  'left-out',
  'taken',
  'numbers',
] as const

/** Who took what out of the house and what for, newest first; nobody can take a line away. */
export function ExportLog({ log }: { readonly log: readonly ExportLogEntry[] | 'loading' }) {
  const say = useSay(exportsMessages)
  if (log === 'loading') return null
  return (
    <Section title={say('log')}>
      {log.length === 0 ? (
        <p className={classes.hint}>{say('log-empty')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard too.
        <section className={classes.logBox} aria-label={say('log')} tabIndex={0}>
          <table className={classes.log}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {say(`log-${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {log.map((entry) => (
                <LogRow key={entry.id} entry={entry} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Section>
  )
}

function LogRow({ entry }: { readonly entry: ExportLogEntry }) {
  const say = useSay(exportsMessages)
  const { moment, number } = useFormats()
  return (
    <tr>
      <td>{moment(entry.at)}</td>
      <td>{entry.staffName}</td>
      <td>{say(`format.${entry.format}`)}</td>
      <td className={classes.purpose}>{entry.purpose}</td>
      <td data-number>{number(entry.pupils)}</td>
      <td data-number>{number(entry.protectedLeftOut)}</td>
      <td data-number>{number(entry.protectedTaken)}</td>
      <td>{say(entry.withNationalNumbers ? 'yes' : 'no')}</td>
    </tr>
  )
}
