import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { Country } from '#shared/platform/language.ts'
import type { PhoneKind } from './contact.ts'

/** What typing a phone number came to. */
export type TypedPhone = {
  /** E.164, `+31612345678`; as typed when it could not be read, since somebody may still know it. */
  readonly number: string
  readonly isValid: boolean
  /** Told from the number where the country's plan tells it. */
  readonly kind: Extract<PhoneKind, 'mobile' | 'home'> | null
}

const isoOfCountry = { nl: 'NL', be: 'BE', se: 'SE' } as const satisfies Record<Country, string>

/**
 * Reads a number as it is dialled in the school's country: `06-12345678`, `0031 6 …`, `+46 …`.
 *
 * Carries the whole world's number plans: windows that only show numbers use `phone-display.ts`.
 */
export function readPhone(typed: string, country: Country): TypedPhone {
  const text = typed.trim()
  const phone = parsePhoneNumberFromString(text, {
    defaultCountry: isoOfCountry[country],
    extract: false,
  })
  // E.164 has no room for an extension: whoever calls `toestel 12` needs it.
  if (!phone?.isValid() || phone.ext) return { number: text, isValid: false, kind: null }
  return { number: phone.number, isValid: true, kind: kindOf(phone.getType()) }
}

function kindOf(type: string | undefined) {
  if (type === 'MOBILE') return 'mobile'
  return type === 'FIXED_LINE' ? 'home' : null
}
