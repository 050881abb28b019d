import type { Progress } from '#shared/platform/contract.ts'

/** What main tells every window. */
export type MainEvent =
  | { readonly kind: 'changed'; readonly tables: readonly string[] }
  | ({ readonly kind: 'progress'; readonly job: string } & Progress)
  | { readonly kind: 'desk' }
  | { readonly kind: 'menu'; readonly command: string }

/** The data thread answers in JSON text, which crosses two threads faster than an object. */
type Answer = { readonly json: string } | { readonly value: unknown }

type Bridge = {
  call(path: string, input: unknown): Promise<Answer>
  onEvent(listener: (event: MainEvent) => void): () => void
}

declare global {
  interface Window {
    readonly balie: Bridge
  }
}

export async function call(path: string, input: unknown): Promise<unknown> {
  const answer = await window.balie.call(path, input)
  return 'json' in answer ? JSON.parse(answer.json) : answer.value
}

type Listener = (event: MainEvent) => void

const listeners = new Set<Listener>()
/** One subscription for the window: Electron takes more than ten for a leak, and says so. */
let isListening = false

export function onEvent<Kind extends MainEvent['kind']>(
  kind: Kind,
  listener: (event: Extract<MainEvent, { kind: Kind }>) => void,
) {
  const pass = (event: MainEvent) => {
    // The comparison before the call is what makes the narrowing true; the compiler cannot follow `Kind`.
    if (event.kind === kind) listener(event as Extract<MainEvent, { kind: Kind }>)
  }
  listeners.add(pass)
  if (!isListening) window.balie.onEvent(tellAll)
  isListening = true
  return () => void listeners.delete(pass)
}

function tellAll(event: MainEvent) {
  // A copy: who listens may come or go because of what it hears.
  for (const each of [...listeners]) each(event)
}
