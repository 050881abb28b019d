import type { ExportedPhone } from '../exported-school.ts'
import { noName } from './roster-part.ts'

type Named = {
  readonly firstName: string
  readonly prefix: string | null
  readonly lastName: string
  readonly officialNames?: string | null
}

/**
 * A name in the standard's words: the prefix goes before the family name. Whoever has several
 * official names is called by the preferred one.
 */
export function nameCells({ firstName, prefix, lastName, officialNames }: Named) {
  const familyName = [prefix, lastName].filter(Boolean).join(' ') || noName
  const [given, ...others] = officialNames?.split(' ').filter(Boolean) ?? []
  if (!given || others.length === 0) return { givenName: firstName || noName, familyName }
  return {
    givenName: given,
    middleName: others.join(' '),
    preferredGivenName: firstName,
    familyName,
  }
}

/** One mobile and one other number, with `00` for the `+` that a spreadsheet takes for a sum. */
export function phoneCells(phones: readonly ExportedPhone[]) {
  const find = (isMobile: boolean) =>
    phones.find(({ kind }) => (kind === 'mobile') === isMobile)?.number.replace(/^\+/, '00')
  return { sms: find(true), phone: find(false) }
}
