import classes from './exports.module.css'

type ChipProps = {
  readonly isOn: boolean
  readonly onClick: () => void
  readonly children: string
}

/** A small choice that is on or off. */
export function Chip({ isOn, onClick, children }: ChipProps) {
  return (
    <button type="button" className={classes.chip} aria-pressed={isOn} onClick={onClick}>
      {children}
    </button>
  )
}
