import { useState } from 'react'
import { type GroupRow, groupsContract } from '#shared/groups/groups-contract.ts'
import { groupsMessages } from '#shared/groups/groups-messages.ts'
import { groupsScreenMessages } from '#shared/groups/groups-screen-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { go } from '../../platform/routes.ts'
import { useShortcuts } from '../../platform/shortcuts.ts'
import { toast } from '../../platform/toasts.ts'
import { Button } from '../../platform/ui/button.tsx'
import { IconDots, IconTrash, IconUsersGroup } from '../../platform/ui/icons.ts'
import { Menu } from '../../platform/ui/overlays/menu.tsx'
import { Page, PageHead } from '../../platform/ui/page/page.tsx'
import { type Tab, Tabs } from '../../platform/ui/page/tabs.tsx'
import { EmptyState } from '../../platform/ui/signs/empty-state.tsx'
import { Skeleton } from '../../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { useMay } from '../../platform/viewer.tsx'
import { ConsentMatrix } from '../consents/consent-matrix.tsx'
import { GroupDetails } from '../group-details.tsx'
import { groups, groupTables, readGroup } from '../group-reads.ts'
import { GroupPupils } from '../members/group-pupils.tsx'
import { PrintGroupMenu, printGroup } from '../print-group-menu.tsx'
import classes from './group-detail.module.css'
import { GroupTeam } from './group-team.tsx'
import { IncompleteList } from './incomplete-list.tsx'

type Part = 'pupils' | 'incomplete' | 'staff' | 'consents' | 'fields'

export function GroupDetail({ id }: { readonly id: string }) {
  const say = useSay(groupsScreenMessages)
  const group = useFresh(groupTables, id, readGroup)
  if (group === 'loading') {
    return (
      <Page title={say('title')} hasBack>
        <Skeleton />
      </Page>
    )
  }
  return group ? <OneGroup group={group} /> : <GroupGone />
}

function OneGroup({ group }: { readonly group: GroupRow }) {
  const say = useSay(groupsScreenMessages)
  const [part, show] = useState<Part>('pupils')
  const facts = [
    group.yearGrades.length > 0 && say('grade-one', { grades: group.yearGrades.join(', ') }),
    group.room && say('room-named', { room: group.room }),
    group.staff.map(({ name }) => name).join(', '),
    group.schoolYearName,
  ]
  const tabs: readonly Tab<Part>[] = [
    { value: 'pupils', label: say('tab.pupils'), mark: <span>{group.pupilCount}</span> },
    ...(group.incompleteCount > 0
      ? [
          {
            value: 'incomplete',
            label: say('tab.incomplete'),
            mark: <span>{group.incompleteCount}</span>,
          } as const,
        ]
      : []),
    { value: 'staff', label: say('tab.staff') },
    { value: 'consents', label: say('tab.consents') },
    { value: 'fields', label: say('tab.fields') },
  ]
  // The tab of what is missing goes when the last gap is filled.
  const shown = tabs.some(({ value }) => value === part) ? part : 'pupils'
  useShortcuts(group.name, [
    { keys: 'mod+p', says: say('print'), run: () => printGroup(group.id, 'class-overview') },
  ])
  return (
    <div className={classes.screen} data-pane>
      <PageHead
        title={group.name}
        subtitle={facts.filter(Boolean).join(' · ')}
        hasBack
        actions={
          <>
            <PrintGroupMenu groupId={group.id} />
            <MoreMenu group={group} />
          </>
        }
      />
      <div className={classes.body} data-fits={isGrid(shown) || undefined}>
        <Tabs
          label={say('tabs-label', { name: group.name })}
          tabs={tabs}
          value={shown}
          onChange={show}
        >
          {shown === 'pupils' && <GroupPupils group={group} />}
          {shown === 'incomplete' && <IncompleteList groupId={group.id} />}
          {shown === 'staff' && <GroupTeam group={group} />}
          {shown === 'consents' && <ConsentMatrix group={group} />}
          {shown === 'fields' && <GroupDetails group={group} />}
        </Tabs>
      </div>
    </div>
  )
}

/** A list scrolls inside itself; the other parts scroll with the screen. */
const isGrid = (part: Part) => part === 'pupils' || part === 'incomplete'

function MoreMenu({ group }: { readonly group: GroupRow }) {
  const say = useSay(groupsScreenMessages)
  const sayRefusal = useSay(groupsMessages)
  const mayRemove = useMay(groupsContract.methods.remove)
  if (!mayRemove) return null
  async function remove() {
    const answer = await groups.remove({ id: group.id })
    if (!answer.ok) {
      return toast({ text: sayRefusal(answer.refusal, answer.details), tone: 'alert' })
    }
    go({ screen: 'groups' })
    return toast({ text: say('group-removed', { name: group.name }), undo: 'last' })
  }
  return (
    <Menu
      label={say('more')}
      icon={IconDots}
      isIconOnly
      entries={[
        {
          label: say('group-remove'),
          icon: IconTrash,
          isDanger: true,
          onSelect: () => void remove(),
        },
      ]}
    />
  )
}

function GroupGone() {
  const say = useSay(groupsScreenMessages)
  return (
    <Page title={say('title')} hasBack>
      <EmptyState
        icon={IconUsersGroup}
        title={say('group-gone')}
        action={<Button onClick={() => go({ screen: 'groups' })}>{say('to-groups')}</Button>}
      />
    </Page>
  )
}
