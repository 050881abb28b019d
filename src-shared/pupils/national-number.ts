import Personnummer from 'personnummer'
import { validate as isBisnummer } from 'stdnum/lib/cjs/be/bis.js'
import { validate as isRijksregisternummer } from 'stdnum/lib/cjs/be/nn.js'
// The files of three countries instead of all of stdnum, which takes a third of a second to load.
import { validate as isBsn } from 'stdnum/lib/cjs/nl/bsn.js'
import { validate as isOnderwijsnummer } from 'stdnum/lib/cjs/nl/onderwijsnummer.js'
import type { Country } from '#shared/platform/language.ts'
import type { NationalNumberKind } from './pupil.ts'

/** What can be said about a number: a check warns and never refuses (`domain.md` 3). */
export type NumberCheck = {
  /** Null when the number looks like none of the country's kinds. */
  readonly kind: NationalNumberKind | null
  readonly isValid: boolean
  /** As it is stored: without dots and spaces, or as typed when it could not be read. */
  readonly normal: string
  /** As people write it, `85.07.30-033.28`. */
  readonly formatted: string
  /** `••••123`: enough to tell two numbers apart, too little to use one. */
  readonly masked: string
}

/** Checks a number as one of `kind`, or finds out which of the country's kinds it is. */
export function checkNationalNumber(
  typed: string,
  country: Country,
  kind: NationalNumberKind | null,
): NumberCheck {
  const text = typed.trim()
  const candidates = kind ? [kind] : kindsOfCountry[country]
  for (const candidate of candidates) {
    const normal = readers[candidate](text)
    if (normal) return describe(candidate, true, normal)
  }
  return describe(kind ?? likelyKind(text, country), false, text)
}

/** Kinds in the order of trying; their checks never both hold. */
const kindsOfCountry: Record<Country, readonly NationalNumberKind[]> = {
  nl: ['bsn', 'onderwijsnummer'],
  be: ['rijksregisternummer', 'bisnummer'],
  se: ['personnummer', 'samordningsnummer'],
}

/** The stored form of a number that passes the check of its kind, else null. */
const readers: Record<NationalNumberKind, (text: string) => string | null> = {
  bsn(text) {
    const digits = digitsIn(text)
    // stdnum takes 000000000 for a BSN: its sum divides by 11.
    if (!digits || /^0+$/.test(digits) || !isBsn(digits).isValid) return null
    return digits.padStart(9, '0')
  },
  onderwijsnummer(text) {
    const digits = digitsIn(text)
    // Asked only where it can be: saying no is what takes the library its time.
    return /^10\d{7}$/.test(digits) && isOnderwijsnummer(digits).isValid ? digits : null
  },
  rijksregisternummer(text) {
    const digits = digitsIn(text)
    return digits && isRijksregisternummer(digits).isValid ? digits : null
  },
  bisnummer(text) {
    const digits = digitsIn(text)
    return digits && isBisnummer(digits).isValid ? digits : null
  },
  personnummer: (text) => readSwedish(text, false),
  samordningsnummer: (text) => readSwedish(text, true),
  // A number that the school gave itself has no check.
  local: (text) => text || null,
}

/** `20160304-2381`; the day of a coordination number is 60 higher. */
function readSwedish(text: string, isCoordination: boolean): string | null {
  const compact = text.replace(/\s/g, '')
  if (!Personnummer.valid(compact)) return null
  const number = Personnummer.parse(compact)
  if (number.isCoordinationNumber() !== isCoordination) return null
  const long = number.format(true)
  return `${long.slice(0, 8)}${number.sep}${long.slice(8)}`
}

/** What a number that fails its check was most likely meant to be. */
function likelyKind(text: string, country: Country): NationalNumberKind | null {
  const digits = digitsIn(text)
  if (country === 'se') return likelySwedishKind(text)
  if (country === 'nl' && /^\d{8,9}$/.test(digits)) {
    return /^10\d{7}$/.test(digits) ? 'onderwijsnummer' : 'bsn'
  }
  if (country === 'be' && /^\d{11}$/.test(digits)) {
    return Number(digits.slice(2, 4)) > 12 ? 'bisnummer' : 'rijksregisternummer'
  }
  return null
}

function likelySwedishKind(text: string): NationalNumberKind | null {
  const compact = text.replace(/\s/g, '')
  const day = /^(?:\d{2})?\d{4}(\d{2})[-+]?\d{4}$/.exec(compact)?.[1]
  if (day) return Number(day) > 60 ? 'samordningsnummer' : 'personnummer'
  // A number with letters (TF-nummer) is one that the school or municipality gave for the time being.
  return /^(?:\d{2})?\d{6}[-+]?[a-z0-9]{4}$/i.test(compact) ? 'local' : null
}

function describe(kind: NationalNumberKind | null, isRead: boolean, normal: string): NumberCheck {
  const isValid = isRead || kind === 'local'
  return { kind, isValid, normal, formatted: formatted(kind, normal), masked: mask(normal) }
}

function formatted(kind: NationalNumberKind | null, normal: string) {
  const isBelgian = kind === 'rijksregisternummer' || kind === 'bisnummer'
  if (!isBelgian || !/^\d{11}$/.test(normal)) return normal
  return normal.replace(/(..)(..)(..)(...)(..)/, '$1.$2.$3-$4.$5')
}

/** The last three characters behind dots; a number of three or less is hidden whole. */
function mask(normal: string) {
  return normal.length > 3 ? `••••${normal.slice(-3)}` : '••••'
}

/** The digits of a number written with dots, spaces or hyphens; empty when it holds anything else. */
function digitsIn(text: string) {
  return /^[\d\s.-]+$/.test(text) ? text.replace(/\D/g, '') : ''
}
