import { useEffect, useRef } from 'react'
import { createStore } from 'zustand/vanilla'
import { hasLetterKeys, isLetterKey } from './letter-keys.ts'

export type Shortcut = {
  /** Written `mod+k`, `shift+f6` or `/`; `mod` is Ctrl, on a Mac Cmd. */
  readonly keys: string
  /** What it does, as the overlay of keys says it; left out there when empty. */
  readonly says: string
  readonly run: () => void
  /** Plain keys never work while somebody types; those with `mod` do unless this is false. */
  readonly whileTyping?: boolean
}

type Group = {
  readonly id: number
  readonly title: string
  readonly shortcuts: readonly Shortcut[]
}

/** Every shortcut that works now, grouped by who asked for it, the latest last. */
export const shortcuts = createStore<{ readonly groups: readonly Group[] }>()(() => ({
  groups: [],
}))

let lastId = 0
export const isMac = navigator.userAgent.includes('Mac OS')

/** Makes keys work while the caller is on screen, and lists them in the overlay under `title`. */
export function useShortcuts(title: string, wanted: readonly Shortcut[]) {
  const latest = useRef(wanted)
  latest.current = wanted
  const summary = wanted.map(({ keys, says }) => `${keys}\t${says}`).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: only keys and words need to be listed anew; `run` is read when pressed.
  useEffect(() => {
    const id = ++lastId
    const listed = latest.current.map((shortcut, index) => ({
      ...shortcut,
      run: () => latest.current[index]?.run(),
    }))
    shortcuts.setState(({ groups }) => ({ groups: [...groups, { id, title, shortcuts: listed }] }))
    return () =>
      shortcuts.setState(({ groups }) => ({ groups: groups.filter((group) => group.id !== id) }))
  }, [title, summary])
}

/** One listener for the window; the screen that came last goes first. */
export function listenToShortcuts() {
  const listener = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const found = shortcuts
      .getState()
      .groups.toReversed()
      .flatMap((group) => group.shortcuts)
      .find((shortcut) => matches(event, shortcut))
    if (!found) return
    event.preventDefault()
    found.run()
  }
  window.addEventListener('keydown', listener)
  return () => window.removeEventListener('keydown', listener)
}

function matches(event: KeyboardEvent, { keys, whileTyping }: Shortcut) {
  if (isLetterKey(keys) && !hasLetterKeys()) return false
  const parts = keys.toLowerCase().split('+')
  const key = parts.pop() || '+'
  const wantsMod = parts.includes('mod')
  if (isTyping(event.target) && !(whileTyping ?? (wantsMod || /^f\d+$/.test(key)))) return false
  const mod = isMac ? event.metaKey : event.ctrlKey
  if (wantsMod !== mod || parts.includes('alt') !== event.altKey) return false
  // `?` and `+` already hold their Shift on most keyboards.
  if (/^[a-z0-9]$|^f\d+$|^.{2,}$/.test(key) && parts.includes('shift') !== event.shiftKey) {
    return false
  }
  // Digits by their place: on a French or Belgian keyboard the row above gives `&é"` unshifted.
  return event.key.toLowerCase() === key || (wantsMod && event.code === `Digit${key}`)
}

export function isTyping(target: EventTarget | null) {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && !notTyped.has(target.type)
}

const notTyped = new Set(['checkbox', 'radio', 'button', 'submit', 'range', 'file', 'color'])

/** `Ctrl`, `K`: as this computer's keyboard names them. */
export function keyNames(keys: string): readonly string[] {
  // The last key may itself be the plus sign.
  const parts = keys.endsWith('++') ? [...keys.slice(0, -2).split('+'), '+'] : keys.split('+')
  return parts.map((part) => names[part] ?? (/^(.|f\d+)$/.test(part) ? part.toUpperCase() : part))
}

const names: Readonly<Record<string, string>> = {
  mod: isMac ? '⌘' : 'Ctrl',
  shift: isMac ? '⇧' : 'Shift',
  alt: isMac ? '⌥' : 'Alt',
  enter: 'Enter',
  arrowleft: '←',
  arrowright: '→',
  arrowup: '↑',
  arrowdown: '↓',
  escape: 'Esc',
  delete: 'Del',
}
