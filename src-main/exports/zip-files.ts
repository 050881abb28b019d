// The build for browsers: that for Node names a second `require`, which no bundle can hold.
import { type Zippable, zipSync } from 'fflate/browser'

/** Written into every entry: the same files are the same zip, whenever and wherever it is made. */
const noTime = new Date(1980, 0, 1)

/** Files by name, in that order, as one zip; text as UTF-8. */
export function zipFiles(files: readonly (readonly [name: string, text: string])[]): Uint8Array {
  const encoder = new TextEncoder()
  const entries: Zippable = Object.fromEntries(
    files.map(([name, text]) => [name, [encoder.encode(text), { mtime: noTime }]]),
  )
  return zipSync(entries)
}
