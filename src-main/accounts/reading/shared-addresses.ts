import type { Tie } from './ties.ts'

/** Addresses that the file has for more than one guardian: an account needs one of its own. */
export function sharedAddresses(ties: readonly Tie[]): ReadonlySet<string> {
  const owners = new Map<string, string>()
  const shared = new Set<string>()
  for (const { guardian } of ties) {
    const address = guardian.email?.toLowerCase()
    if (!address) continue
    const owner = owners.get(address)
    if (owner && owner !== guardian.id) shared.add(address)
    owners.set(address, guardian.id)
  }
  return shared
}

export const isShared = ({ guardian }: Tie, shared: ReadonlySet<string>) =>
  guardian.email !== null && shared.has(guardian.email.toLowerCase())
