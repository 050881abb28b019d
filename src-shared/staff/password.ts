import { foldText } from '#shared/platform/fold-text.ts'
import { commonPasswords, commonWords } from './common-passwords.ts'

export type PasswordTrouble = 'staff.password-too-short' | 'staff.password-common'

/** security.md 6.1; length counts what a person types, so an emoji is one. */
export const shortestPassword = 12

const keyboardRows = ['qwertyuiopasdfghjklzxcvbnm', 'azertyuiopqsdfghjklmwxcvbn', '1234567890']

/**
 * What is wrong with a new password, or null. `names` are the user name and the school's name:
 * whoever guesses tries those first. There is no rule about capitals and digits, since such rules
 * make people choose `Welkom2026!`.
 */
export function passwordTrouble(
  password: string,
  names: readonly string[],
): PasswordTrouble | null {
  if ([...password].length < shortestPassword) return 'staff.password-too-short'
  const folded = foldText(password)
  if (commonPasswords.has(folded) || isRun(folded)) return 'staff.password-common'

  const word = shortestRepeat(lettersOf(folded))
  const guesses = new Set(names.flatMap((name) => [lettersOf(foldText(name)), foldText(name)]))
  if (commonWords.has(word) || guesses.has(word) || guesses.has(folded)) {
    return 'staff.password-common'
  }
  return null
}

const lettersOf = (text: string) => text.replace(/[^\p{L}]/gu, '')

/** `welkomwelkom` is as easy as `welkom`. */
const shortestRepeat = (text: string) => text.replace(/^(.+?)\1+$/u, '$1')

/** One sign or a few signs over and over, or a walk along the alphabet or the keyboard. */
function isRun(text: string) {
  if (/^(.{1,4})\1+.{0,3}$/u.test(text)) return true
  const reversed = [...text].reverse().join('')
  return ['abcdefghijklmnopqrstuvwxyz', ...keyboardRows].some((row) => {
    const round = row.repeat(1 + Math.ceil(text.length / row.length))
    return round.includes(text) || round.includes(reversed)
  })
}
