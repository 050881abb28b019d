import { useHistoryWords } from './history/words.ts'
import { SyncScreen } from './sync/sync-screen.tsx'

/** The sync screen with the words of the history, which knows every field by name. */
export function SyncedPlace() {
  return <SyncScreen words={useHistoryWords()} />
}
