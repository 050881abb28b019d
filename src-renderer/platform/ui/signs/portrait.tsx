import classes from './portrait.module.css'

type PortraitProps = {
  readonly name: string
  /** A data URL; the initials stand in while there is none. */
  readonly photo?: string | null
  readonly size?: number
}

/** A face or initials. The name stands beside it, so a screen reader skips this. */
export function Portrait({ name, photo, size = 40 }: PortraitProps) {
  const frame = { width: size, height: size, fontSize: Math.round(size * 0.38) }
  if (photo)
    return <img className={classes.portrait} style={frame} src={photo} alt="" data-private />
  return (
    <span className={classes.portrait} style={frame} aria-hidden>
      {initialsOf(name)}
    </span>
  )
}

/** First letter of the first and of the last word: `Anna van den Berg` is AB. */
function initialsOf(name: string) {
  const words = name.trim().split(/\s+/)
  const [first] = words[0] ?? ''
  const [last] = words.length > 1 ? (words.at(-1) ?? '') : ''
  return `${first ?? ''}${last ?? ''}`.toUpperCase()
}
