import type {
  LeaveChild,
  LeaveDetail,
  LeaveHolder,
  LeaveRow,
} from '#shared/leave/leave-contract.ts'
import { documentStates } from '#shared/leave/leave-request.ts'
import { leaveWords } from '#shared/leave/words/leave-words.ts'
import { leaveScreenWords } from '#shared/leave/words/screen-words.ts'
import { useFormats } from '../platform/formats.ts'
import { useSay } from '../platform/language.tsx'
import { toast } from '../platform/toasts.ts'
import { Button } from '../platform/ui/button.tsx'
import { Segments } from '../platform/ui/fields/choice-field.tsx'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconInfoCircle,
} from '../platform/ui/icons.ts'
import { SidePanel } from '../platform/ui/page/side-panel.tsx'
import { Portrait } from '../platform/ui/signs/portrait.tsx'
import { Skeleton } from '../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../platform/use-fresh.ts'
import classes from './leave.module.css'
import { LeaveActions } from './leave-actions.tsx'
import { leave, leaveTables } from './leave-calls.ts'
import { LeaveTag } from './leave-tag.tsx'

/** One request: what is asked, the rule, the facts of each child, and the decision. */
export function LeavePanel({ row }: { readonly row: LeaveRow }) {
  const { weekday } = useFormats()
  const { requestId, from, until, names } = row
  const sayLeave = useSay(leaveWords)
  const known = useFresh(leaveTables, { requestId }, (input) => leave.show(input))
  const days = from === until ? weekday(from) : `${weekday(from)} – ${weekday(until)}`
  return (
    <SidePanel
      title={names}
      picture={<Portrait name={names} />}
      subtitle={
        <>
          <span>{`${days} · ${sayLeave(`kind.${row.kind}`)}`}</span>
          <LeaveTag state={row.state} />
        </>
      }
    >
      {known === 'loading' || !known.ok ? (
        <Skeleton />
      ) : (
        <div className={classes.panel}>
          <LeaveActions row={row} detail={known.value} />
          <Asked detail={known.value} />
          {known.value.children.map((child) => (
            <Child key={child.leaveId} child={child} isOnly={known.value.children.length === 1} />
          ))}
        </div>
      )}
    </SidePanel>
  )
}

function Asked({ detail }: { readonly detail: LeaveDetail }) {
  const say = useSay(leaveScreenWords)
  const sayLeave = useSay(leaveWords)
  const { moment, day } = useFormats()
  const { fields, source, askedByName: name, askedAt, children, calendar, requestId } = detail
  const rule = children[0]?.check.rule
  return (
    <section className={classes.block}>
      <p className="muted">
        {say(source === 'guardian' ? 'from-portal' : 'from-office', {
          name,
          moment: moment(askedAt),
        })}
      </p>
      <h3>{say('reason')}</h3>
      <p className={classes.quote} data-private>
        {fields.reason}
      </p>
      {fields.part !== 'day' && <p>{sayLeave(`part.${fields.part}`)}</p>}
      {fields.knownSince && <p>{say('known-since', { day: day(fields.knownSince) })}</p>}
      {rule && (
        <p className="muted">
          {`${say('rule')}: ${rule.article} — ${sayLeave(`decider.${children[0]?.check.decider ?? 'school'}`)}`}
        </p>
      )}
      {calendar.length > 0 && (
        <p>{say('calendar', { titles: calendar.map(({ title }) => title).join(', ') })}</p>
      )}
      <Segments
        label={say('document')}
        isLabelShown
        value={fields.document}
        onChange={(document) => void leave.setDocument({ requestId, document })}
        options={documentStates.map((value) => ({ value, label: sayLeave(`document.${value}`) }))}
      />
    </section>
  )
}

function Child({ child, isOnly }: { readonly child: LeaveChild; readonly isOnly: boolean }) {
  const say = useSay(leaveScreenWords)
  const sayLeave = useSay(leaveWords)
  const { number, weekday } = useFormats()
  const { name, groupName, state, schoolDays, daysThisYear, limit, earlier, holders } = child
  const days = number(daysThisYear)
  return (
    <section className={classes.child} aria-label={name}>
      <div className={classes.childHead}>
        <h4>{isOnly ? say('facts') : `${name} · ${groupName}`}</h4>
        {!isOnly && <LeaveTag state={state} />}
      </div>
      <p>
        <b>{say('school-days', { count: schoolDays })}</b>
        {' · '}
        {limit === null ? say('this-year-free', { days }) : say('this-year', { days, limit })}
      </p>
      {earlier.map((each) => (
        <p key={each.from} className="muted">
          {say('earlier', {
            days: `${weekday(each.from)}${each.until === each.from ? '' : ` – ${weekday(each.until)}`}`,
            kind: sayLeave(`kind.${each.kind}`),
            state: sayLeave(`state.${each.state}`),
          })}
        </p>
      ))}
      <Findings child={child} />
      {holders.length > 0 && (
        <>
          <h4>{say('consent')}</h4>
          <ul className={classes.holders}>
            {holders.map((holder) => (
              <Holder key={holder.guardianId} child={child} holder={holder} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Findings({ child }: { readonly child: LeaveChild }) {
  const say = useSay(leaveScreenWords)
  const sayLeave = useSay(leaveWords)
  const { findings } = child.check
  if (findings.length === 0) {
    return (
      <ul className={classes.findings}>
        <li>
          <IconCircleCheck size={16} aria-hidden />
          {say('no-findings')}
        </li>
      </ul>
    )
  }
  return (
    <ul className={classes.findings}>
      {findings.map(({ key, weight, figure }) => {
        const Picture =
          weight === 'never' ? IconCircleX : weight === 'wrong' ? IconAlertTriangle : IconInfoCircle
        return (
          <li key={key} data-weight={weight}>
            <Picture size={16} aria-hidden />
            {sayLeave(`finding.${key}`, { figure: figure ?? '' })}
          </li>
        )
      })}
    </ul>
  )
}

type HolderProps = { readonly child: LeaveChild; readonly holder: LeaveHolder }

function Holder({ child, holder }: HolderProps) {
  const say = useSay(leaveScreenWords)
  const { guardianId, name, answer, holdsAuthority } = holder
  async function record(next: 'agrees' | 'objects') {
    await leave.recordConsent({ leaveId: child.leaveId, guardianId, answer: next })
    void toast({ text: say('consent-kept', { name }), undo: 'last' })
  }
  const isOpen = child.decision === null && holdsAuthority
  return (
    <li>
      <span data-private>{name}</span>
      <small>
        {holdsAuthority ? say(`consent-${answer ?? 'none'}`) : say('consent-no-authority')}
      </small>
      {isOpen && answer !== 'agrees' && (
        <Button
          size="small"
          aria-label={`${say('say-agrees')}: ${name}`}
          onClick={() => void record('agrees')}
        >
          {say('say-agrees')}
        </Button>
      )}
      {isOpen && answer !== 'objects' && (
        <Button
          size="small"
          kind="quiet"
          aria-label={`${say('say-objects')}: ${name}`}
          onClick={() => void record('objects')}
        >
          {say('say-objects')}
        </Button>
      )}
    </li>
  )
}
