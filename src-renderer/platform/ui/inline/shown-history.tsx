import { type KeyboardEvent, useState } from 'react'
import { FieldHistory } from '../../history-views.tsx'
import classes from './inline.module.css'
import type { InlineLook } from './inline-shell.tsx'

type Shown = Pick<InlineLook, 'history' | 'hidden'> & { readonly label: string }

/**
 * The clock at the end of a line, with the field's last changes. It is made when somebody first
 * comes near: a file has fifty fields, and most are only read.
 */
export function useShownHistory({ history, hidden, label }: Shown) {
  const [isNear, setNear] = useState(false)
  if (!history || hidden) return { near: {}, clock: null }
  const come = () => setNear(true)
  const near = { onPointerEnter: come, onFocus: come, onKeyDown: openByKey }
  const clock = isNear && (
    <span className={classes.clock} data-history>
      <FieldHistory {...history} label={label} />
    </span>
  )
  return { near, clock }
}

function openByKey(event: KeyboardEvent<HTMLElement>) {
  const { altKey, ctrlKey, metaKey, code, currentTarget } = event
  // By its place: on a Mac, Alt makes another letter of it.
  if (!altKey || ctrlKey || metaKey || code !== 'KeyH') return
  event.preventDefault()
  currentTarget.querySelector<HTMLElement>('[data-history] button')?.click()
}
