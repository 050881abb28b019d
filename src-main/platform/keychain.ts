/** The keychain of the operating system: where the key of the school's file lives. */
export type Keychain = {
  /** Null when there is no such entry. Throws `KeychainTrouble` when the keychain is shut. */
  find(account: string): Promise<string | null>
  /** Stores and reads back, so that a keychain that forgets is noticed at once. */
  keep(account: string, secret: string): Promise<void>
  forget(account: string): Promise<void>
}

export class KeychainTrouble extends Error {
  override name = 'KeychainTrouble'
  readonly kind: 'locked' | 'unavailable'
  constructor(kind: 'locked' | 'unavailable', options?: ErrorOptions) {
    super(`The keychain is ${kind}`, options)
    this.kind = kind
  }
}

const service = 'nl.balie.desktop'
const probe = 'probe'
/** An unlock prompt of the system may block a call for as long as nobody answers it. */
const patience = 15_000

export const systemKeychain: Keychain = {
  async find(account) {
    const keytar = await load()
    const known = await timed(keytar.getPassword(service, account))
    if (known !== null) return known
    // A locked keyring answers null, just as one without the entry (security.md 0.4): only
    // writing tells them apart.
    await timed(keytar.setPassword(service, probe, 'open'))
    await timed(keytar.deletePassword(service, probe))
    return null
  },

  async keep(account, secret) {
    const keytar = await load()
    await timed(keytar.setPassword(service, account, secret))
    const kept = await timed(keytar.getPassword(service, account))
    if (kept !== secret) throw new KeychainTrouble('unavailable')
  },

  async forget(account) {
    const keytar = await load()
    await timed(keytar.deletePassword(service, account))
  },
}

/** Loaded when first needed: on a machine without libsecret the import itself throws. */
async function load() {
  try {
    return (await import('keytar')).default
  } catch (cause) {
    throw new KeychainTrouble('unavailable', { cause })
  }
}

async function timed<Value>(call: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('locked: no answer')), patience)
  })
  try {
    return await Promise.race([call, late])
  } catch (cause) {
    // keytar throws plain errors without a code; the wording is libsecret's.
    const isLocked = /locked|does not exist at path/i.test(String(cause))
    throw new KeychainTrouble(isLocked ? 'locked' : 'unavailable', { cause })
  } finally {
    clearTimeout(timer)
  }
}
