import type { KeyboardEvent, MouseEvent } from 'react'
import type { AbsenceCode } from '#shared/absences/absence-codes.ts'
import { absencesMessages } from '#shared/absences/messages/absences-messages.ts'
import { registerMessages } from '#shared/absences/messages/register-messages.ts'
import type { RegisterPupil, ReportedLine } from '#shared/absences/registers/register-view.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { IconDots, IconLock } from '../../platform/ui/icons.ts'
import { Menu, type MenuEntry } from '../../platform/ui/overlays/menu.tsx'
import { useMarkLook } from '../marks/mark-look.ts'
import classes from './registers.module.css'

type TileProps = {
  readonly pupil: RegisterPupil
  readonly codes: readonly AbsenceCode[]
  readonly entries: readonly MenuEntry[]
  readonly isStop: boolean
  readonly mayWrite: boolean
  readonly onFocus: () => void
  readonly onTap: () => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** One pupil of a register: a tap for the exceptions, the right button or menu key for all of them. */
export function Tile(props: TileProps) {
  const { pupil, codes, entries, isStop, mayWrite, onFocus, onTap, onKeyDown } = props
  const say = useSay(registerMessages)
  const look = useMarkLook(codes)(pupil.mark)
  const Picture = look.icon
  function onContextMenu(event: MouseEvent<HTMLElement>) {
    if (!mayWrite) return
    event.preventDefault()
    event.currentTarget.querySelector<HTMLElement>('[aria-haspopup="menu"]')?.click()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a second way to the menu, which has its own button.
    <div
      className={classes.tile}
      data-tone={look.tone}
      data-locked={pupil.isLocked || undefined}
      onContextMenu={onContextMenu}
    >
      <button
        type="button"
        className={classes.tap}
        tabIndex={isStop ? 0 : -1}
        disabled={!mayWrite}
        data-pupil={pupil.pupilId}
        onFocus={onFocus}
        onClick={onTap}
        onKeyDown={onKeyDown}
      >
        <span className={classes.name} data-private>
          {pupil.name}
        </span>
        <span className={classes.mark}>
          <Picture size={18} stroke={2} aria-hidden />
          {look.text}
        </span>
        <Source pupil={pupil} />
        <LastDays pupil={pupil} />
      </button>
      {mayWrite && (
        <span className={classes.more}>
          <Menu
            label={say('menu-of', { name: pupil.name })}
            icon={IconDots}
            isIconOnly
            size="small"
            entries={entries}
          />
        </span>
      )}
    </div>
  )
}

function Source({ pupil }: { readonly pupil: RegisterPupil }) {
  const say = useSay(absencesMessages)
  const sayHere = useSay(registerMessages)
  const { time } = useFormats()
  const { isLocked, reported, mark, markedBy, markedAt } = pupil
  if (mark.review) return <span className={classes.source}>{say(`review.${mark.review}`)}</span>
  if (isLocked && reported) {
    return (
      <span className={classes.source}>
        <IconLock size={13} stroke={2} aria-hidden />
        {sayHere('reported-at', {
          source: say(`source.${reported.source}`),
          time: time(reported.reportedAt),
        })}
        <Until reported={reported} />
      </span>
    )
  }
  if (markedBy && markedAt) {
    return (
      <span className={classes.source}>
        {markedBy}, {time(markedAt)}
      </span>
    )
  }
  return null
}

function Until({ reported }: { readonly reported: ReportedLine }) {
  const say = useSay(registerMessages)
  const { weekday } = useFormats()
  if (reported.until === null) return <span>· {say('until-notice')}</span>
  if (reported.until === reported.from) return null
  return <span>· {say('until-day', { day: weekday(reported.until) })}</span>
}

/** The last five school days as marks of different form, in words for who does not see them. */
function LastDays({ pupil }: { readonly pupil: RegisterPupil }) {
  const say = useSay(absencesMessages)
  const sayHere = useSay(registerMessages)
  const { weekday } = useFormats()
  const words = pupil.lastDays
    .filter(({ kind }) => kind !== null && kind !== 'present')
    .map(({ day, kind }) =>
      sayHere('day-of', {
        day: weekday(day),
        kind: say(`kind.${kind ?? 'present'}`).toLowerCase(),
      }),
    )
  return (
    <span className={classes.days}>
      {pupil.lastDays.map(({ day, kind }) => (
        <span key={day} className={classes.dot} data-kind={kind ?? 'none'} aria-hidden>
          {kind === 'absent'
            ? '×'
            : kind === 'late'
              ? '◷'
              : kind === null
                ? '·'
                : kind === 'present'
                  ? '✓'
                  : '–'}
        </span>
      ))}
      {words.length > 0 && (
        <span className="visually-hidden">{sayHere('last-days', { days: words.join(', ') })}</span>
      )}
    </span>
  )
}
