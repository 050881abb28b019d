import { useState } from 'react'
import { codeWord } from '#shared/absences/messages/code-words.ts'
import type { CounterLine } from '#shared/counters/counter.ts'
import type { CounterDetail, CounterRow } from '#shared/counters/counters-contract.ts'
import { amountText } from '#shared/counters/words/amounts.ts'
import { counterWords } from '#shared/counters/words/counter-words.ts'
import { counterScreenWords } from '#shared/counters/words/screen-words.ts'
import { useFormats } from '../platform/formats.ts'
import { useLocale, useSay } from '../platform/language.tsx'
import { go } from '../platform/routes.ts'
import { Button } from '../platform/ui/button.tsx'
import { IconFileText } from '../platform/ui/icons.ts'
import { SidePanel } from '../platform/ui/page/side-panel.tsx'
import { Portrait } from '../platform/ui/signs/portrait.tsx'
import { Skeleton } from '../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../platform/use-fresh.ts'
import { ContestDialog, useWithdrawContest } from './contest-dialog.tsx'
import { countedTables, counters } from './counter-calls.ts'
import { CounterReportBox } from './counter-report-box.tsx'
import { CounterTag, Meter } from './counter-signs.tsx'
import classes from './counters.module.css'

/** All counters of one pupil, each with its sum line by line. */
export function CounterPanel({ row }: { readonly row: CounterRow }) {
  const { pupilId, name, groupName } = row
  const say = useSay(counterScreenWords)
  const known = useFresh(countedTables, { pupilId }, (input) => counters.ofPupil(input))
  const openFile = () => go({ screen: 'pupil', id: pupilId })
  return (
    <SidePanel
      title={name}
      picture={<Portrait name={name} />}
      subtitle={<span>{groupName}</span>}
      onOpenFile={openFile}
      actions={
        <Button icon={IconFileText} onClick={openFile}>
          {say('open-file')}
        </Button>
      }
    >
      {known === 'loading' ? (
        <Skeleton />
      ) : (
        <div className={classes.panel}>
          {chosenFirst(known, row).map((counter) => (
            <OneCounter key={`${counter.kind} ${counter.from}`} row={row} counter={counter} />
          ))}
        </div>
      )}
    </SidePanel>
  )
}

/** What was chosen in the list stands on top. */
function chosenFirst(counters: readonly CounterDetail[], { kind, from }: CounterRow) {
  const isChosen = (counter: CounterDetail) => counter.kind === kind && counter.from === from
  return counters.toSorted((a, b) => Number(isChosen(b)) - Number(isChosen(a)))
}

type OneCounterProps = { readonly row: CounterRow; readonly counter: CounterDetail }

function OneCounter({ row, counter }: OneCounterProps) {
  const say = useSay(counterScreenWords)
  const sayCounter = useSay(counterWords)
  const { day } = useFormats()
  const { kind, state, from, until, reachedOn, deadline, left } = counter
  return (
    <section className={classes.counter}>
      <div className={classes.counterHead}>
        <h3>{sayCounter(`kind.${kind}`)}</h3>
        <CounterTag state={state} />
      </div>
      <Meter counter={counter} />
      <p className={classes.facts}>
        {from && until && <span>{say('sum-from-to', { from: day(from), until: day(until) })}</span>}
        {reachedOn && <span>{say('reached', { day: day(reachedOn) })}</span>}
        {deadline && reachedOn && <b>{say('deadline', { day: day(deadline) })}</b>}
        {left !== null && (
          <span>
            {say(kind === 'be-parents-notes' ? 'notes-left' : 'forecast', { count: left })}
          </span>
        )}
      </p>
      {counter.lines.length > 0 && <Lines row={row} counter={counter} />}
      {reachedOn && isReportable(counter) && <CounterReportBox row={row} counter={counter} />}
    </section>
  )
}

const isReportable = ({ kind }: CounterDetail) =>
  kind !== 'se-same-day' && kind !== 'be-parents-notes' && kind !== 'be-five-year-old'

function Lines({ row, counter }: OneCounterProps) {
  const say = useSay(counterScreenWords)
  const sayCounter = useSay(counterWords)
  const { language } = useLocale()
  const [contested, contest] = useState<CounterLine | null>(null)
  const amount = (value: number) =>
    counter.unit === 'minutes'
      ? sayCounter('unit.minutes', { count: value })
      : amountText(value, counter.unit, { say: sayCounter, language })
  return (
    <>
      <table className={classes.lines} aria-label={say('sum')}>
        <tbody>
          {counter.lines.map((line, at) => (
            <Line
              // biome-ignore lint/suspicious/noArrayIndexKey: two spells of one half day differ by place alone.
              key={`${line.day} ${line.part} ${at}`}
              row={row}
              counter={counter}
              line={line}
              amount={amount(line.amount)}
              onContest={() => contest(line)}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={2}>{say('sum-total')}</td>
            <td>{amount(counter.total)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
      {contested && (
        <ContestDialog
          row={row}
          kind={counter.kind}
          line={contested}
          onClose={() => contest(null)}
        />
      )}
    </>
  )
}

type LineProps = OneCounterProps & {
  readonly line: CounterLine
  readonly amount: string
  readonly onContest: () => void
}

function Line({ row, counter, line, amount, onContest }: LineProps) {
  const say = useSay(counterScreenWords)
  const sayCounter = useSay(counterWords)
  const { weekday } = useFormats()
  const { language } = useLocale()
  const withdraw = useWithdrawContest(row, counter.kind)
  const contest = counter.contests.find(({ day, part }) => day === line.day && part === line.part)
  const what = [
    line.kind && sayCounter(`spell.${line.kind}`),
    line.code && codeWord(line.code, [], language),
  ]
    .filter(Boolean)
    .join(' · ')
  return (
    <tr data-counts={line.amount === 0 ? 'no' : 'yes'}>
      <th scope="row">
        {weekday(line.day)}
        {line.part && <small>{sayCounter(`part.${line.part}`)}</small>}
      </th>
      <td>
        {what}
        <small>{sayCounter(`why.${line.why}`)}</small>
        {contest && (
          <small>{say('contested-by', { name: contest.byName, reason: contest.reason })}</small>
        )}
      </td>
      <td>{amount}</td>
      <td>
        {contest ? (
          <Button size="small" kind="quiet" onClick={() => void withdraw(line)}>
            {say('contest-withdraw')}
          </Button>
        ) : (
          line.part &&
          line.amount !== 0 && (
            <Button size="small" kind="quiet" onClick={onContest}>
              {say('contest')}
            </Button>
          )
        )}
      </td>
    </tr>
  )
}
