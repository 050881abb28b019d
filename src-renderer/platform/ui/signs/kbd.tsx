import { keyNames } from '../../shortcuts.ts'
import classes from './kbd.module.css'

/** A key or combination, as this computer's keyboard names it. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <kbd className={classes.keys}>
      {keyNames(keys).map((name) => (
        <span key={name}>{name}</span>
      ))}
    </kbd>
  )
}
