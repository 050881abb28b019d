import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/**
 * Baliestand: a parent stands before the desk, and everything marked `data-private` blurs.
 * Not kept: a window that opens blurred would seem broken.
 */
const counter = createStore<{ readonly isOn: boolean }>()(() => ({ isOn: false }))

export function toggleCounter() {
  const isOn = !counter.getState().isOn
  counter.setState({ isOn })
  document.documentElement.dataset.counter = isOn ? 'on' : 'off'
  return isOn
}

export const useCounter = () => useStore(counter, ({ isOn }) => isOn)
