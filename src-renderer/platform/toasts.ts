import { createStore } from 'zustand/vanilla'

export type Toast = {
  readonly id: number
  readonly text: string
  /** The action that its button undoes; null when there is nothing to undo. */
  readonly actionId: string | null
  readonly tone: 'done' | 'alert'
  /** Says nothing about anybody, so a parent at the desk may read it. */
  readonly isPublic: boolean
}

type NewToast = {
  readonly text: string
  /** `last` for what the signed-in person did just now, or the id of an action. */
  readonly undo?: 'last' | (string & {})
  readonly tone?: Toast['tone']
  readonly isPublic?: boolean
}

type Toasts = {
  readonly shown: readonly Toast[]
  /** Asked at once, so that the button keeps meaning this action whatever is done afterwards. */
  readonly findLastAction: () => Promise<string | null>
}

export const toasts = createStore<Toasts>()(() => ({
  shown: [],
  findLastAction: () => Promise.resolve(null),
}))

/** More would cover the screen; Ctrl+Z and the clock still reach what vanished. */
const mostShown = 3
let lastId = 0

/** Says in the corner what happened, with a button to undo it. */
export async function toast({ text, undo, tone = 'done', isPublic = false }: NewToast) {
  const id = ++lastId
  const actionId = undo === 'last' ? await toasts.getState().findLastAction() : (undo ?? null)
  toasts.setState(({ shown }) => ({
    shown: [...shown, { id, text, actionId, tone, isPublic }].slice(-mostShown),
  }))
}

export function dismissToast(id: number) {
  toasts.setState(({ shown }) => ({ shown: shown.filter((each) => each.id !== id) }))
}

/** Of another school, or of whoever sat here before: nothing of it may be read or undone. */
export function dismissAllToasts() {
  toasts.setState({ shown: [] })
}

/** What is undone by another way must not offer it once more. */
export function dismissToastsOf(actionId: string) {
  toasts.setState(({ shown }) => ({ shown: shown.filter((each) => each.actionId !== actionId) }))
}
