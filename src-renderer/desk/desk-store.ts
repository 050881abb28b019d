import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type DeskState, deskContract } from '#shared/desk/desk-contract.ts'
import { type Session, sessionContract } from '#shared/staff/staff-contract.ts'
import { onEvent } from '../platform/bridge.ts'
import { connect, keepAhead } from '../platform/client.ts'
import { startAt } from '../platform/routes.ts'
import { firstRouteFor } from './navigation.ts'

export const desk = connect(deskContract)
const session = connect(sessionContract)

type Store = {
  readonly state: DeskState | 'loading'
  /** Who sits here; null until somebody has signed in. */
  readonly session: Session | null
}

const store = createStore<Store>()(() => ({ state: 'loading', session: null }))

let asked = 0
let shown = 0

/** Reads where this computer stands, and who sits at it. */
export async function refreshDesk() {
  const turn = ++asked
  const { state, session, answers } = await desk.begin({})
  // Only an answer older than what is shown: main tells of its steps while the first one is on its
  // way, and that one brings the answers that are given once.
  if (turn < shown) return
  shown = turn
  const fresh = { state, session: state.phase === 'open' ? session : null }
  if (answers !== '{}' || isOther(fresh.session)) keepAhead(JSON.parse(answers))
  // Main tells of every step; most leave what the window shows as it is.
  if (JSON.stringify(fresh) === JSON.stringify(store.getState())) return
  seat(fresh.session)
  store.setState(fresh)
}

/** A former person's places are not the next one's. */
function seat(next: Session | null) {
  if (next && isOther(next)) startAt(firstRouteFor(next.role))
}

function isOther(next: Session | null) {
  const { session } = store.getState()
  return next?.staffId !== session?.staffId || next?.role !== session?.role
}

/** Before anything is drawn: what main tells meanwhile is heard. */
export function watchDesk() {
  onEvent('desk', () => void refreshDesk())
  return refreshDesk()
}

export async function changeLook(look: Parameters<typeof desk.setLook>[0]) {
  const state = await desk.setLook(look)
  store.setState({ state })
}

/** In the practice school anyone may look through anyone's eyes. */
export async function actAs(role: Session['role']) {
  const answer = await session.actAs({ role })
  if (!answer.ok) return
  // What was answered to the former eyes is not for these.
  keepAhead({})
  seat(answer.value)
  store.setState({ session: answer.value })
}

export const useDesk = () => useStore(store)
