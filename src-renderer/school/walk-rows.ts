import type { KeyboardEvent } from 'react'

/** Up and down go to the button of the next row: for `onKeyDown` of a list whose rows have one. */
export function walkRows(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step) return
  const stops = [...event.currentTarget.querySelectorAll('li')].flatMap(
    (row) => row.querySelector('button') ?? [],
  )
  const row = event.target instanceof Element ? event.target.closest('li') : null
  const next = stops[stops.findIndex((stop) => row?.contains(stop)) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
