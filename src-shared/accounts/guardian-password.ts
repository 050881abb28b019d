import { commonWords } from '#shared/staff/common-passwords.ts'
import { passwordTrouble } from '#shared/staff/password.ts'

export type GuardianPasswordTrouble =
  | 'password.too-short'
  | 'password.too-short-here'
  | 'password.too-long'
  | 'password.common'
  | 'password.needs-capital-and-digit'

export const shortestAlone = 12
export const shortestWithSecondFactor = 8
/** Longer texts only cost time to hash. */
export const longestPassword = 200

type Rules = {
  readonly hasSecondFactor: boolean
  /** A school's own rule, on top of the length and never instead of it. */
  readonly needsCapitalAndDigit: boolean
  /** The school's name and the guardian's address: whoever guesses tries those first. */
  readonly names: readonly string[]
}

/** What is wrong with a guardian's new password, or null (security.md 6.1). */
export function guardianPasswordTrouble(
  password: string,
  { hasSecondFactor, needsCapitalAndDigit, names }: Rules,
): GuardianPasswordTrouble | null {
  const length = [...password].length
  if (length > longestPassword) return 'password.too-long'
  if (length < (hasSecondFactor ? shortestWithSecondFactor : shortestAlone)) {
    return hasSecondFactor ? 'password.too-short-here' : 'password.too-short'
  }
  if (isCommon(password, names)) return 'password.common'
  const hasBoth = /\p{Lu}/u.test(password) && /\p{Nd}/u.test(password)
  return needsCapitalAndDigit && !hasBoth ? 'password.needs-capital-and-digit' : null
}

function isCommon(password: string, names: readonly string[]) {
  const guesses = names.flatMap((name) => [name, ...name.split(/[@.\s]+/)]).filter(Boolean)
  if ([...password].length >= shortestAlone) return passwordTrouble(password, guesses) !== null
  // The list holds long ones only; a short one is common when a known word is all there is to it.
  const letters = password.toLowerCase().replace(/[^\p{L}]/gu, '')
  const isPoor = new Set(password).size < 5 || /^\d+$/.test(password)
  return isPoor || commonWords.has(letters) || passwordTrouble(password.repeat(2), guesses) !== null
}
