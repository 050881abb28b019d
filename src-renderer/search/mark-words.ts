import { foldText, searchWords } from '#shared/platform/fold-text.ts'

export type Piece = { readonly text: string; readonly isMarked: boolean }

/** The text in pieces, with what was typed marked; accents, case and dashes in numbers do not matter. */
export function markWords(text: string, typed: string): readonly Piece[] {
  const words = searchWords(typed)
  const marked = markLetters(text, words)
  markDigits(text, words, marked)
  return pieces(text, marked)
}

/** For each sign of the text whether it is marked. */
function markLetters(text: string, words: readonly string[]): boolean[] {
  const signs = [...text]
  const marked = signs.map(() => false)
  // `ß` folds to two letters and an accent to none, so each folded letter remembers its sign.
  const origins = signs.flatMap((sign, index) => [...foldText(sign)].map(() => index))
  const folded = signs.map(foldText).join('')
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
      for (let step = 0; step < word.length; step++) markAt(marked, origins[at + step])
    }
  }
  return marked
}

/** Fewer digits than this are in every number. */
const fewestDigits = 3

/** `1234` also stands in `06-12 34 56 78`, and `0612` in `+31 6 12`. */
function markDigits(text: string, words: readonly string[], marked: boolean[]) {
  const signs = [...text]
  const places = signs.flatMap((sign, index) => (/\d/.test(sign) ? [index] : []))
  const digits = places.map((place) => signs[place]).join('')
  const typed = words
    .filter((word) => /^[\d+().-]+$/.test(word))
    .join('')
    .replace(/\D/g, '')
  if (typed.length < fewestDigits) return
  for (const wanted of [typed, typed.replace(/^0+/, '')]) {
    const at = digits.indexOf(wanted)
    if (at < 0 || wanted.length < fewestDigits) continue
    const [first = 0, last = -1] = [places[at], places[at + wanted.length - 1]]
    // The dashes between the digits too: one mark and not four.
    for (let place = first; place <= last; place++) markAt(marked, place)
    return
  }
}

function markAt(marked: boolean[], place: number | undefined) {
  if (place !== undefined) marked[place] = true
}

function pieces(text: string, marked: readonly boolean[]): readonly Piece[] {
  const found: Piece[] = []
  for (const [index, sign] of [...text].entries()) {
    const isMarked = marked[index] ?? false
    const last = found.at(-1)
    if (last?.isMarked === isMarked) found[found.length - 1] = { text: last.text + sign, isMarked }
    else found.push({ text: sign, isMarked })
  }
  return found
}
