import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type DeskState, deskContract } from '#shared/desk/desk-contract.ts'
import { type Session, sessionContract } from '#shared/staff/staff-contract.ts'
import { onEvent } from '../platform/bridge.ts'
import { connect } from '../platform/client.ts'

export const desk = connect(deskContract)
const session = connect(sessionContract)

type Store = {
  readonly state: DeskState | 'loading'
  /** Who sits here; null until somebody has signed in. */
  readonly session: Session | null
}

const store = createStore<Store>()(() => ({ state: 'loading', session: null }))

let asked = 0

/** Reads where this computer stands, and who sits at it. */
export async function refreshDesk() {
  const turn = ++asked
  const state = await desk.state({})
  const current = state.phase === 'open' ? await session.current({}) : null
  if (turn === asked) store.setState({ state, session: current })
}

export function watchDesk() {
  void refreshDesk()
  return onEvent('desk', () => void refreshDesk())
}

export async function changeLook(look: Parameters<typeof desk.setLook>[0]) {
  const state = await desk.setLook(look)
  store.setState({ state })
}

/** In the practice school anyone may look through anyone's eyes. */
export async function actAs(role: Session['role']) {
  const answer = await session.actAs({ role })
  if (answer.ok) store.setState({ session: answer.value })
}

export const useDesk = () => useStore(store)
