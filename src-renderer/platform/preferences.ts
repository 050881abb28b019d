import { useCallback } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value }

type Preferences = {
  readonly values: Readonly<Record<string, unknown>>
  readonly save: (key: string, value: Value) => void
}

/** Saved filters, columns, last choices and the like of whoever is signed in. */
const preferences = createStore<Preferences>()(() => ({ values: {}, save: () => undefined }))

/** Called at sign-in with what this person has kept, and how to keep more. */
export function showPreferencesOf(values: Preferences['values'], save: Preferences['save']) {
  preferences.setState({ values, save })
}

export function readPreference(key: string): unknown {
  return preferences.getState().values[key]
}

export function keepPreference(key: string, value: Value) {
  const { values, save } = preferences.getState()
  preferences.setState({ values: { ...values, [key]: value } })
  save(key, value)
}

/**
 * One kept choice. `parse` returns it when it is what we expect, else what counts without one:
 * an older version may have kept something else under this name.
 */
export function usePreference<Kept extends Value>(key: string, parse: (value: unknown) => Kept) {
  const kept = useStore(preferences, ({ values }) => values[key])
  const keep = useCallback((value: Kept) => keepPreference(key, value), [key])
  return [parse(kept), keep] as const
}
