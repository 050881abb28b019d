import { type KeyboardEvent, useRef, useState } from 'react'
import { registerMessages } from '#shared/absences/messages/register-messages.ts'
import { seatsInRow } from '#shared/absences/registers/register.ts'
import type { RegisterPupil, RegisterView } from '#shared/absences/registers/register-view.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { useLetterKeys } from '../../platform/letter-keys.ts'
import { useShortcuts } from '../../platform/shortcuts.ts'
import classes from './registers.module.css'
import { type PartOf, SpellDialog } from './spell-dialog.tsx'
import { Tile } from './tile.tsx'
import { useTileEntries } from './tile-entries.ts'
import { useMarking } from './use-marking.ts'

type TilesProps = { readonly register: RegisterView; readonly view: 'list' | 'room' }
type Asked = { readonly pupil: RegisterPupil; readonly kind: PartOf }

/** One tab stop; the arrows walk over the tiles, letters mark. */
export function RegisterTiles({ register, view }: TilesProps) {
  const say = useSay(registerMessages)
  const { today } = useFormats()
  const area = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState(0)
  const [asked, ask] = useState<Asked | null>(null)
  const [hasLetters] = useLetterKeys()
  const { mark, quick, next, lesson } = useMarking(register)
  const { codes, mayWrite } = register
  const isClosed = register.register.closedAt !== null
  const pupils = view === 'room' ? bySeat(register.pupils) : register.pupils
  const entries = useTileEntries(codes, {
    onMark: (pupil, seen) => void mark(pupil, seen),
    onPart: (pupil, kind) => ask({ pupil, kind }),
  })
  useShortcuts(say('keys-title'), keyNames(say))

  function tap(pupil: RegisterPupil) {
    // After closing only who still comes in is written down, and for that the time is asked.
    if (isClosed) return ask({ pupil, kind: 'late' })
    if (pupil.isLocked) return openMenu(pupil)
    void next(pupil)
  }
  function openMenu(pupil: RegisterPupil) {
    const tile = area.current?.querySelector(`[data-pupil="${pupil.pupilId}"]`)
    const opener = tile?.parentElement?.querySelector('[aria-haspopup="menu"]')
    if (opener instanceof HTMLElement) opener.click()
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>, pupil: RegisterPupil) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) openMenu(pupil)
    else if (!walk(event) && !(hasLetters && byLetter(event.key.toUpperCase(), pupil))) return
    event.preventDefault()
  }
  function byLetter(letter: string, pupil: RegisterPupil) {
    const isLate = letter === say('key-late')
    if (isClosed && !isLate) return false
    if (isLate && isClosed) ask({ pupil, kind: 'late' })
    else if (isLate) void quick(pupil, 'late')
    else if (letter === say('key-absent')) void quick(pupil, 'absent')
    else if (letter === say('key-present')) void quick(pupil, 'present')
    else if (letter === say('key-ill')) void quick(pupil, 'ill')
    else if (letter === say('key-early')) ask({ pupil, kind: 'left-early' })
    else return false
    return true
  }
  function walk({ key }: KeyboardEvent) {
    const taps = [...(area.current?.querySelectorAll<HTMLElement>('[data-pupil]') ?? [])]
    const place = neighbour(taps, stop, key)
    if (place === null) return false
    setStop(place)
    taps[place]?.focus()
    return true
  }

  return (
    <>
      <div ref={area} className={classes.tiles} data-view={view}>
        {pupils.map((pupil, at) => (
          <div
            key={pupil.pupilId}
            style={view === 'room' && pupil.place !== null ? placed(pupil.place) : undefined}
          >
            <Tile
              pupil={pupil}
              codes={codes}
              entries={
                isClosed
                  ? entries(pupil).filter(
                      (each) => 'keys' in each && each.keys === say('key-late').toLowerCase(),
                    )
                  : entries(pupil)
              }
              isStop={at === Math.min(stop, pupils.length - 1)}
              mayWrite={mayWrite}
              onFocus={() => setStop(at)}
              onTap={() => tap(pupil)}
              onKeyDown={(event) => onKeyDown(event, pupil)}
            />
          </div>
        ))}
      </div>
      {asked && lesson && (
        <SpellDialog
          {...asked}
          lesson={lesson}
          codes={codes}
          nowTime={register.day === today() ? register.nowTime : null}
          onSave={(spells) => mark(asked.pupil, { kind: 'present', code: null, spells })}
          onClose={() => ask(null)}
        />
      )}
    </>
  )
}

const placed = (place: number) => ({
  gridRow: Math.floor(place / seatsInRow) + 1,
  gridColumn: (place % seatsInRow) + 1,
})

/** Row by row from the board; who has no place stands behind. */
function bySeat(pupils: readonly RegisterPupil[]) {
  return pupils.toSorted((a, b) => (a.place ?? 999) - (b.place ?? 999))
}

/** The tile that an arrow leads to: by where they are drawn, so that it is right in any width. */
function neighbour(taps: readonly HTMLElement[], from: number, key: string): number | null {
  if (key === 'ArrowRight') return Math.min(taps.length - 1, from + 1)
  if (key === 'ArrowLeft') return Math.max(0, from - 1)
  if (key === 'Home') return 0
  if (key === 'End') return taps.length - 1
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return null
  const here = taps[from]?.getBoundingClientRect()
  if (!here) return null
  const way = key === 'ArrowDown' ? 1 : -1
  for (let at = from + way; at >= 0 && at < taps.length; at += way) {
    const there = taps[at]?.getBoundingClientRect()
    const isBelow = there && (there.top - here.top) * way > 4
    if (isBelow && Math.abs(there.left - here.left) < here.width / 2) return at
  }
  return from
}

function keyNames(say: ReturnType<typeof useSay<typeof registerMessages.nl>>) {
  const keys = [
    [say('key-absent'), say('says-absent')],
    [say('key-late'), say('says-late')],
    [say('key-present'), say('says-present')],
    [say('key-ill'), say('says-ill')],
    [say('key-early'), say('says-early')],
  ] as const
  // Listed for the overlay; they work on the tile that has the focus.
  return keys.map(([key, says]) => ({ keys: key.toLowerCase(), says, run: () => {} }))
}
