import { type KeyboardEvent, useRef } from 'react'
import { foldText } from '#shared/platform/fold-text.ts'
import { hasLetterKeys } from '../../letter-keys.ts'

export type GridActions = {
  /** Rows on screen at once. */
  readonly page: () => number
  readonly count: number
  readonly active: number
  readonly nameOf: (index: number) => string
  readonly moveTo: (index: number, isRange: boolean) => void
  readonly toggle: (() => void) | null
  readonly selectAll: (() => void) | null
  readonly clearSelection: (() => void) | null
  readonly openPanel: (() => void) | null
  readonly openFile: (() => void) | null
}

/** Letters typed within this time belong to one name. */
const typingPause = 800

/** The keys of a list. Only keys that did something are kept from the rest of the window. */
export function useGridKeys(actions: GridActions) {
  const typed = useRef({ text: '', at: 0 })
  return (event: KeyboardEvent<HTMLElement>) => {
    // A field or button inside a cell, and the header, have keys of their own.
    const isOnRow = event.target instanceof HTMLElement && event.target.role === 'row'
    if (!isOnRow || event.altKey) return
    const did = event.ctrlKey || event.metaKey ? withMod(event, actions) : plain(event, actions)
    if (did || typeAhead(event, actions, typed.current)) event.preventDefault()
  }
}

function withMod({ key }: KeyboardEvent, actions: GridActions) {
  if (key === 'a') return run(actions.selectAll)
  if (key === 'Enter') return run(actions.openFile)
  return false
}

function plain(event: KeyboardEvent, actions: GridActions) {
  const { active, count, page, moveTo } = actions
  const wanted: Readonly<Record<string, () => number>> = {
    ArrowDown: () => active + 1,
    ArrowUp: () => active - 1,
    PageDown: () => active + page(),
    PageUp: () => active - page(),
    Home: () => 0,
    End: () => count - 1,
  }
  const row = wanted[event.key]
  if (row) {
    moveTo(Math.max(0, Math.min(count - 1, row())), event.shiftKey)
    return true
  }
  if (event.key === ' ') return run(actions.toggle)
  if (event.key === 'Enter' || event.key === 'F2') return run(actions.openPanel)
  if (event.key === 'Escape') return run(actions.clearSelection)
  return false
}

function run(action: (() => void) | null) {
  action?.()
  return action !== null
}

type Typed = { text: string; at: number }

function typeAhead(event: KeyboardEvent, actions: GridActions, typed: Typed) {
  const { key, ctrlKey, metaKey, timeStamp } = event
  if (ctrlKey || metaKey || key.length !== 1 || !/[\p{L}\p{N}]/u.test(key)) return false
  if (!hasLetterKeys()) return false
  typed.text = timeStamp - typed.at < typingPause ? typed.text + foldText(key) : foldText(key)
  typed.at = timeStamp
  const { active, count, nameOf, moveTo } = actions
  // A first letter goes on to the next name with it; more letters may stay where they are.
  const first = typed.text.length === 1 ? active + 1 : active
  for (let step = 0; step < count; step++) {
    const index = (first + step) % count
    if (foldText(nameOf(index)).startsWith(typed.text)) {
      moveTo(index, false)
      return true
    }
  }
  return true
}
