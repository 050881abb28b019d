import type { Client, Contract } from '#shared/platform/contract.ts'
import { call } from './bridge.ts'

/** The window's side of a contract: each method asks main and answers later. */
export function connect<C extends Contract>(contract: C): Client<C> {
  const methods = Object.keys(contract.methods).map((name) => [
    name,
    (input: unknown) => call(`${contract.feature}.${name}`, input),
  ])
  // Built from the contract's own names, and main answers with the contract's own types.
  return Object.fromEntries(methods) as Client<C>
}
