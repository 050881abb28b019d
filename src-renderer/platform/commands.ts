import type { Icon } from './ui/icons.ts'

/** Something the window can do: found with Ctrl+K, and most also by a key. */
export type Command = {
  readonly id: string
  readonly label: string
  readonly icon: Icon
  /** `mod+shift+b`; works everywhere and is shown beside the label. */
  readonly keys?: string
  /** Works, but stands in no list: the second key of the same thing. */
  readonly isUnlisted?: boolean
  /** Ctrl+Z in a text field belongs to the text: then false. */
  readonly whileTyping?: boolean
  readonly run: () => void
}
