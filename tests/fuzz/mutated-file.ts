import { bytesMutations, mostBytes } from './bytes-mutations.ts'
import { type Chance, chanceOf } from './chance.ts'
import { fuzzSamples, type Sample } from './fuzz-samples.ts'
import { textMutations } from './text-mutations.ts'
import { zipMutations } from './zip-mutations.ts'

export type MutatedFile = {
  /** What it was and what was done to it, to tell of and to make it again. */
  readonly told: string
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[]
}

const samples = fuzzSamples()
const samplesByKind = Map.groupBy(samples, ({ kind }) => kind)
const kinds = [...samplesByKind.keys()]

/** File number `n` of a seed: a sample with one to four mutations, always the same. */
export function mutatedFile(seed: number, n: number): MutatedFile {
  const chance = chanceOf(seed, n)
  const sample = chance.pick(samplesByKind.get(chance.pick(kinds)) ?? samples)
  const which = chance.below(sample.files.length)
  const done: string[] = []
  let bytes = sample.files[which]?.bytes ?? Buffer.alloc(0)
  for (let times = chance.pick([1, 1, 1, 2, 2, 3, 4]); times > 0; times--) {
    const mutations = mutationsFor(bytes, chance)
    const name = chance.pick(Object.keys(mutations))
    const other = chance.pick(chance.pick(samples).files).bytes
    bytes = mutations[name]?.(bytes, chance, other).subarray(0, mostBytes) ?? bytes
    done.push(name)
  }
  const files = sample.files.map((file, index) => (index === which ? { ...file, bytes } : file))
  return {
    told: `${sample.name}, ${files[which]?.name}: ${done.join(', ')}`,
    files: sample.files.length > 1 ? shuffled(files, chance) : files,
  }
}

function mutationsFor(bytes: Buffer, chance: Chance) {
  if (bytes.toString('latin1', 0, 2) === 'PK' && chance.below(4) > 0) return zipMutations
  return chance.below(3) === 0 ? bytesMutations : textMutations
}

/** Some packages miss a table, have one twice, or have it under another name. */
function shuffled(files: MutatedFile['files'], chance: Chance): MutatedFile['files'] {
  const one = chance.pick(files)
  return chance.pick([
    files,
    files,
    files,
    files.filter((file) => file !== one),
    files.toReversed(),
    files.map((file) => (file === one ? { ...file, name: file.name.toUpperCase() } : file)),
    [...files, { ...one, name: one.name.replace(/(\w+)\//, '$1/deeper/') }],
  ])
}

export type { Sample }
