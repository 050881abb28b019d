import { crc32, deflateRawSync } from 'node:zlib'

type Entry = {
  readonly name: string
  readonly content: Uint8Array | string
  /** What the header says of the size; a lie when it differs. */
  readonly saidSize?: number
}

/** A zip as any program makes it; for a hostile one the headers can lie. */
export function aZip(entries: readonly Entry[]): Uint8Array {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const { name, content, saidSize } of entries) {
    const plain = Buffer.from(content)
    const packed = deflateRawSync(plain)
    const head = header(plain, packed, name, saidSize ?? plain.length)
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), head, Buffer.from(name), packed])
    centrals.push(
      Buffer.from('504b01021400', 'hex'),
      head,
      Buffer.alloc(10),
      uint32(offset),
      Buffer.from(name),
    )
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('504b0506', 'hex')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

/** What local and central headers share: version, flags (UTF-8 names), method, time, sizes. */
function header(plain: Buffer, packed: Buffer, name: string, size: number) {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE(0x800, 2)
  head.writeUInt16LE(8, 4)
  head.writeUInt32LE(crc32(plain), 10)
  head.writeUInt32LE(packed.length, 14)
  head.writeUInt32LE(size, 18)
  head.writeUInt16LE(Buffer.byteLength(name), 22)
  return head
}

function uint32(value: number) {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
