/** RFC 5545, 3.1: at most 75 bytes to a line, the line break not counted. */
const longest = 75

/**
 * Folds an iCalendar text anew: ical.js forgets the space that begins a folded line, so its lines may
 * be a few bytes too long. No character is cut in two.
 */
export function foldLines(text: string): string {
  return text.replaceAll('\r\n ', '').split('\r\n').map(fold).join('\r\n')
}

function fold(line: string): string {
  let folded = ''
  let bytes = 0
  for (const character of line) {
    const size = bytesOf(character.codePointAt(0) ?? 0)
    if (bytes + size > longest) {
      folded += '\r\n '
      bytes = 1
    }
    folded += character
    bytes += size
  }
  return folded
}

/** How many bytes a character has in UTF-8. */
const bytesOf = (code: number) => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4)
