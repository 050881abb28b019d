import { createStore } from 'zustand/vanilla'

/** Stays while somebody looks at a group of another year and comes back; null for the running one. */
export const shownYear = createStore<{ readonly id: string | null }>()(() => ({ id: null }))
