/** What XML 1.0 does not allow, not even escaped, and line ends, which no value here has. */
const forbidden = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

export const escapeXml = (text: string) =>
  text.replace(forbidden, '').replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)

/** An element with text, cut to what the schema allows; nothing at all when there is no text. */
export function element(name: string, text: string | null, most = 256): string {
  const kept = [...(text ?? '').replace(forbidden, '').trim()].slice(0, most).join('').trim()
  return kept === '' ? '' : `<${name}>${escapeXml(kept)}</${name}>`
}

/** An element with what its parts made; nothing at all when they made nothing. */
export function parent(name: string, parts: readonly string[]): string {
  const inside = parts.join('')
  return inside === '' ? '' : `<${name}>${inside}</${name}>`
}

/** Attributes whose value is null are left out. */
export function attributes(values: Readonly<Record<string, string | null>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (value === null ? [] : [` ${name}="${escapeXml(value)}"`]))
    .join('')
}
