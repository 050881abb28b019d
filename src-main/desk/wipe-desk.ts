import { rmSync } from 'node:fs'
import type { WipeReceipt } from '../platform/thread-messages.ts'
import type { Desk } from './desk.ts'
import { readKeySlots } from './key-slots.ts'

const tries = 5
const pause = 5000

/**
 * The school ordered this computer to wipe itself, and the data thread has checked whose order it is;
 * or it was away for so long that nobody can order anything, and there is nobody to tell (null).
 * The key goes first: from then on the rest is noise, whatever happens next.
 */
export async function wipeDesk(desk: Desk, receipt: WipeReceipt | null, drop: () => void) {
  const { keySlots, schoolFolder } = desk.files
  const slots = readKeySlots(keySlots)
  if (slots) await desk.forgetKey(slots.fileId)
  for (const each of [keySlots, `${keySlots}.bak`]) rmSync(each, { force: true })
  await desk.close()
  rmSync(schoolFolder, { recursive: true, force: true })
  desk.move({ phase: 'first-run', isWiped: true })
  drop()
  if (receipt) await confirm(receipt)
}

/** Tells the portal that it is done; when it cannot be told, the office sees "ordered" for ever. */
async function confirm({ url, device, nonce, signature }: WipeReceipt) {
  const body = JSON.stringify({ device, nonce, signature })
  for (let turn = 0; turn < tries; turn++) {
    const answer = await fetch(`${url}/sync/v1/wiped`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      redirect: 'error',
    }).catch(() => null)
    if (answer && answer.status < 500) return
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}
