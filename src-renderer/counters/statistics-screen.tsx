import { useState } from 'react'
import type { GroupYear } from '#shared/counters/statistics.ts'
import { statisticsWords } from '#shared/counters/words/statistics-words.ts'
import { useFormats } from '../platform/formats.ts'
import { useSay } from '../platform/language.tsx'
import { saveText } from '../platform/save-text.ts'
import { Button } from '../platform/ui/button.tsx'
import { SelectField } from '../platform/ui/fields/select-field.tsx'
import { IconDownload, IconUsersGroup } from '../platform/ui/icons.ts'
import { Page, Section } from '../platform/ui/page/page.tsx'
import { EmptyState } from '../platform/ui/signs/empty-state.tsx'
import { Skeleton } from '../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../platform/use-fresh.ts'
import { countedTables, counters } from './counter-calls.ts'
import classes from './statistics.module.css'
import { WeekBars } from './week-bars.tsx'

const all = 'all'

/** Absence of groups beside each other, and the weeks of the school year. */
export function StatisticsScreen() {
  const say = useSay(statisticsWords)
  const [groupId, setGroup] = useState(all)
  const known = useFresh([...countedTables, 'groups'], { groupId }, (input) =>
    counters.statistics({ groupId: input.groupId === all ? null : input.groupId }),
  )
  if (known === 'loading') {
    return (
      <Page title={say('title')}>
        <Skeleton />
      </Page>
    )
  }
  const { groups, weeks } = known
  if (groups.length === 0) {
    return (
      <Page title={say('title')}>
        <EmptyState icon={IconUsersGroup} title={say('empty-title')}>
          {say('empty-text')}
        </EmptyState>
      </Page>
    )
  }
  return (
    <Page
      title={say('title')}
      actions={
        <Button
          icon={IconDownload}
          onClick={() => saveText(csvOf(groups, say), say('file'), 'text/csv')}
        >
          {say('save-csv')}
        </Button>
      }
    >
      <div className={classes.stats}>
        <Section
          title={say('weeks')}
          actions={
            <SelectField
              label={say('group')}
              value={groupId}
              onChange={setGroup}
              options={[
                { value: all, label: say('whole-school') },
                ...groups.map((group) => ({ value: group.groupId, label: group.groupName })),
              ]}
            />
          }
        >
          <WeekBars weeks={weeks} />
        </Section>
        <Section title={say('groups')}>
          <GroupTable groups={groups} />
        </Section>
      </div>
    </Page>
  )
}

function GroupTable({ groups }: { readonly groups: readonly GroupYear[] }) {
  const say = useSay(statisticsWords)
  const { number } = useFormats()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reached by keyboard.
    <section className={classes.groups} aria-label={say('groups')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {(
              [
                'group',
                'pupils',
                'authorised',
                'unauthorised',
                'unjudged',
                'late',
                'share',
              ] as const
            ).map((column) => (
              <th key={column} scope="col">
                {say(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ groupId, groupName, pupils, totals, percentage }) => (
            <tr key={groupId}>
              <th scope="row">{groupName}</th>
              <td>{number(pupils)}</td>
              <td>{number(totals.authorised)}</td>
              <td>{number(totals.unauthorised)}</td>
              <td>{number(totals.unjudged)}</td>
              <td>{number(totals.late)}</td>
              <td>{percentage === null ? '–' : `${number(percentage)} %`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type SayStatistics = ReturnType<typeof useSay<typeof statisticsWords.nl>>

/** Group names may begin with a sign that a spreadsheet would execute: an apostrophe stands before it. */
function csvOf(groups: readonly GroupYear[], say: SayStatistics): string {
  const cell = (text: string) => {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
    return `"${safe.replaceAll('"', '""')}"`
  }
  const head = [
    say('group'),
    say('pupils'),
    say('authorised'),
    say('unauthorised'),
    say('unjudged'),
    say('late'),
    say('late-minutes'),
    say('minutes'),
    say('share'),
  ]
  const rows = groups.map(({ groupName, pupils, totals, percentage }) => [
    cell(groupName),
    pupils,
    totals.authorised,
    totals.unauthorised,
    totals.unjudged,
    totals.late,
    totals.lateMinutes,
    totals.minutes,
    percentage ?? '',
  ])
  const lines = [head.map(cell), ...rows].map((row) => row.join(';'))
  // The mark that tells Excel of UTF-8.
  return `\uFEFF${lines.join('\r\n')}\r\n`
}
