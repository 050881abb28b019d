import { foldText, searchWords } from '#shared/platform/fold-text.ts'
import type { Command } from '../platform/commands.ts'

/** Below the hits there is room for a few; with nothing typed they are all there is. */
const mostBesideHits = 5
const mostAlone = 12

/** Every word typed must begin a word of the command. */
export function fittingCommands(commands: readonly Command[], text: string) {
  const listed = commands.filter(({ isUnlisted }) => !isUnlisted)
  const words = searchWords(text)
  if (words.length === 0) return listed.slice(0, mostAlone)
  const fits = ({ label }: Command) => {
    const starts = foldText(label).split(/[\s-]+/)
    return words.every((word) => starts.some((start) => start.startsWith(word)))
  }
  return listed.filter(fits).slice(0, mostBesideHits)
}
