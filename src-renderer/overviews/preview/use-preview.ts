import { useEffect, useState } from 'react'
import { deskContract } from '#shared/desk/desk-contract.ts'
import type { OverviewRequest } from '#shared/overviews/overview.ts'
import { onEvent } from '../../platform/bridge.ts'
import { connect } from '../../platform/client.ts'

const desk = connect(deskContract)

export type PreviewAnswer = Awaited<ReturnType<typeof desk.preview>>

export type PreviewState = {
  /** The pages of the last request that was answered; null before the first. */
  readonly answer: PreviewAnswer | null
  readonly isBusy: boolean
}

/** Somebody who ticks three columns in a row wants one preview, not three. */
const pause = 250

/** The real print job of a request, made anew when the request or the school's data change. */
export function usePreview(request: OverviewRequest): PreviewState {
  const [state, setState] = useState<PreviewState>({ answer: null, isBusy: true })
  const [edition, setEdition] = useState(0)
  useEffect(() => {
    const ownTables = /^(preferences|savedOverviews)$/
    return onEvent('changed', ({ tables }) => {
      if (!tables.every((table) => ownTables.test(table))) setEdition((now) => now + 1)
    })
  }, [])

  const question = JSON.stringify(request)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text of the request is what counts.
  useEffect(() => {
    let isLatest = true
    setState(({ answer }) => ({ answer, isBusy: true }))
    const timer = setTimeout(async () => {
      try {
        const answer = await desk.preview(request)
        if (isLatest) setState({ answer, isBusy: false })
      } catch (problem) {
        // Thrown again while rendering, so that the screen's error boundary shows it.
        if (isLatest) setState(() => raise(problem))
      }
    }, pause)
    return () => {
      isLatest = false
      clearTimeout(timer)
    }
  }, [question, edition])
  return state
}

function raise(problem: unknown): never {
  throw problem
}
