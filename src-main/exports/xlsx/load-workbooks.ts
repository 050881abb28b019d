import type { Progress } from '#shared/platform/contract.ts'

export type Workbooks = typeof import('@e965/xlsx')

let loaded: Workbooks | null = null

/** Longer than the slowest disk takes; whoever runs a writer without letting go would wait for ever. */
const patience = 30_000

/**
 * The library that writes workbooks, a megabyte, read when somebody wants a workbook and not at each
 * start of the program. A job cannot wait, but the router lets others have a turn between its steps.
 */
export function* loadWorkbooks(): Generator<Progress, Workbooks, void> {
  let problem: unknown = null
  const start = performance.now()
  if (!loaded) {
    import('@e965/xlsx').then(
      (library) => {
        loaded = library
      },
      (error: unknown) => {
        problem = error
      },
    )
  }
  while (!loaded) {
    if (problem) throw problem
    if (performance.now() - start > patience) throw new Error('Workbooks could not be loaded')
    yield { done: 0, total: 0 }
  }
  return loaded
}
