import { useFresh } from '../platform/use-fresh.ts'
import { changeRequests, queueTables } from './request-calls.ts'

/** How many requests wait for the office. */
export function useWaitingRequests(): number {
  const rows = useFresh(queueTables, { of: 'open' } as const, changeRequests.list)
  return rows === 'loading' ? 0 : rows.length
}
