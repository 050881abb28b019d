import { useState } from 'react'
import { meetingRefusalMessages } from '#shared/meetings/meeting-refusal-messages.ts'
import { meetingsContract, type RoundPage } from '#shared/meetings/meetings-contract.ts'
import { meetingsMessages } from '#shared/meetings/meetings-messages.ts'
import { RoundId, type RoundState } from '#shared/meetings/round.ts'
import { addDays } from '#shared/platform/day.ts'
import { useSay } from '../platform/language.tsx'
import { go } from '../platform/routes.ts'
import { Button } from '../platform/ui/button.tsx'
import { IconCopy, IconDots, IconTrash, IconUsersGroup } from '../platform/ui/icons.ts'
import { Menu } from '../platform/ui/overlays/menu.tsx'
import { Modal } from '../platform/ui/overlays/modal.tsx'
import { PageHead } from '../platform/ui/page/page.tsx'
import { Tabs } from '../platform/ui/page/tabs.tsx'
import { EmptyState } from '../platform/ui/signs/empty-state.tsx'
import { Skeleton } from '../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../platform/use-fresh.ts'
import { useMay } from '../platform/viewer.tsx'
import { BoardTab } from './board/board-tab.tsx'
import { FamiliesTab } from './families/families-tab.tsx'
import { HoursTab } from './hours/hours-tab.tsx'
import { meetings, meetingTables, told } from './meeting-calls.ts'
import classes from './meetings.module.css'
import { PrintMenu } from './print-menu.tsx'
import { RoundTag } from './round-tag.tsx'
import { SetupTab } from './setup/setup-tab.tsx'

const places = ['setup', 'hours', 'board', 'families'] as const
type Place = (typeof places)[number]

/** One round: how it is set up, when teachers are there, who is when, and who answered. */
export function RoundPlace({ roundId: id }: { readonly roundId: string }) {
  const say = useSay(meetingsMessages)
  const sayRefusal = useSay(meetingRefusalMessages)
  const roundId = RoundId.parse(id)
  const page = useFresh([...meetingTables, 'staff', 'pupils', 'guardians'], { roundId }, () =>
    meetings.find({ roundId }),
  )
  const mayPlan = useMay(meetingsContract.methods.plan)
  const [chosen, choose] = useState<Place | null>(null)
  if (page === 'loading') return <Skeleton />
  if (!page) {
    return <EmptyState icon={IconUsersGroup} title={sayRefusal('round.not-found')} />
  }
  const place = mayPlan ? (chosen ?? (page.sheet.talks.length > 0 ? 'board' : 'setup')) : 'board'
  return (
    <div data-pane className={classes.place}>
      <PageHead
        hasBack
        title={page.sheet.round.name}
        aside={<RoundTag state={page.sheet.round.state} />}
        subtitle={<Progress page={page} />}
        actions={
          <>
            <PrintMenu roundId={roundId} mayPlan={mayPlan} />
            {mayPlan && <RoundActions page={page} />}
          </>
        }
      />
      {mayPlan ? (
        <Tabs
          label={page.sheet.round.name}
          tabs={places.map((value) => ({ value, label: say(`tab-${value}`) }))}
          value={place}
          onChange={choose}
        >
          {place === 'setup' && <SetupTab page={page} />}
          {place === 'hours' && <HoursTab page={page} />}
          {place === 'board' && <BoardTab page={page} mayPlan />}
          {place === 'families' && <FamiliesTab page={page} />}
        </Tabs>
      ) : (
        <BoardTab page={page} mayPlan={false} />
      )}
    </div>
  )
}

function Progress({ page: { sheet } }: { readonly page: RoundPage }) {
  const say = useSay(meetingsMessages)
  const talks = sheet.talks.filter(({ cancelledAt }) => cancelledAt === null)
  const parties = sheet.parties.filter(({ declinedAt }) => declinedAt === null)
  return say('progress', {
    talks: talks.length,
    placed: talks.filter(({ place }) => place !== null).length,
    parties: parties.length,
    answered: parties.filter(({ answeredAt }) => answeredAt !== null).length,
  })
}

/** The next step of a round; what is not a step is in the menu. */
const nextState: Record<RoundState, RoundState> = {
  draft: 'open',
  open: 'planned',
  planned: 'closed',
  closed: 'planned',
}

function RoundActions({ page }: { readonly page: RoundPage }) {
  const say = useSay(meetingsMessages)
  const sayRefusal = useSay(meetingRefusalMessages)
  const { round, days, parties } = page.sheet
  const [asked, ask] = useState<RoundState | null>(null)
  const next = nextState[round.state]
  const set = (state: RoundState) =>
    void told(sayRefusal, meetings.setState({ roundId: round.id, state }), say(`state.${state}`))
  async function copy() {
    const firstDay = days[0]?.day
    if (!firstDay) return
    const answer = await meetings.copy({ roundId: round.id, firstDay: addDays(firstDay, 364) })
    if (answer.ok) go({ screen: 'meetings', id: answer.value })
  }
  async function remove() {
    if (await told(sayRefusal, meetings.remove({ roundId: round.id }), say('saved')))
      go({ screen: 'meetings' })
  }
  const isTold = next === 'open' || (next === 'planned' && round.state === 'open')
  return (
    <>
      <Button
        kind={next === 'closed' ? 'default' : 'primary'}
        onClick={() => (isTold ? ask(next) : set(next))}
      >
        {say(`to-${next}`)}
      </Button>
      <Menu
        label={round.name}
        icon={IconDots}
        isIconOnly
        entries={[
          ...(round.state === 'draft'
            ? []
            : [{ label: say('to-draft'), onSelect: () => set('draft') }]),
          ...(days.length === 0
            ? []
            : [{ label: say('copy-round'), icon: IconCopy, onSelect: () => void copy() }]),
          ...(round.state === 'draft'
            ? [
                {
                  label: say('remove-round'),
                  icon: IconTrash,
                  isDanger: true,
                  onSelect: () => void remove(),
                },
              ]
            : []),
        ]}
      />
      {asked && (
        <Modal
          title={say(`to-${asked}`)}
          onClose={() => ask(null)}
          footer={
            <>
              <Button onClick={() => ask(null)}>{say('cancel')}</Button>
              <Button
                kind="primary"
                onClick={() => {
                  set(asked)
                  ask(null)
                }}
              >
                {say(`to-${asked}`)}
              </Button>
            </>
          }
        >
          <p>
            {say(asked === 'open' ? 'open-confirm' : 'planned-confirm', {
              parties: parties.filter(({ declinedAt }) => declinedAt === null).length,
            })}
          </p>
        </Modal>
      )}
    </>
  )
}
