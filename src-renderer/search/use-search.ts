import { useEffect, useRef, useState } from 'react'
import { type SearchHit, searchContract } from '#shared/search/search-contract.ts'
import { connect } from '../platform/client.ts'

const search = connect(searchContract)

/** As many as fit without scrolling, so that a hit is one glance away. */
const mostHits = 8

/** The hits for what is typed; the former ones stand while the next are on their way. */
export function useSearch(text: string, mayFind: boolean) {
  const [found, setFound] = useState<{ text: string; hits: readonly SearchHit[] }>(nothing)
  const asked = useRef(0)
  useEffect(() => {
    const turn = ++asked.current
    const wanted = text.trim()
    if (!wanted || !mayFind) return setFound(nothing)
    void search.find({ text: wanted, limit: mostHits }).then((hits) => {
      if (turn === asked.current) setFound({ text: wanted, hits })
    })
  }, [text, mayFind])
  return found
}

const nothing = { text: '', hits: [] }
