import type { Chance } from './chance.ts'

export type Mutation = (bytes: Buffer, chance: Chance, other: Buffer) => Buffer

/** Most a mutated file grows to: large enough to hurt, small enough for ten thousand. */
export const mostBytes = 4 * 1024 * 1024

/** What a bad disk, a broken line or a careless program does to any file. */
export const bytesMutations: Readonly<Record<string, Mutation>> = {
  'bits flipped': (bytes, chance) => {
    const copy = Buffer.from(bytes)
    for (let n = 1 + chance.below(16); n > 0 && copy.length > 0; n--) {
      const at = chance.below(copy.length)
      copy[at] = (copy[at] ?? 0) ^ (1 << chance.below(8))
    }
    return copy
  },
  'bytes set': (bytes, chance) => {
    const copy = Buffer.from(bytes)
    for (let n = 1 + chance.below(8); n > 0 && copy.length > 0; n--) {
      copy[chance.below(copy.length)] = chance.pick([0, 1, 9, 10, 13, 32, 0x7f, 0x80, 0xc0, 0xff])
    }
    return copy
  },
  'cut off': (bytes, chance) => bytes.subarray(0, chance.below(bytes.length + 1)),
  'begin lost': (bytes, chance) => bytes.subarray(chance.below(Math.min(bytes.length, 2000) + 1)),
  'slice lost': (bytes, chance) => {
    const [from, to] = slice(bytes, chance)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
  },
  'slice twice': (bytes, chance) => {
    const [from, to] = slice(bytes, chance)
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)])
  },
  'slices swapped': (bytes, chance) => {
    const [from, to] = slice(bytes, chance)
    const at = chance.below(from + 1)
    const [a, b, c, d] = [
      bytes.subarray(0, at),
      bytes.subarray(at, from),
      bytes.subarray(from, to),
      bytes.subarray(to),
    ]
    return Buffer.concat([a, c, b, d])
  },
  'slice many times': (bytes, chance) => {
    const [from, to] = slice(bytes, chance)
    const piece = bytes.subarray(from, Math.min(to, from + 4000))
    const most = Math.floor(mostBytes / 2 / Math.max(1, piece.length))
    const times = Math.min(most, 2 ** chance.below(16))
    return Buffer.concat([bytes.subarray(0, from), ...Array(times).fill(piece), bytes.subarray(to)])
  },
  'piece of another file': (bytes, chance, other) => {
    const [from, to] = slice(other, chance)
    const at = chance.below(bytes.length + 1)
    return Buffer.concat([bytes.subarray(0, at), other.subarray(from, to), bytes.subarray(at)])
  },
  'the end of another file': (bytes, chance, other) =>
    Buffer.concat([
      bytes.subarray(0, chance.below(bytes.length + 1)),
      other.subarray(chance.below(other.length + 1)),
    ]),
  'as UTF-16': (bytes, chance) => {
    const text = Buffer.from(chance.pick(['\ufeff', '']) + bytes.toString('utf8'), 'utf16le')
    return chance.below(2) === 0 ? text : text.swap16()
  },
  'as Latin-1': (bytes) => Buffer.from(bytes.toString('utf8'), 'latin1'),
  'UTF-8 twice': (bytes) => Buffer.from(bytes.toString('latin1'), 'utf8'),
  'a byte order mark': (bytes, chance) => {
    const mark = Buffer.from(
      chance.pick(['efbbbf', 'fffe', 'feff', 'efbbbfefbbbf', '0000feff']),
      'hex',
    )
    const at = chance.below(2) === 0 ? 0 : chance.below(bytes.length + 1)
    return Buffer.concat([bytes.subarray(0, at), mark, bytes.subarray(at)])
  },
  nothing: (bytes) => bytes,
}

function slice(bytes: Buffer, chance: Chance): readonly [from: number, to: number] {
  const from = chance.below(bytes.length + 1)
  return [from, Math.min(bytes.length, from + 1 + chance.below(2 ** chance.below(14)))]
}
