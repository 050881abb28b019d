import { accountsContract } from '#shared/accounts/office/accounts-contract.ts'
import { inboxMessages } from '#shared/change-requests/messages/inbox-messages.ts'
import { type LeaveRow, leaveContract } from '#shared/leave/leave-contract.ts'
import { syncContract } from '#shared/sync/sync-contract.ts'
import { AccessRequests } from './accounts/requests/access-requests.tsx'
import { ChangesInbox } from './change-requests/changes-inbox.tsx'
import { useWaitingRequests } from './change-requests/use-waiting-requests.ts'
import { useHistoryWords } from './history/words.ts'
import classes from './inbox/inbox.module.css'
import { type InboxKind, InboxScreen } from './inbox/inbox-screen.tsx'
import { connect } from './platform/client.ts'
import { useFormats } from './platform/formats.ts'
import { useSay } from './platform/language.tsx'
import { go, type RouteOf } from './platform/routes.ts'
import { LinkButton } from './platform/ui/button.tsx'
import { IconPlane } from './platform/ui/icons.ts'
import { EmptyState } from './platform/ui/signs/empty-state.tsx'
import { useFresh } from './platform/use-fresh.ts'
import { Notices } from './sync/notices.tsx'
import { Rejections } from './sync/rejections.tsx'

const accounts = connect(accountsContract)
const leave = connect(leaveContract)
const sync = connect(syncContract)

/** What comes in, with the features that draw it: they do not know each other, and meet here. */
export function InboxPlace({ route }: { readonly route: RouteOf<'inbox'> }) {
  return <InboxScreen route={route} kinds={kinds} />
}

const kinds: readonly InboxKind[] = [
  {
    name: 'changes',
    useWaiting: useWaitingRequests,
    draw: (head) => <ChangesInbox head={head} />,
  },
  {
    name: 'leave',
    useWaiting: () => useOpenLeave().length,
    draw: (head) => (
      <div className={classes.page} data-pane>
        {head}
        <OpenLeave />
      </div>
    ),
  },
  {
    name: 'accounts',
    useWaiting: useWaitingAccounts,
    draw: (head) => (
      <div className={classes.page} data-pane>
        {head}
        <AccessRequests />
      </div>
    ),
  },
  {
    name: 'conflicts',
    useWaiting: useWaitingConflicts,
    draw: (head) => (
      <div className={classes.page} data-pane>
        {head}
        <Conflicts />
      </div>
    ),
  },
]

const isOpenLeave = ({ state }: LeaveRow) => state === 'waiting'

function useOpenLeave() {
  const rows = useFresh(['leaveRequests', 'leaveConsents'], {}, leave.list)
  return rows === 'loading' ? [] : rows.filter(isOpenLeave)
}

/** Leave is decided where the facts of a child's absence are: from here one step. */
function OpenLeave() {
  const say = useSay(inboxMessages)
  const { day } = useFormats()
  const rows = useOpenLeave()
  if (rows.length === 0) {
    return <EmptyState icon={IconPlane} title={say('empty-title')} />
  }
  return (
    <ul className={classes.rows}>
      {rows.map(({ requestId, names, groupNames, from, until }) => (
        <li key={requestId}>
          <LinkButton onClick={() => go({ screen: 'leave', id: requestId })}>{names}</LinkButton>
          <span className="muted">
            {groupNames} · {from === until ? day(from) : `${day(from)} – ${day(until)}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Conflicts() {
  const words = useHistoryWords()
  return (
    <>
      <Notices words={words} />
      <Rejections words={words} />
    </>
  )
}

function useWaitingAccounts() {
  const rows = useFresh(['accessRequests'], {}, accounts.requests)
  return rows === 'loading' ? 0 : rows.filter(({ decision }) => decision === null).length
}

function useWaitingConflicts() {
  const notices = useFresh(['syncNotices'], {}, sync.notices)
  const rejections = useFresh(['syncStatus'], {}, sync.rejections)
  const unseen = rejections === 'loading' ? [] : rejections.filter(({ isSeen }) => !isSeen)
  return (notices === 'loading' ? 0 : notices.length) + unseen.length
}
