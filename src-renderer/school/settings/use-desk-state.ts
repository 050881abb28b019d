import { useEffect, useState } from 'react'
import { onEvent } from '../../platform/bridge.ts'

/** Reads from main's own thread now, and again whenever this desk's state changes. */
export function useDeskState<Value>(
  read: (input: Record<string, never>) => Promise<Value>,
): Value | 'loading' {
  const [value, setValue] = useState<Value | 'loading'>('loading')
  useEffect(() => {
    let isLatest = true
    const refresh = () => void read({}).then((answer) => isLatest && setValue(() => answer))
    refresh()
    const stop = onEvent('desk', refresh)
    return () => {
      isLatest = false
      stop()
    }
  }, [read])
  return value
}
