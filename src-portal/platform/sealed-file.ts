import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, stat } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

// A file of lines, compressed and closed with AES-256-GCM: mark, nonce, content, seal of 16 bytes.
const mark = Buffer.from('BALIE-PORTAL-1\n')
const nonceBytes = 12
const sealBytes = 16
const headBytes = mark.length + nonceBytes

/** Writes beside the file first, so that there is never half a backup under its name. */
export async function writeSealedLines(file: string, key: Buffer, lines: AsyncIterable<string>) {
  const draft = `${file}.draft`
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const out = createWriteStream(draft, { mode: 0o600 })
  out.write(Buffer.concat([mark, nonce]))
  await pipeline(Readable.from(lines), createGzip(), cipher, out)
  const handle = await open(draft, 'a')
  await handle.write(cipher.getAuthTag())
  await handle.sync()
  await handle.close()
  await rename(draft, file)
}

/** Lines of a file that is whole and ours; one wrong byte anywhere and not a line is given. */
export async function* readSealedLines(file: string, key: Buffer): AsyncGenerator<string> {
  const { size } = await stat(file)
  const handle = await open(file, 'r')
  const head = Buffer.alloc(headBytes)
  const seal = Buffer.alloc(sealBytes)
  await handle.read(head, 0, headBytes, 0)
  await handle.read(seal, 0, sealBytes, Math.max(0, size - sealBytes))
  await handle.close()
  if (size < headBytes + sealBytes || !head.subarray(0, mark.length).equals(mark)) {
    throw new Error('This file is no backup of a portal.')
  }
  const opened = () => {
    const decipher = createDecipheriv('aes-256-gcm', key, head.subarray(mark.length))
    decipher.setAuthTag(seal)
    const content = createReadStream(file, { start: headBytes, end: size - sealBytes - 1 })
    return { content, decipher }
  }
  // Read through once before anything is believed.
  const check = opened()
  try {
    await pipeline(check.content, check.decipher, async (chunks) => {
      for await (const _chunk of chunks);
    })
  } catch {
    throw new Error('This backup is damaged, or was made with another PORTAL_KEY.')
  }
  const { content, decipher } = opened()
  const unpacked = content.pipe(decipher).pipe(createGunzip())
  for await (const line of createInterface({ input: unpacked })) yield line
}
