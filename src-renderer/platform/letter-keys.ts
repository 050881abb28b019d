import { readPreference, usePreference } from './preferences.ts'

const key = 'letterKeys'
const parse = (kept: unknown) => kept !== false

/** Single letters must be possible to switch off (WCAG 2.1.4): speech input types them unasked. */
export const useLetterKeys = () => usePreference(key, parse)

export const hasLetterKeys = () => parse(readPreference(key))

/** A letter, digit or sign by itself; Space and the named keys are none. */
export const isLetterKey = (keys: string) => keys.length === 1 && keys !== ' '
