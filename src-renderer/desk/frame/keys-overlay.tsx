import { deskMessages } from '#shared/desk/desk-messages.ts'
import type { MessageKey } from '#shared/platform/messages.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { hasLetterKeys, isLetterKey } from '../../platform/letter-keys.ts'
import { shortcuts } from '../../platform/shortcuts.ts'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { Kbd } from '../../platform/ui/signs/kbd.tsx'
import classes from './keys-overlay.module.css'

type Line = { readonly keys: string; readonly says: string }

/** Ctrl+/: every key that works here and now. */
export function KeysOverlay({ onClose }: { readonly onClose: () => void }) {
  const say = useSay(deskMessages)
  const sayKit = useSay(uiMessages)
  const wordsOf = (keys: readonly Known[]) =>
    keys.map(([name, combination]) => ({ keys: combination, says: sayKit(name) }))
  // The dialog covers the screen, so what works there is what worked when it opened.
  const groups = byTitle([
    ...shortcuts.getState().groups.toReversed(),
    { title: sayKit('keys-list'), shortcuts: wordsOf(listKeys) },
    { title: say('keys-field'), shortcuts: wordsOf(fieldKeys) },
  ])
  return (
    <Modal title={say('keys-title')} onClose={onClose} width={880}>
      <div className={classes.groups}>
        {groups.map(([title, lines]) => (
          <KeyGroup key={title} title={title} lines={lines} />
        ))}
      </div>
    </Modal>
  )
}

type Titled = { readonly title: string; readonly shortcuts: readonly Line[] }

/** One list under each title; a key that a screen took from the window stands with the screen alone. */
function byTitle(groups: readonly Titled[]) {
  const found = new Map<string, Line[]>()
  const taken = new Set<string>()
  for (const { title, shortcuts: lines } of groups) {
    const fresh = lines.filter(
      ({ keys, says }) =>
        says !== '' &&
        !(keys.startsWith('mod+') && taken.has(keys)) &&
        (hasLetterKeys() || !isLetterKey(keys)),
    )
    for (const { keys } of fresh) taken.add(keys)
    found.set(title, [...(found.get(title) ?? []), ...fresh])
  }
  return [...found]
}

type Known = readonly [MessageKey<typeof uiMessages>, string]

const listKeys: readonly Known[] = [
  ['key-move', '↑+↓'],
  ['key-page', 'PgUp+PgDn'],
  ['key-first-last', 'Home+End'],
  ['key-jump', 'A'],
  ['key-select', 'Space'],
  ['key-range', 'shift+↓'],
  ['key-all', 'mod+a'],
  ['key-copy', 'mod+c'],
  ['key-open-panel', 'Enter'],
  ['key-open-file', 'mod+Enter'],
  ['key-width', 'alt+←+→'],
  ['key-step-back', 'Esc'],
]

const fieldKeys: readonly Known[] = [
  ['key-edit', 'f2'],
  ['key-calendar', 'alt+↓'],
  ['key-history', 'alt+h'],
  ['key-step-back', 'Esc'],
]

function KeyGroup({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  if (lines.length === 0) return null
  return (
    <section className={classes.group}>
      <h3>{title}</h3>
      <dl>
        {lines.map(({ keys, says }) => (
          <div key={`${keys}-${says}`}>
            <dt>{says}</dt>
            <dd>
              <Kbd keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
