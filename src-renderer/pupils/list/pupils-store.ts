import { createStore } from 'zustand/vanilla'
import { nothingSelected, type Selection } from '../../platform/ui/grid/selection.ts'
import { noFilter, type PupilFilter } from './pupil-filter.ts'

type PupilsState = {
  /** Whose list this is: the next person at the desk starts anew. */
  readonly owner: string
  readonly filter: PupilFilter
  readonly activeId: string | null
  readonly selection: Selection
}

const atFirst = { filter: noFilter, activeId: null, selection: nothingSelected }

/** Kept while somebody reads a file, so that the way back leads to the same list. */
export const pupilsStore = createStore<PupilsState>()(() => ({ owner: '', ...atFirst }))

export function showListOf(owner: string) {
  if (pupilsStore.getState().owner !== owner) pupilsStore.setState({ owner, ...atFirst })
}

export function setFilter(change: Partial<PupilFilter>) {
  pupilsStore.setState(({ filter }) => ({ filter: { ...filter, ...change } }))
}

export function clearFilter() {
  pupilsStore.setState(({ filter }) => ({ filter: { ...noFilter, status: filter.status } }))
}

export const setActive = (activeId: string | null) => pupilsStore.setState({ activeId })
export const setSelection = (selection: Selection) => pupilsStore.setState({ selection })
