import { markWords } from './mark-words.ts'

/** Text with what was typed standing out. */
export function Marked({ text, typed }: { readonly text: string; readonly typed: string }) {
  return markWords(text, typed).map(({ text: part, isMarked }, index) =>
    isMarked ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no name but their place.
      <mark key={index}>{part}</mark>
    ) : (
      part
    ),
  )
}
