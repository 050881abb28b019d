import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { noSharedData, sharedData } from '../imports/importing-school.ts'
import { ownSamples } from './own-samples.ts'

export type Sample = {
  /** Maker of the samples, or format: chosen first, so that 149 calendars do not drown the rest. */
  readonly kind: string
  readonly name: string
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[]
}

/** Larger ones take their time without showing more. */
const mostBytes = 400_000

/** Every real file, every folder of tables as one package, and one invented file of each format. */
export function fuzzSamples(): readonly Sample[] {
  if (noSharedData) return ownSamples()
  const paths = readdirSync(sharedData, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => statSync(join(sharedData, path)).isFile())
    .filter((path) => statSync(join(sharedData, path)).size <= mostBytes)
    .toSorted()
  const tables = Map.groupBy(
    paths.filter((path) => path.endsWith('.csv')),
    (path) => dirname(path),
  )
  const packages = [...tables].filter(([, files]) => files.length > 1)
  return [
    ...paths.map((path) => sampleOf(path, [path])),
    ...packages.flatMap(([folder, files]) => [
      sampleOf(folder, files),
      // Twice, since a package has more ways to go wrong than each table of it.
      sampleOf(folder, files),
    ]),
    ...ownSamples(),
  ]
}

function sampleOf(name: string, paths: readonly string[]): Sample {
  const isPackage = paths.length > 1
  return {
    kind: name.split('/').slice(0, 2).join('/'),
    name,
    files: paths.map((path) => ({
      name: path
        .split('/')
        .slice(isPackage ? -2 : -1)
        .join('/'),
      bytes: readFileSync(join(sharedData, path)),
    })),
  }
}
