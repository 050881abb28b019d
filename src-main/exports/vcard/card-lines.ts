/** One line of a card before it is folded: `TEL;TYPE=CELL` and its parts, each still as it reads. */
export type CardLine = {
  readonly name: string
  readonly types?: readonly string[]
  /** N and ADR have several, joined by semicolons, CATEGORIES a list; all else has one. */
  readonly parts: readonly string[]
}

/** A card of vCard 3.0 (RFC 2426): escaped, folded, CRLF. */
export function writeCard(lines: readonly CardLine[]): string {
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    'PRODID:-//Balie//Balie//EN',
    ...lines.map(writeLine).map(fold),
    'END:VCARD',
    '',
  ].join('\r\n')
}

function writeLine({ name, types = [], parts }: CardLine) {
  const type = types.length > 0 ? `;TYPE=${types.join(',')}` : ''
  const between = name === 'CATEGORIES' ? ',' : ';'
  return `${name}${type}:${parts.map(escapeText).join(between)}`
}

const escapeText = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')

/** Octets a line may hold without its CRLF; what goes on begins with a space, which counts too. */
const lineLength = 75

/** Breaks between characters and never inside one: half an `é` is no letter. */
function fold(line: string): string {
  const folded: string[] = []
  let piece = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > lineLength) {
      folded.push(piece)
      piece = ' '
      octets = 1
    }
    piece += character
    octets += size
  }
  return [...folded, piece].join('\r\n')
}
