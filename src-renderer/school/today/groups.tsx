import { groupsContract } from '#shared/groups/groups-contract.ts'
import type { TodayOverview } from '#shared/school/school-contract.ts'
import { todayMessages } from '#shared/school/today-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { go } from '../../platform/routes.ts'
import { Button, IconButton, LinkButton } from '../../platform/ui/button.tsx'
import { IconAlertTriangle, IconCheck, IconPrinter } from '../../platform/ui/icons.ts'
import { Section } from '../../platform/ui/page/page.tsx'
import { StatusTag } from '../../platform/ui/signs/status-tag.tsx'
import { useMay, useViewer } from '../../platform/viewer.tsx'
import { walkRows } from '../walk-rows.ts'
import classes from './today.module.css'

type Groups = TodayOverview['groups']

/** More than any school has classes; past it the start screen would be a list to draw, not to read. */
const shownAtMost = 40

export function TodayGroups({ groups }: { readonly groups: Groups }) {
  const say = useSay(todayMessages)
  const { role } = useViewer()
  const isTeacher = role === 'teacher'
  return (
    <Section
      title={say(isTeacher ? 'groups-own-title' : 'groups-title')}
      actions={
        !isTeacher && (
          <LinkButton onClick={() => go({ screen: 'groups' })}>{say('groups-all')}</LinkButton>
        )
      }
    >
      {groups.length === 0 ? <NoGroups /> : <GroupRows groups={groups.slice(0, shownAtMost)} />}
      {groups.length > shownAtMost && (
        <LinkButton onClick={() => go({ screen: 'groups' })}>
          {say('groups-more', { count: groups.length - shownAtMost })}
        </LinkButton>
      )}
    </Section>
  )
}

function NoGroups() {
  const say = useSay(todayMessages)
  const mayAdd = useMay(groupsContract.methods.add)
  return (
    <div className={classes.row}>
      <p className={classes.who}>{say(mayAdd ? 'groups-none' : 'groups-none-own')}</p>
      {mayAdd && (
        <Button size="small" onClick={() => go({ screen: 'groups' })}>
          {say('groups-add')}
        </Button>
      )}
    </div>
  )
}

function GroupRows({ groups }: { readonly groups: Groups }) {
  const say = useSay(todayMessages)
  return (
    <ul className={classes.rows} onKeyDown={walkRows}>
      {groups.map(({ id, name, pupilCount, incompleteCount }) => (
        <li key={id} className={classes.row} data-size="small">
          <button
            type="button"
            className={classes.open}
            onClick={() => go({ screen: 'groups', id })}
          >
            <strong>{name}</strong>
            <span className={classes.aside}>{say('pupils', { count: pupilCount })}</span>
          </button>
          {incompleteCount > 0 ? (
            <StatusTag tone="warn" icon={IconAlertTriangle}>
              {say('group-incomplete', { count: incompleteCount })}
            </StatusTag>
          ) : (
            <StatusTag tone="quiet" icon={IconCheck}>
              {say('group-complete')}
            </StatusTag>
          )}
          <IconButton
            icon={IconPrinter}
            size="small"
            label={say('print-group', { name })}
            onClick={() => go({ screen: 'overviews', kind: 'class-overview', groupIds: [id] })}
          />
        </li>
      ))}
    </ul>
  )
}
