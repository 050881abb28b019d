import { foldText } from '#shared/platform/fold-text.ts'

/** Words that schools write as one: `emailmoeder`, `telouder1`. */
const glued =
  /\b(e ?mail(?:adres)?|tel(?:efoon(?:nummer)?)?|gsm|mobiel|voornaam|achternaam|roepnaam|naam|adres|postcode|relatie|huisnummer|straat|namn|mobil|epost)(?=(?:ouder|vader|moeder|verzorger|leerling|parent|vh|mamma|pappa)(?:s|\d|\b))/g
const gluedBehind =
  /\b(ouder|vader|moeder|verzorger|parent|guardian|mamma|pappa)(?=(?:e ?mail|tel|gsm|mobiel|voornaam|achternaam|naam|adres|postcode|email|phone|name|namn|mobil)\w*)/g

/** A column's name as it is looked up: folded, words apart, `GuardianEmail1` as `guardian email 1`. */
export function foldHeader(header: string): string {
  const apart = header
    .normalize('NFC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/(\d)(\p{L})/gu, '$1 $2')
  return foldText(apart)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(glued, '$1 ')
    .replace(gluedBehind, '$1 ')
}
