import { groupsContract, type IncompletePupil } from '#shared/groups/groups-contract.ts'
import { pupilFieldMessages } from '#shared/pupils/pupil-field-messages.ts'
import { pupilsContract } from '#shared/pupils/pupils-contract.ts'
import { pupilsMessages } from '#shared/pupils/pupils-messages.ts'
import type { TodayOverview } from '#shared/school/school-contract.ts'
import { todayMessages } from '#shared/school/today-messages.ts'
import { connect } from '../../platform/client.ts'
import { useSay } from '../../platform/language.tsx'
import { go } from '../../platform/routes.ts'
import { Button, LinkButton } from '../../platform/ui/button.tsx'
import { IconAlertTriangle, IconUsers } from '../../platform/ui/icons.ts'
import { Section } from '../../platform/ui/page/page.tsx'
import { StatusTag } from '../../platform/ui/signs/status-tag.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { walkRows } from '../walk-rows.ts'
import classes from './today.module.css'

const groups = connect(groupsContract)
const pupils = connect(pupilsContract)

/** More belongs on a screen of its own. */
const shownAtMost = 5
const shownTables = ['pupils', 'enrolments', 'memberships', 'guardianLinks', 'phones', 'residences']

/** The first few things that wait for the office, each with the button that does it. */
export function TodayToDo({ overview }: { readonly overview: TodayOverview }) {
  const say = useSay(todayMessages)
  const sayField = useSay(pupilFieldMessages)
  const sayPupil = useSay(pupilsMessages)
  const incomplete = useFresh(shownTables, { groupId: null }, groups.incomplete)
  const duplicates = useFresh(shownTables, {}, pupils.duplicates)
  if (incomplete === 'loading' || duplicates === 'loading') return null

  const doubles = duplicates.slice(0, 2)
  const gaps = mostUrgentFirst(incomplete).slice(0, shownAtMost - doubles.length)
  const isMore = incomplete.length > gaps.length
  const count = overview.incompleteCount
  return (
    <Section
      title={say('to-do')}
      actions={
        isMore && (
          <LinkButton onClick={() => go({ screen: 'groups', id: 'incomplete' })}>
            {say('to-do-all', { count })}
          </LinkButton>
        )
      }
    >
      <ul className={classes.rows} onKeyDown={walkRows}>
        {doubles.map(({ pupils: [one, other], because }) => (
          <li key={one.id + other.id} className={classes.row}>
            <span className={classes.kind}>
              <StatusTag tone="info" icon={IconUsers}>
                {say('tag.duplicate')}
              </StatusTag>
            </span>
            <div className={classes.who} data-private>
              <strong>{namesOf(one, other)}</strong>
              <p>{say('to-do-same', { reason: sayPupil(`because.${because}`) })}</p>
            </div>
            <Button
              size="small"
              aria-label={say('compare-of', { names: namesOf(one, other) })}
              onClick={() => go({ screen: 'pupils', id: 'duplicates' })}
            >
              {say('compare')}
            </Button>
          </li>
        ))}
        {gaps.map(({ pupilId, name, groupName, missing }) => (
          <li key={pupilId} className={classes.row}>
            <span className={classes.kind}>
              <StatusTag tone="warn" icon={IconAlertTriangle}>
                {say('tag.incomplete')}
              </StatusTag>
            </span>
            <div className={classes.who} data-private>
              <strong>{[name, groupName].filter(Boolean).join(', ')}</strong>
              <p>
                {say('to-do-missing', {
                  fields: missing.map((field) => sayField(`missing.${field}`)).join(', '),
                })}
              </p>
            </div>
            <Button
              size="small"
              aria-label={say('complete-of', { name })}
              onClick={() => go({ screen: 'pupil', id: pupilId })}
            >
              {say('complete')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Whoever lacks a group alone often has yet to come to school: less urgent than a missing phone. */
function mostUrgentFirst(pupils: readonly IncompletePupil[]) {
  const lacksGroupAlone = ({ missing }: IncompletePupil) => missing.join() === 'group'
  return [...pupils.filter((pupil) => !lacksGroupAlone(pupil)), ...pupils.filter(lacksGroupAlone)]
}

type Named = { readonly name: string; readonly groupName: string }

const namesOf = (...both: readonly Named[]) =>
  both.map(({ name, groupName }) => [name, groupName].filter(Boolean).join(', ')).join(' · ')
