import { randomUUID } from 'node:crypto'
import type { ReactNode } from 'react'
import { accountsMessages } from '#shared/accounts/accounts-messages.ts'
import { childrenMessages } from '#shared/children/children-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import { Form, Notice } from '../../platform/form.tsx'
import type { Visit } from '../../platform/visit.ts'
import type { Child } from '../children-table.ts'
import type { CheckRow, ConfirmationRow } from '../file/asking-rows.ts'
import { textOf } from '../file/office-row.ts'
import type { Asking } from '../file/read-asking.ts'
import type { Family } from '../file/read-family.ts'
import type { AtChild } from '../frame/child-pages.tsx'
import { Face } from '../frame/face.tsx'
import { showDay } from '../tabs/field-words.ts'
import { isAnswerOut } from '../tabs/tab-model.ts'
import { tabsFor } from '../tabs/tabs-for.ts'
import type { Corner } from './corners.ts'

type ChildrenProps = {
  readonly visit: Visit
  readonly pupils: readonly Child[]
  readonly check: CheckRow | null
  readonly confirmations: readonly ConfirmationRow[]
  readonly waiting: number
  readonly done: string
  readonly corners: readonly Corner[]
}

/** All children of a guardian, what the school wants to know, and the way to everything else. */
export function Children({ visit, pupils, waiting, done, corners, ...checking }: ChildrenProps) {
  const say = speak(childrenMessages, visit.language)
  return (
    <>
      <h1>{say('title')}</h1>
      {done === 'added' && <Notice kind="good">{say('added')}</Notice>}
      {done === 'right' && <Notice kind="good">{say('check-done')}</Notice>}
      {pupils.length === 0 && <Notice kind="plain">{say('none')}</Notice>}
      <ul className="doors faces">
        {pupils.map((child) => (
          <li key={child.linkId}>
            <Face child={child} />
            <Door
              path={`/children/${child.linkId}`}
              title={child.name}
              lead={[...child.groups.map(({ name }) => name), visit.school?.name]
                .filter(Boolean)
                .join(' · ')}
            />
          </li>
        ))}
      </ul>
      {pupils.length > 0 && <CheckCard visit={visit} done={done} {...checking} />}
      <ul className="doors">
        {corners.map((corner) => (
          <CornerDoor key={corner.title('en')} corner={corner} linkId={null} visit={visit} />
        ))}
        <li>
          <Door
            path="/requests"
            title={say('requests')}
            lead={waiting > 0 ? say('waiting', { count: waiting }) : say('requests-lead')}
          />
        </li>
        <li>
          <Door path="/my-settings" title={say('own')} lead={say('own-lead')} />
        </li>
        <li>
          <Door path="/my-sign-in" title={say('access')} lead={say('access-lead')} />
        </li>
        <li>
          <Door path="/school" title={say('school')} lead={say('school-lead')} />
        </li>
        <li>
          <Door path="/privacy" title={say('privacy')} lead={say('privacy-lead')} />
        </li>
        <li>
          <Door
            path="/children"
            title={say('add')}
            lead={speak(accountsMessages, visit.language)('children.add-lead')}
          />
        </li>
      </ul>
      <Form visit={visit} action="/sign-out" submit={say('sign-out')} isQuiet />
    </>
  )
}

type DoorProps = { readonly path: string; readonly title: string; readonly lead: ReactNode }

/** A row that leads to a page. */
function Door({ path, title, lead }: DoorProps) {
  return (
    <div>
      <a className="door" href={path}>
        {title}
      </a>
      {lead !== '' && <div className="meta">{lead}</div>}
    </div>
  )
}

type CornerProps = {
  readonly corner: Corner
  readonly linkId: string | null
  readonly visit: Visit
}

function CornerDoor({ corner, linkId, visit: { language } }: CornerProps) {
  const path = corner.path(linkId)
  return path === null ? null : (
    <li>
      <Door path={path} title={corner.title(language)} lead={corner.lead(language)} />
    </li>
  )
}

type CheckProps = Pick<ChildrenProps, 'visit' | 'check' | 'confirmations' | 'done'>

/** "Everything is right" in one tap, and when that was said last. */
function CheckCard({ visit, check, confirmations, done }: CheckProps) {
  const say = speak(childrenMessages, visit.language)
  const [last] = confirmations
  const lastDay = last && showDay(last.confirmedAt.slice(0, 10), visit.language)
  const answer = check && confirmations.find(({ checkId }) => checkId === check.id)
  const answered = answer && showDay(answer.confirmedAt.slice(0, 10), visit.language)
  return (
    <section className={check && !answer ? 'card asks' : 'card'}>
      <h2>{say('check-title')}</h2>
      {check && !answer && (
        <p>{say('check-lead', { day: showDay(check.endsOn, visit.language) })}</p>
      )}
      {!check && <p className="meta">{say('check-again')}</p>}
      <p className="meta">
        {answered
          ? say('check-answered', { day: answered })
          : lastDay
            ? say('check-last', { day: lastDay })
            : say('check-never')}
      </p>
      {!answer && done !== 'right' && (
        <Form
          visit={visit}
          action="/everything-is-right"
          submit={say('check-right')}
          isQuiet={!check}
        >
          <input type="hidden" name="once" value={randomUUID()} />
        </Form>
      )}
    </section>
  )
}

type StartProps = {
  readonly at: AtChild
  readonly family: Family
  readonly asking: Asking
  readonly now: number
  readonly corners: readonly Corner[]
}

export function ChildStart({ at, family, asking, now, corners }: StartProps) {
  const { child, visit, who } = at
  const say = speak(childrenMessages, visit.language)
  const base = `/children/${child.linkId}`
  const tabs = tabsFor({ child, asking, country: who.school.country })
  const waiting = asking.requests.filter(
    (each) =>
      each.pupilIds.some((id) => id === child.pupilId) &&
      each.withdrawnAt === null &&
      !isAnswerOut(each, now),
  ).length
  return (
    <>
      {waiting > 0 && (
        <Notice kind="plain">
          <a href="/requests">{say('waiting', { count: waiting })}</a>
        </Notice>
      )}
      {child.protectionLevel > 0 && <Notice kind="plain">{say('protected')}</Notice>}
      <ul className="doors">
        {corners.map((corner) => (
          <CornerDoor
            key={corner.title('en')}
            corner={corner}
            linkId={child.linkId}
            visit={visit}
          />
        ))}
        {tabs.map((tab) => (
          <li key={tab}>
            <Door path={`${base}/details/${tab}`} title={say(`tab.${tab}`)} lead="" />
          </li>
        ))}
        {child.protectionLevel < 2 && (
          <li>
            <Door path={`${base}/privacy`} title={say('tab.privacy')} lead="" />
          </li>
        )}
        {child.protectionLevel === 0 && (
          <li>
            <Door path={`${base}/group`} title={say('group')} lead="" />
          </li>
        )}
      </ul>
      <Enrolment child={child} family={family} visit={visit} />
    </>
  )
}

type EnrolmentProps = { readonly child: Child; readonly family: Family; readonly visit: Visit }

/** When the child was registered and enrolled: the newest time at this school (domain.md 37). */
function Enrolment({ child, family, visit }: EnrolmentProps) {
  const say = speak(childrenMessages, visit.language)
  if (child.protectionLevel > 0) return null
  const [newest] = family.all
    .filter(({ tbl, fields }) => tbl === 'enrolments' && fields.pupilId === child.pupilId)
    .toSorted((a, b) => String(b.fields.startsOn).localeCompare(String(a.fields.startsOn)))
  const startsOn = newest && textOf(newest.fields, 'startsOn')
  const appliedOn = newest && textOf(newest.fields, 'appliedOn')
  if (!startsOn) return null
  const started = showDay(startsOn, visit.language)
  return (
    <p className="meta">
      {appliedOn
        ? say('enrolled', { applied: showDay(appliedOn, visit.language), started })
        : say('enrolled-only', { started })}
    </p>
  )
}
