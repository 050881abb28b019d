import { useCallback, useEffect, useRef, useState } from 'react'
import { onEvent } from './bridge.ts'
import { answerAhead } from './client.ts'

/**
 * Reads now, again when `input` changes, and again whenever one of the tables is written; `*`
 * stands for any table.
 *
 * While another input is being read the former answer stands, so that a panel does not blink when
 * somebody walks through a list: take ids from the answer, not from the input.
 */
export function useFresh<Input, Value>(
  tables: readonly string[],
  input: Input,
  read: (input: Input) => Promise<Value>,
): Value | 'loading' {
  const [first] = useState(() => answerAhead(read, input))
  const [value, setValue] = useState<Value | 'loading'>(first ?? 'loading')
  const latest = useRef({ input, read, asked: 0 })
  latest.current.input = input
  latest.current.read = read

  const refresh = useCallback(async () => {
    const { current } = latest
    const turn = ++current.asked
    try {
      const answer = await current.read(current.input)
      // A slower, older answer must not replace a newer one.
      if (turn === current.asked) setValue(() => answer)
    } catch (problem) {
      // Thrown again while rendering, so that the screen's error boundary shows it.
      if (turn === current.asked) setValue(() => raise(problem))
    }
  }, [])

  const question = JSON.stringify(input)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text of the input is what counts.
  useEffect(() => {
    const { current } = latest
    const isKnown = current.asked === 0 && first !== undefined
    // What came with the first answer is asked only when something changed while this was drawn.
    if (!isKnown || answerAhead(current.read, current.input) !== first) void refresh()
  }, [refresh, question])

  const watched = tables.join()
  useEffect(
    () =>
      onEvent('changed', (event) => {
        const names = watched.split(',')
        const isOurs = names.includes('*') || event.tables.some((table) => names.includes(table))
        if (isOurs) void refresh()
      }),
    [refresh, watched],
  )
  return value
}

function raise(problem: unknown): never {
  throw problem
}
