import type { AbsencesToday } from '#shared/absences/absences-contract.ts'
import { absenceDayMessages } from '#shared/absences/messages/absence-day-messages.ts'
import { absencesMessages } from '#shared/absences/messages/absences-messages.ts'
import { registerMessages } from '#shared/absences/messages/register-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { go, type Route } from '../../platform/routes.ts'
import { Button } from '../../platform/ui/button.tsx'
import { IconBell, IconCircleDashed } from '../../platform/ui/icons.ts'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { useViewer } from '../../platform/viewer.tsx'
import { absences, dayTables } from '../absence-calls.ts'
import { Stale } from '../follow-up/stale.tsx'
import classes from './today.module.css'

const shownTables = [...dayTables, 'callAttempts', 'absenceNotices', 'groupStaff']

/** What of this morning waits for whoever sits here; nothing on a day without school. */
export function TodayAbsences() {
  const { role } = useViewer()
  const found = useFresh(shownTables, {}, absences.today)
  if (found === 'loading' || !found.isSchoolDay) return null
  if (role === 'teacher') return <OwnRegisters today={found} />
  return (
    <>
      <Stale />
      <Tiles today={found} />
    </>
  )
}

type Props = { readonly today: AbsencesToday }

function OwnRegisters({ today }: Props) {
  const say = useSay(absenceDayMessages)
  const sayWord = useSay(absencesMessages)
  const sayRegister = useSay(registerMessages)
  return (
    <>
      {today.ownOpen.map(({ groupId, groupName, part, isAskedFor }) => (
        <Banner
          key={`${groupId} ${part}`}
          tone={isAskedFor ? 'warn' : 'info'}
          icon={isAskedFor ? IconBell : IconCircleDashed}
          action={
            <Button
              kind="primary"
              size="small"
              onClick={() => go({ screen: 'registers', groupId, part })}
            >
              {sayRegister('fill')}
            </Button>
          }
        >
          {say(isAskedFor ? 'own-asked' : 'own-open', {
            group: groupName,
            part: sayWord(`part.${part}`).toLowerCase(),
          })}
        </Banner>
      ))}
    </>
  )
}

type Tile = {
  readonly count: number
  readonly label: string
  readonly hint: string
  readonly tone: 'alert' | 'warn' | 'quiet'
  readonly to: Route
}

function Tiles({ today }: Props) {
  const tiles = useTiles(today)
  const say = useSay(absenceDayMessages)
  const { number } = useFormats()
  return (
    <section aria-label={say('headline', { present: today.present, expected: today.expected })}>
      <p className={classes.headline}>
        <strong className="num">
          {say('headline', { present: number(today.present), expected: number(today.expected) })}
        </strong>
      </p>
      <div className={classes.tiles}>
        {tiles.map(({ count, label, hint, tone, to }) => (
          <button
            key={label}
            type="button"
            className={classes.tile}
            data-tone={tone}
            onClick={() => go(to)}
          >
            <span className={classes.number}>{number(count)}</span>
            <span>{label}</span>
            <span className={classes.hint}>{hint}</span>
          </button>
        ))}
      </div>
    </section>
  )
}

function useTiles(today: AbsencesToday): readonly Tile[] {
  const say = useSay(absenceDayMessages)
  const { unexplained, escalated, openRegisters, toReview, untold, callFrom } = today
  const missing = escalated
    ? say('tile-escalated', { count: escalated })
    : say('tile-unexplained-hint', { time: callFrom })
  const always: readonly Tile[] = [
    {
      count: unexplained,
      label: say('tile-unexplained', { count: unexplained }),
      hint: unexplained > 0 ? missing : say('tile-unexplained-none'),
      tone: unexplained > 0 ? 'alert' : 'quiet',
      to: { screen: 'follow-up' },
    },
    {
      count: openRegisters,
      label: say('tile-open', { count: openRegisters }),
      hint: say(openRegisters > 0 ? 'tile-open-hint' : 'tile-open-none'),
      tone: openRegisters > 0 ? 'warn' : 'quiet',
      to: openRegisters > 0 ? { screen: 'follow-up' } : { screen: 'registers' },
    },
  ]
  const review: Tile = {
    count: toReview,
    label: say('tile-review', { count: toReview }),
    hint: say('tile-review-hint'),
    tone: 'warn',
    to: { screen: 'follow-up' },
  }
  const toTell: Tile = {
    count: untold,
    label: say('tile-untold', { count: untold }),
    hint: '',
    tone: 'alert',
    to: { screen: 'follow-up' },
  }
  return [...always, ...(toReview > 0 ? [review] : []), ...(untold > 0 ? [toTell] : [])]
}
