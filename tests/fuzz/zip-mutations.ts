import { inflateRawSync } from 'node:zlib'
import { aZip } from '../imports/zip-file.ts'
import type { Mutation } from './bytes-mutations.ts'
import { bytesMutations } from './bytes-mutations.ts'
import type { Chance } from './chance.ts'
import { textMutations } from './text-mutations.ts'

/** Damage to what a zip says of itself, and to the files within it. */
export const zipMutations: Readonly<Record<string, Mutation>> = {
  'header number': (bytes, chance) => {
    const copy = Buffer.from(bytes)
    const heads = [
      ...offsetsOf(bytes, 'PK\x01\x02'),
      ...offsetsOf(bytes, 'PK\x03\x04'),
      ...offsetsOf(bytes, 'PK\x05\x06'),
    ]
    if (heads.length === 0) return copy
    const at = chance.pick(heads) + 4 + chance.below(38)
    if (at + 4 <= copy.length) copy.writeUInt32LE(chance.pick(numbers), at)
    return copy
  },
  'name of an entry': (bytes, chance) => {
    const copy = Buffer.from(bytes)
    const heads = offsetsOf(bytes, 'PK\x01\x02')
    if (heads.length === 0) return copy
    copy.write(
      chance.pick(['../', '/x/', 'C:\\', '\0', '..\\', 'é']),
      chance.pick(heads) + 46,
      'latin1',
    )
    return copy
  },
  'a file within': (bytes, chance, other) => {
    const entries = entriesOf(bytes)
    if (entries.length === 0) return bytes
    const inner = { ...textMutations, ...bytesMutations }
    const which = chance.below(entries.length)
    const mutate = inner[chance.pick(Object.keys(inner))]
    return Buffer.from(
      aZip(
        entries.map((entry, index) =>
          index === which && mutate
            ? { ...entry, content: mutate(entry.content, chance, other) }
            : entry,
        ),
      ),
    )
  },
  'the files within': (bytes, chance) => Buffer.from(aZip(rearranged(entriesOf(bytes), chance))),
}

const numbers = [0, 1, 0xffff, 0xffffffff, 0x7fffffff, 0x80000000, 100, 8, 0x00080800]

type Entry = { readonly name: string; readonly content: Buffer }

function rearranged(entries: readonly Entry[], chance: Chance): readonly Entry[] {
  const [first] = entries
  if (!first) return [{ name: 'nothing', content: Buffer.alloc(0) }]
  const one = chance.pick(entries)
  return chance.pick([
    [...entries, one],
    entries.filter((entry) => entry !== one),
    entries.map((entry) => ({ ...entry, name: `folder/${entry.name}` })),
    entries.map((entry) => ({ ...entry, name: entry.name.toUpperCase() })),
    entries.map((entry) => (entry === one ? { ...entry, content: Buffer.alloc(0) } : entry)),
    [...entries, { name: 'inner.zip', content: Buffer.from(aZip([one])) }],
  ])
}

/** Entries by their local headers, as far as these can be followed. */
function entriesOf(bytes: Buffer): Entry[] {
  return offsetsOf(bytes, 'PK\x01\x02').flatMap((at): Entry[] => {
    try {
      const size = bytes.readUInt32LE(at + 20)
      const nameLength = bytes.readUInt16LE(at + 28)
      const local = bytes.readUInt32LE(at + 42)
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
      const packed = bytes.subarray(start, start + size)
      const isPacked = bytes.readUInt16LE(at + 10) === 8
      const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
      const content = isPacked ? inflateRawSync(packed, { maxOutputLength: 8_000_000 }) : packed
      return [{ name, content }]
    } catch {
      return []
    }
  })
}

function offsetsOf(bytes: Buffer, signature: string): number[] {
  const offsets: number[] = []
  for (let at = bytes.indexOf(signature, 0, 'latin1'); at !== -1 && offsets.length < 500; ) {
    offsets.push(at)
    at = bytes.indexOf(signature, at + 4, 'latin1')
  }
  return offsets
}
