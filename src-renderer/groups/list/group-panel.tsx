import type { GroupRow } from '#shared/groups/groups-contract.ts'
import { groupsMessages } from '#shared/groups/groups-messages.ts'
import { groupsScreenMessages } from '#shared/groups/groups-screen-messages.ts'
import { pupilFieldMessages } from '#shared/pupils/pupil-field-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { go } from '../../platform/routes.ts'
import { Button, LinkButton } from '../../platform/ui/button.tsx'
import { IconUsersGroup } from '../../platform/ui/icons.ts'
import { Section } from '../../platform/ui/page/page.tsx'
import { SidePanel } from '../../platform/ui/page/side-panel.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { GroupDetails } from '../group-details.tsx'
import { groups, groupTables } from '../group-reads.ts'
import { PrintGroupMenu } from '../print-group-menu.tsx'
import classes from './group-list.module.css'

/** The chosen group beside the list. */
export function GroupPanel({ group }: { readonly group: GroupRow }) {
  const say = useSay(groupsScreenMessages)
  const open = () => go({ screen: 'groups', id: group.id })
  const facts = [
    say('pupils', { count: group.pupilCount }),
    group.yearGrades.length > 0 && say('grade-one', { grades: group.yearGrades.join(', ') }),
    group.schoolYearName,
  ]
  return (
    <SidePanel
      title={group.name}
      subtitle={facts.filter(Boolean).join(' · ')}
      onOpenFile={open}
      actions={
        <>
          <Button kind="primary" icon={IconUsersGroup} onClick={open}>
            {say('open-group')}
          </Button>
          <PrintGroupMenu groupId={group.id} />
        </>
      }
    >
      <div className={classes.panel}>
        <GroupDetails group={group} />
        <Team group={group} />
        {group.incompleteCount > 0 && <Gaps group={group} />}
      </div>
    </SidePanel>
  )
}

function Team({ group }: { readonly group: GroupRow }) {
  const say = useSay(groupsScreenMessages)
  const sayTask = useSay(groupsMessages)
  return (
    <Section title={say('column.staff')}>
      {group.staff.length === 0 && <p className="muted">{say('no-staff')}</p>}
      <ul className={classes.names}>
        {group.staff.map(({ id, name, task }) => (
          <li key={id} className={classes.name}>
            <span>{name}</span>
            <span className="muted">{sayTask(`task.${task}`)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Gaps({ group }: { readonly group: GroupRow }) {
  const say = useSay(groupsScreenMessages)
  const sayField = useSay(pupilFieldMessages)
  const incomplete = useFresh(groupTables, { groupId: group.id }, groups.incomplete)
  if (incomplete === 'loading') return null
  return (
    <Section title={say('tab.incomplete')}>
      <ul className={classes.names}>
        {incomplete.map(({ pupilId, name, missing }) => (
          <li key={pupilId} className={classes.name} data-private>
            <LinkButton onClick={() => go({ screen: 'pupil', id: pupilId })}>{name}</LinkButton>
            <span className="muted">
              {missing.map((field) => sayField(`missing.${field}`)).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
