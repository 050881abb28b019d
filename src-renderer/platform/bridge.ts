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

export function onEvent<Kind extends MainEvent['kind']>(
  kind: Kind,
  listener: (event: Extract<MainEvent, { kind: Kind }>) => void,
) {
  return window.balie.onEvent((event) => {
    // The comparison before the call is what makes the narrowing true; the compiler cannot follow `Kind`.
    if (event.kind === kind) listener(event as Extract<MainEvent, { kind: Kind }>)
  })
}
