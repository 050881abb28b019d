import { useEffect, useRef, useState } from 'react'
import { type OverviewKind, OverviewRequest, plainOverview } from '#shared/overviews/overview.ts'
import { keepPreference, readPreference } from '../platform/preferences.ts'

export type Start = {
  readonly kind: OverviewKind
  readonly groupIds: readonly string[]
  readonly pupilIds: readonly string[]
  /** Of link letters; absent for every open code. */
  readonly codeIds?: readonly string[] | undefined
}

export type ChangeRequest = (changes: Partial<OverviewRequest>) => void

/** What is asked for now; each document begins as this person last printed it. */
export function useRequest(start: Start) {
  const [request, setRequest] = useState(() => lastOf(start))
  const latest = useRef(request)
  latest.current = request
  // Kept on the way out and not at each click: it is written to the school's file.
  useEffect(() => () => keep(latest.current), [])

  const change: ChangeRequest = (changes) => setRequest((now) => ({ ...now, ...changes }))
  function showKind(kind: OverviewKind) {
    keep(latest.current)
    const { groupIds, pupilIds } = latest.current
    setRequest(lastOf({ kind, groupIds, pupilIds }))
  }
  return { request, change, showKind }
}

const keyOf = (kind: OverviewKind) => `overviews.${kind}`

function lastOf({ kind, groupIds, pupilIds, codeIds }: Start): OverviewRequest {
  const kept = OverviewRequest.safeParse(readPreference(keyOf(kind)))
  return {
    ...(kept.success ? kept.data : plainOverview),
    kind,
    groupIds: [...groupIds],
    pupilIds: [...pupilIds],
    codeIds: codeIds && [...codeIds],
    // Never by itself: protected pupils are put on paper by hand, each time anew.
    includeProtected: false,
    labelStart: 1,
  }
}

function keep({ codeIds: _, ...request }: OverviewRequest) {
  const wanted = { ...request, groupIds: [], pupilIds: [], includeProtected: false }
  const key = keyOf(request.kind)
  if (JSON.stringify(readPreference(key)) !== JSON.stringify(wanted)) keepPreference(key, wanted)
}
