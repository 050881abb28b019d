import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { Country } from '#shared/platform/language.ts'

const callingCodes: Record<Country, string> = { nl: '+31', be: '+32', se: '+46' }

/** A stored number as it is read aloud: `06 12345678` at home, `+46 70 174 06 05` from abroad. */
export function showPhone(number: string, country: Country) {
  if (!number.startsWith('+')) return number
  const phone = parsePhoneNumberFromString(number)
  if (!phone) return number
  return number.startsWith(callingCodes[country])
    ? phone.formatNational()
    : phone.formatInternational()
}
