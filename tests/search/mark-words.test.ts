import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { markWords } from '../../src-renderer/search/mark-words.ts'

describe('marking what was typed', () => {
  it('finds words whatever their case and accents', () => {
    assert.equal(marked('Elin Öberg', 'oberg'), 'Elin [Öberg]')
    assert.equal(marked('Yusuf Yılmaz', 'YIL'), 'Yusuf [Yıl]maz')
  })

  it('marks each word where it stands', () => {
    assert.equal(marked('Anna van den Berg', 'berg ann'), '[Ann]a van den [Berg]')
  })

  it('counts a letter that folds to two as one', () => {
    assert.equal(marked('Strauß', 'auss'), 'Str[auß]')
  })

  it('finds digits across the dashes of a phone number', () => {
    assert.equal(marked('06-12 34 56 78', '1234'), '06-[12 34] 56 78')
    assert.equal(marked('+31 6 12345678', '0612'), '+31 [6 12]345678')
  })

  it('marks nothing in a text that was found by something else', () => {
    assert.equal(marked('Anna', 'bram'), 'Anna')
  })
})

function marked(text: string, typed: string) {
  return markWords(text, typed)
    .map(({ text: piece, isMarked }) => (isMarked ? `[${piece}]` : piece))
    .join('')
}
