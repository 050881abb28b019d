import { useEffect } from 'react'
import type { DayPart } from '#shared/absences/absence-mark.ts'
import { absencesContract } from '#shared/absences/absences-contract.ts'
import { absencesMessages } from '#shared/absences/messages/absences-messages.ts'
import { registerMessages } from '#shared/absences/messages/register-messages.ts'
import type { RegisterRow } from '#shared/absences/registers/register-view.ts'
import { GroupId } from '#shared/groups/group.ts'
import { Day } from '#shared/platform/day.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { go, moveTo, type RouteOf } from '../../platform/routes.ts'
import { toast } from '../../platform/toasts.ts'
import { Button, LinkButton } from '../../platform/ui/button.tsx'
import {
  IconAlertTriangle,
  IconCheck,
  IconCircleDashed,
  IconClipboardCheck,
  IconClock,
  IconHelp,
} from '../../platform/ui/icons.ts'
import { Page } from '../../platform/ui/page/page.tsx'
import { EmptyState } from '../../platform/ui/signs/empty-state.tsx'
import { Skeleton } from '../../platform/ui/signs/skeleton.tsx'
import { StatusTag } from '../../platform/ui/signs/status-tag.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { useMay, useViewer } from '../../platform/viewer.tsx'
import { absences, dayTables } from '../absence-calls.ts'
import { DayPicker } from '../day-picker.tsx'
import { FreeDay } from '../free-day.tsx'
import { RegisterPage } from './register-page.tsx'
import classes from './registers.module.css'

/** The registers of a day, or one of them. */
export function RegistersScreen({ route }: { readonly route: RouteOf<'registers'> }) {
  const { today } = useFormats()
  const day = route.day ? Day.parse(route.day) : today()
  const group = GroupId.safeParse(route.groupId)
  if (group.success) {
    return <RegisterPage groupId={group.data} day={day} part={route.part ?? null} />
  }
  return <RegisterList day={day} />
}

function RegisterList({ day }: { readonly day: Day }) {
  const say = useSay(registerMessages)
  const { longDay } = useFormats()
  const { role } = useViewer()
  const found = useFresh([...dayTables, 'groupStaff', 'staff'], { day }, absences.listRegisters)
  const own = found === 'loading' || role !== 'teacher' ? [] : found.rows
  const [only] = own
  const isAlone = own.length === 1 && only !== undefined
  useEffect(() => {
    // A teacher with one group is there at once.
    if (isAlone) moveTo({ screen: 'registers', groupId: only.groupId, day })
  }, [isAlone, only?.groupId, day])
  return (
    <Page
      title={say('title')}
      subtitle={<p>{longDay(day)}</p>}
      actions={<DayPicker day={day} onDay={(next) => moveTo({ screen: 'registers', day: next })} />}
    >
      {found === 'loading' ? (
        <Skeleton />
      ) : !found.isSchoolDay ? (
        <FreeDay {...found} onDay={(next) => moveTo({ screen: 'registers', day: next })} />
      ) : found.rows.length === 0 ? (
        <NoGroups />
      ) : (
        <RegisterTable day={day} rows={found.rows} />
      )}
    </Page>
  )
}

function NoGroups() {
  const say = useSay(registerMessages)
  const { role } = useViewer()
  if (role === 'teacher') {
    return <EmptyState icon={IconClipboardCheck} title={say('no-own-groups')} />
  }
  return (
    <EmptyState
      icon={IconClipboardCheck}
      title={say('no-groups')}
      action={<Button onClick={() => go({ screen: 'groups' })}>{say('to-groups')}</Button>}
    >
      {say('no-groups-text')}
    </EmptyState>
  )
}

type TableProps = { readonly day: Day; readonly rows: readonly RegisterRow[] }

function RegisterTable({ day, rows }: TableProps) {
  const say = useSay(registerMessages)
  const sayWord = useSay(absencesMessages)
  const parts = (['morning', 'afternoon'] as const).filter((part) =>
    rows.some((row) => row.parts.some((each) => each.part === part)),
  )
  return (
    <div className={classes.scroller}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{say('group')}</th>
            <th scope="col">{say('teachers')}</th>
            {parts.map((part) => (
              <th key={part} scope="col">
                {sayWord(`part.${part}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.groupId}>
              <th scope="row">
                <LinkButton onClick={() => go({ screen: 'registers', groupId: row.groupId, day })}>
                  {row.groupName}
                </LinkButton>
                <span className="muted"> {say('pupils', { count: row.pupilCount })}</span>
              </th>
              <td className="muted">{row.teachers.join(', ')}</td>
              {parts.map((part) => (
                <td key={part}>
                  <PartCell day={day} row={row} part={part} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type CellProps = { readonly day: Day; readonly row: RegisterRow; readonly part: DayPart }

function PartCell({ day, row, part }: CellProps) {
  const say = useSay(registerMessages)
  const sayWord = useSay(absencesMessages)
  const { time } = useFormats()
  const mayRemind = useMay(absencesContract.methods.remind)
  const found = row.parts.find((each) => each.part === part)
  if (!found) return null
  const { closedAt, remindedAt, hasBegun, present, absent, unexplained } = found
  async function remind() {
    const answer = await absences.remind({ groupId: row.groupId, day, part })
    const text = answer.ok ? say('was-reminded', { group: row.groupName }) : sayWord(answer.refusal)
    void toast({ text, tone: answer.ok ? 'done' : 'alert', isPublic: true })
  }
  return (
    <div className={classes.cell}>
      {closedAt ? (
        <StatusTag tone="quiet" icon={IconCheck}>
          {say('closed')} {time(closedAt)}
        </StatusTag>
      ) : hasBegun ? (
        <StatusTag tone="warn" icon={IconCircleDashed}>
          {say('open')}
        </StatusTag>
      ) : (
        <StatusTag tone="quiet" icon={IconClock}>
          {say('not-begun')}
        </StatusTag>
      )}
      <span className="num">{say('present-of', { present, total: present + absent })}</span>
      {unexplained > 0 && (
        <StatusTag tone="alert" icon={unexplained > 0 ? IconHelp : IconAlertTriangle}>
          {unexplained} {sayWord('state.unexplained').toLowerCase()}
        </StatusTag>
      )}
      {!closedAt && hasBegun && (
        <Button
          size="small"
          onClick={() => go({ screen: 'registers', groupId: row.groupId, day, part })}
          aria-label={`${say('fill')}: ${row.groupName}, ${sayWord(`part.${part}`)}`}
        >
          {say('fill')}
        </Button>
      )}
      {!closedAt && hasBegun && mayRemind && (
        <Button
          size="small"
          kind="quiet"
          onClick={() => void remind()}
          aria-label={`${say('remind')}: ${row.groupName}, ${sayWord(`part.${part}`)}`}
        >
          {remindedAt ? say('reminded', { time: time(remindedAt) }) : say('remind')}
        </Button>
      )}
    </div>
  )
}
