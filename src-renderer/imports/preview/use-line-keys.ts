import type { KeyboardEvent, RefObject } from 'react'
import { useStore } from 'zustand'
import { importReviewMessages } from '#shared/imports/import-review-messages.ts'
import type { ImportLine } from '#shared/imports/imports-contract.ts'
import { useSay } from '../../platform/language.tsx'
import { useShortcuts } from '../../platform/shortcuts.ts'
import type { PreviewStepProps } from './preview-step.tsx'

type LineKeys = PreviewStepProps & {
  readonly shown: readonly ImportLine[]
  readonly active: ImportLine | null
  readonly onActive: (key: string) => void
  readonly panel: RefObject<HTMLDivElement | null>
}

/** Space takes or leaves a line, digits decide a doubtful one, Enter goes to its panel and Escape comes back. */
export function useLineKeys({ store, step, shown, active, onActive, panel }: LineKeys) {
  const say = useSay(importReviewMessages)
  const { leaveOut, decide } = useStore(store)
  useListedKeys(say)

  const list = () => panel.current?.parentElement
  const focusRow = (key: string) =>
    requestAnimationFrame(() =>
      list()
        ?.querySelector<HTMLElement>(`[data-row-id="${CSS.escape(key)}"]`)
        ?.focus(),
    )

  /** On to the next that still waits, as a pile is worked off. */
  function goOn(from: ImportLine) {
    const at = shown.indexOf(from)
    const waits = ({ key }: ImportLine) => key !== from.key && step.decisions[key] === undefined
    const next = shown.slice(at + 1).find(waits) ?? shown.find(waits)
    if (!next) return
    onActive(next.key)
    focusRow(next.key)
  }

  function decideByKey(line: ImportLine, key: string): boolean {
    if (key === 'Delete' || key === 'Backspace') decide(line.key, null)
    else {
      const decision = key === '0' ? 'new' : line.candidates[Number(key) - 1]?.id
      if (!/^\d$/.test(key) || decision === undefined) return false
      decide(line.key, decision)
      goOn(line)
    }
    return true
  }

  function toggleByKey(line: ImportLine, key: string): boolean {
    if (key !== ' ' || !canBeLeftOut(line)) return false
    leaveOut(line.key, !step.leftOut.has(line.key))
    return true
  }

  function inList(event: KeyboardEvent) {
    const { target, key, ctrlKey, altKey, metaKey } = event
    const isOnRow = target instanceof HTMLElement && target.role === 'row'
    if (!isOnRow || !active || ctrlKey || altKey || metaKey) return
    const did = active.outcome === 'doubtful' ? decideByKey(active, key) : toggleByKey(active, key)
    if (!did) return
    // Before the list takes a digit for the beginning of a name.
    event.preventDefault()
    event.stopPropagation()
  }

  function inPanel(event: KeyboardEvent<HTMLElement>) {
    if (event.key !== 'Escape' || event.defaultPrevented || !active) return
    event.preventDefault()
    focusRow(active.key)
  }

  const enterPanel = () =>
    requestAnimationFrame(() =>
      panel.current?.querySelector<HTMLElement>('input, button, [tabindex="0"]')?.focus(),
    )

  return { inList, inPanel, enterPanel }
}

export const canBeLeftOut = ({ outcome }: ImportLine) => outcome === 'new' || outcome === 'changed'

/** The list answers to them itself, under other names; here they are listed for the overlay of keys. */
function useListedKeys(say: (key: 'lineKeys' | 'key.take' | 'key.pick') => string) {
  const nothing = () => undefined
  useShortcuts(say('lineKeys'), [
    { keys: 'space', says: say('key.take'), run: nothing },
    { keys: '1…9', says: say('key.pick'), run: nothing },
  ])
}
