import { useState } from 'react'
import type { DayPart } from '#shared/absences/absence-mark.ts'
import { absencesMessages } from '#shared/absences/messages/absences-messages.ts'
import { registerMessages } from '#shared/absences/messages/register-messages.ts'
import type { RegisterView } from '#shared/absences/registers/register-view.ts'
import type { GroupId } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { usePreference } from '../../platform/preferences.ts'
import { moveTo } from '../../platform/routes.ts'
import { useShortcuts } from '../../platform/shortcuts.ts'
import { toast } from '../../platform/toasts.ts'
import { Button } from '../../platform/ui/button.tsx'
import { Segments } from '../../platform/ui/fields/choice-field.tsx'
import { IconArmchair, IconCheck, IconRestore, IconUsersGroup } from '../../platform/ui/icons.ts'
import { Page } from '../../platform/ui/page/page.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { EmptyState } from '../../platform/ui/signs/empty-state.tsx'
import { Skeleton } from '../../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { absences, dayTables } from '../absence-calls.ts'
import { DayPicker } from '../day-picker.tsx'
import { FreeDay } from '../free-day.tsx'
import { RegisterTiles } from './register-tiles.tsx'
import classes from './registers.module.css'
import { SeatPlan } from './seat-plan.tsx'

type RegisterPageProps = {
  readonly groupId: GroupId
  readonly day: Day
  readonly part: DayPart | null
}

/** The register of one group: who is not here, in twenty seconds. */
export function RegisterPage(props: RegisterPageProps) {
  const say = useSay(absencesMessages)
  const found = useFresh([...dayTables, 'seats'], props, absences.openRegister)
  if (found === 'loading') return <Skeleton />
  if (!found.ok) return <EmptyState icon={IconUsersGroup} title={say(found.refusal)} />
  return <Opened register={found.value} day={props.day} />
}

type OpenedProps = { readonly register: RegisterView; readonly day: Day }

function Opened({ register, day }: OpenedProps) {
  const say = useSay(registerMessages)
  const sayWord = useSay(absencesMessages)
  const { longDay, time, today } = useFormats()
  const { groupId, groupName, part, pupils, lessons } = register
  const { closedAt, closedBy, remindedAt, remindedBy } = register.register
  const [view, setView] = usePreference('register.view', (kept) =>
    kept === 'room' ? 'room' : 'list',
  )
  const [isSeating, seat] = useState(false)
  const present = pupils.filter(({ mark }) => mark.kind !== 'absent').length
  const goTo = (to: { day?: Day; part?: DayPart }) =>
    moveTo({ screen: 'registers', groupId, day: to.day ?? day, part: to.part ?? part })

  async function toggle() {
    const place = { groupId, day, part }
    const answer = await (closedAt ? absences.reopen(place) : absences.close(place))
    const done = say(closedAt ? 'was-reopened' : 'was-closed', { group: groupName })
    if (answer.ok) void toast({ text: done, undo: 'last', isPublic: true })
    else void toast({ text: sayWord(answer.refusal), tone: 'alert', isPublic: true })
  }
  useShortcuts(say('keys-title'), [
    { keys: 'mod+enter', says: say('says-close'), run: () => register.mayWrite && void toggle() },
  ])

  return (
    <Page
      hasBack
      title={say('title-of', { group: groupName, part: sayWord(`part.${part}`).toLowerCase() })}
      aside={say('present-of', { present, total: pupils.length })}
      subtitle={
        <p>
          {longDay(day)}
          {!closedAt && register.mayWrite && ` · ${say('tap-hint')}`}
        </p>
      }
      actions={<DayPicker day={day} onDay={(next) => goTo({ day: next })} />}
    >
      {lessons.length === 0 ? (
        <FreeDay {...register} onDay={(next) => goTo({ day: next })} />
      ) : (
        <>
          <div className={classes.bar}>
            {lessons.length > 1 && (
              <Segments
                label={sayWord('part.morning')}
                value={part}
                onChange={(next) => goTo({ part: next })}
                options={lessons.map((each) => ({
                  value: each.part,
                  label: sayWord(`part.${each.part}`),
                }))}
              />
            )}
            <Segments
              label={say('view')}
              value={view}
              onChange={setView}
              options={[
                { value: 'list', label: say('as-list') },
                { value: 'room', label: say('as-room') },
              ]}
            />
            {view === 'room' && register.mayWrite && (
              <Button icon={IconArmchair} onClick={() => seat(!isSeating)}>
                {say(isSeating ? 'seat-done' : 'seat-edit')}
              </Button>
            )}
            {register.mayWrite && pupils.length > 0 && (
              <Button
                kind={closedAt ? 'default' : 'primary'}
                icon={closedAt ? IconRestore : IconCheck}
                keys="mod+enter"
                onClick={() => void toggle()}
              >
                {closedAt ? say('reopen') : say('done', { present })}
              </Button>
            )}
          </div>
          {closedAt && (
            <Banner tone="ok">
              {say('closed-by', { name: closedBy ?? '', time: time(closedAt) })}
            </Banner>
          )}
          {!closedAt && remindedAt && day === today() && (
            <Banner tone="warn">
              {say('asked-for', { name: remindedBy ?? '', time: time(remindedAt) })}
            </Banner>
          )}
          {pupils.length === 0 ? (
            <EmptyState icon={IconUsersGroup} title={say('no-pupils')}>
              {say('no-pupils-text')}
            </EmptyState>
          ) : view === 'room' && isSeating ? (
            <SeatPlan register={register} />
          ) : (
            <RegisterTiles register={register} view={view} />
          )}
        </>
      )}
    </Page>
  )
}
