import type { Client, Contract } from '#shared/platform/contract.ts'
import { call, onEvent } from './bridge.ts'

/** The window's side of a contract: each method asks main and answers later. */
export function connect<C extends Contract>(contract: C): Client<C> {
  const methods = Object.keys(contract.methods).map((name) => {
    const path = `${contract.feature}.${name}`
    const method = (input: unknown) => call(path, input)
    paths.set(method, path)
    return [name, method]
  })
  // Built from the contract's own names, and main answers with the contract's own types.
  return Object.fromEntries(methods) as Client<C>
}

const paths = new WeakMap<object, string>()

/** What came with the first answer, by path, for as long as it is certainly true. */
let ahead: Readonly<Record<string, unknown>> = {}

/** Longer than any first screen takes to draw, in milliseconds. */
const aheadStands = 5000

export function keepAhead(answers: Readonly<Record<string, unknown>>) {
  ahead = answers
  setTimeout(() => {
    if (ahead === answers) ahead = {}
  }, aheadStands)
}

/** The answer to a question without input, if it came before it was asked. */
export function answerAhead<Input, Value>(
  read: (input: Input) => Promise<Value>,
  input: Input,
): Value | undefined {
  const path = paths.get(read)
  if (!path || JSON.stringify(input) !== '{}') return undefined
  // Main answers with the contract's own types.
  return ahead[path] as Value | undefined
}

onEvent('changed', () => {
  ahead = {}
})
