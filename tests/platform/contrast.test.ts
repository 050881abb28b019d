import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'

type Tokens = ReadonlyMap<string, string>

const source = readFileSync('src-renderer/platform/theme.css', 'utf8')
const light = tokensIn(source.slice(0, source.indexOf('[data-mantine-color-scheme="dark"]')))
const dark = tokensIn(source.slice(source.indexOf('[data-mantine-color-scheme="dark"]')))

/** What is written on what: WCAG 1.4.3 asks 4.5. */
const texts = [
  ...['bg', 'surface', 'raised', 'sunken', 'select', 'brand-soft'].flatMap((ground) => [
    ['text', ground],
    ['text-2', ground],
  ]),
  ['text-3', 'surface'],
  ['text-3', 'bg'],
  ['brand', 'surface'],
  ['brand', 'brand-soft'],
  ['on-brand', 'brand'],
  ['on-brand', 'brand-hover'],
  ...['ok', 'info', 'warn', 'alert', 'leave'].flatMap((tone) => [
    [tone, `${tone}-soft`],
    [tone, 'surface'],
  ]),
  ['surface', 'alert'],
]

/** Edges of what can be operated and the ring around it: WCAG 1.4.11 asks 3. */
const edges = [
  ['line-strong', 'surface'],
  ['line-strong', 'bg'],
  ['focus', 'surface'],
  ['focus', 'bg'],
  ['focus', 'select'],
]

for (const [name, tokens] of [
  ['light', light],
  ['dark', dark],
] as const) {
  describe(`the ${name} colours`, () => {
    it('let every text be read', () => {
      assert.deepEqual(tooFaint(tokens, texts, 4.5), [])
    })

    it('let every control be seen', () => {
      assert.deepEqual(tooFaint(tokens, edges, 3), [])
    })
  })
}

function tooFaint(tokens: Tokens, pairs: readonly (readonly string[])[], least: number) {
  return pairs
    .map(([front = '', back = '']) => ({ front, back, ratio: contrast(tokens, front, back) }))
    .filter(({ ratio }) => ratio < least)
    .map(({ front, back, ratio }) => `${front} on ${back}: ${ratio.toFixed(2)}`)
}

function contrast(tokens: Tokens, front: string, back: string) {
  const [a, b] = [luminance(tokens, front), luminance(tokens, back)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** WCAG's relative luminance. */
function luminance(tokens: Tokens, name: string) {
  const colour = tokens.get(name) ?? assert.fail(`no colour is called ${name}`)
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function tokensIn(css: string): Tokens {
  const found = css.matchAll(/--b-([\w-]+): (#[0-9a-f]{6});/g)
  return new Map([...found].map(([, name = '', colour = '']) => [name, colour]))
}
