import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { read, refusalOf } from './read-files.ts'

const persons = (inner: string) => ({ 'persons.json': `{"persons":[\n${inner}]}` })
const elsa = '"id":"e","givenName":"Elsa","enrolments":[{"schoolType":"GR"}]'
const hundredThousand = 100_000

describe('JSON that means harm or broke off', () => {
  const refused: Readonly<Record<string, readonly [inner: string, code: string, place: string]>> = {
    'a hundred thousand lists inside each other': [
      `{${elsa},"x":${'['.repeat(hundredThousand)}`,
      'too-deep',
      '2',
    ],
    'a hundred thousand objects inside each other': [
      `{${elsa},"x":${'{"a":'.repeat(hundredThousand)}`,
      'too-deep',
      '2',
    ],
    'a name that stands twice': [`{${elsa},\n"givenName":"Eva"}`, 'member-repeated', '3 givenName'],
    'a file that stops halfway': [`{${elsa}},\n{"id":"n","giv`, 'not-json', '3 3:11'],
    'a comma too many': [`{${elsa}},\n`, 'not-json', '3 3:1'],
    'a line break inside a name': [`{${elsa},\n"sex":"Kv\ninna"}`, 'not-json', '3 3:10'],
    'a comment': [`{${elsa}}, // Nils\n{}`, 'not-json', '2 2:67'],
    'no value at all': [`{${elsa},"sex":}`, 'not-json', '2 2:71'],
  }
  for (const [what, [inner, code, place]] of Object.entries(refused)) {
    it(`${what} is refused with its place`, async () => {
      const problem = await refusalOf(persons(inner))

      const isDeep = code === 'too-deep'
      const where = [problem?.line, isDeep ? null : problem?.field].filter(Boolean).join(' ')
      assert.deepEqual([problem?.code, where], [code, place])
    })
  }

  it('changes no other object by __proto__ and constructor', async () => {
    const evil =
      '"__proto__":{"givenName":"x","polluted":1},"constructor":{"prototype":{"polluted":1}}'

    const { source, problems } = await read(persons(`{${elsa},${evil}}`))

    assert.equal(source.pupils[0]?.fields.firstName, 'Elsa')
    assert.equal(Reflect.get({}, 'polluted'), undefined)
    assert.deepEqual(
      problems.map(({ code, field }) => [code, field]),
      [
        ['member-unknown', 'person.__proto__'],
        ['member-unknown', 'person.constructor'],
      ],
    )
  })

  it('makes no number out of one that is too big', async () => {
    const { source, problems } = await read(
      persons(`{${elsa},"civicNo":123456789012345678901234567890,"birthDate":1e999}`),
    )

    assert.deepEqual(source.pupils[0]?.fields, { firstName: 'Elsa' })
    assert.deepEqual(problems, [])
  })

  it('passes over what stands where an object should', async () => {
    const { source } = await read(
      persons(`null, 7, "x", [], {${elsa},"emails":"elsa@skola.example","responsibles":{"a":[]}}`),
    )

    assert.deepEqual(
      source.pupils.map(({ fields }) => [fields.firstName, fields.email]),
      [['Elsa', 'elsa@skola.example']],
    )
  })

  it('is no page of the standard when it is a schema, a request or something else', async () => {
    const others = [
      '{"$schema":"https://json-schema.org","properties":{"givenName":{}}}',
      '{"info":{"name":"x"},"item":[{"raw":"{\\"givenName\\":\\"x\\"}"}]}',
      '{"name":"x"}',
      '[[[[[[',
    ]

    const codes = await Promise.all(
      others.map(async (text) => (await refusalOf({ 'x.json': text }))?.code),
    )

    assert.deepEqual(
      codes,
      others.map(() => 'unknown-format'),
    )
  })

  it('of twenty thousand persons is read within seconds', async () => {
    const inner = Array.from({ length: 20_000 }, (_, n) => `{${elsa.replace('"e"', `"e${n}"`)}}`)
    const start = performance.now()

    const { source } = await read(persons(inner.join(',\n')))

    assert.equal(source.pupils.length, 20_000)
    assert(performance.now() - start < 10_000)
  })

  it('that ties everything to one child is read within seconds', async () => {
    const many = Array.from({ length: 60_000 }, (_, n) => n)
    const lists = [
      `"responsibles":[${many.map((n) => `{"person":{"id":"g${n}"}}`)}]`,
      `"phoneNumbers":[${many.map((n) => `{"number":"0701${n}00"}`)}]`,
      `"addresses":[${many.map(() => '{"type":"Folkbokföring"}')}]`,
    ]
    const start = performance.now()

    const { source } = await read(
      persons(`{"id":"e","givenName":"Elsa","enrolments":[${many.map(() => '{}')}],${lists}}`),
    )

    assert.equal(source.pupils[0]?.guardianKeys.length, many.length)
    assert(performance.now() - start < 10_000)
  })
})
