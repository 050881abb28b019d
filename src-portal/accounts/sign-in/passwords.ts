import { hash, verify } from '@node-rs/argon2'
import { makeToken } from '../../platform/secrets.ts'

/** OWASP's first choice of argon2id, the library's own algorithm: 19 MiB, two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** Hashes at a time: a flood of sign-ins must leave the rest of the portal a core. */
const most = 2

let running = 0
const waiting: (() => void)[] = []

async function oneOfFew<Value>(work: () => Promise<Value>): Promise<Value> {
  if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
  running++
  try {
    return await work()
  } finally {
    running--
    waiting.shift()?.()
  }
}

export const hashPassword = (password: string): Promise<string> =>
  oneOfFew(() => hash(password, cost))

/** For an address that nobody has: comparing takes as long as for one that somebody has. */
let nobodys: Promise<string> | null = null

export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  nobodys ??= hashPassword(makeToken())
  const against = stored ?? (await nobodys)
  const isRight = await oneOfFew(() => verify(against, password))
  return isRight && stored !== null
}
