import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { validateXML } from 'xmllint-wasm'
import type { Country } from '#shared/platform/language.ts'
import { anImportingSchool, noSharedData, sample, sharedData } from '../imports/importing-school.ts'
import { crowd } from './crowded-rows.ts'
import { aPracticeSchool, exportOf } from './practice-exports.ts'

const schema = 'edexml/xsd-2.1-schooljaren-2035'

/** What libxml2 says against the schema of Edustandaard; nothing when the file is valid. */
async function complaints(xml: string) {
  const folder = join(sharedData, schema)
  const files = readdirSync(folder).map((name) => ({
    fileName: name,
    contents: readFileSync(join(folder, name), 'utf8'),
  }))
  const { errors } = await validateXML({
    xml: [{ fileName: 'school.xml', contents: xml }],
    schema: files.filter(({ fileName }) => fileName.includes('structuur')),
    preload: files.filter(({ fileName }) => !fileName.includes('structuur')),
  })
  return errors.map(({ message }) => message)
}

const textOf = ({ bytes }: { readonly bytes: Uint8Array }) => new TextDecoder().decode(bytes)

/** The record in which this text stands. */
function recordWith(xml: string, text: string) {
  const line = xml.split('\n').find((each) => each.includes(text))
  assert(line, `nobody is ${text}`)
  return line
}

describe('an EDEXML export', () => {
  for (const country of ['nl', 'be', 'se'] satisfies Country[]) {
    it(`is valid against the schema of 2.1: ${country}`, { skip: noSharedData }, async () => {
      using school = aPracticeSchool({ country, seed: 11, pupils: 60, change: crowd })

      const file = await exportOf(school, 'edexml', { withNationalNumbers: country !== 'se' })

      assert.deepEqual(await complaints(textOf(file)), [])
    })
  }

  it('is refused by the schema when it is not in order, so that the check above can fail', {
    skip: noSharedData,
  }, async () => {
    using school = aPracticeSchool({ country: 'nl', seed: 11, pupils: 24 })
    const file = await exportOf(school, 'edexml')
    const broken = textOf(file).replace(/<geslacht>(.)<\/geslacht>/, '<geslacht>7</geslacht>')

    assert.notDeepEqual(await complaints(broken), [])
  })

  it('names a Dutch school by BRIN and branch, a Flemish one by instellingsnummer', async () => {
    using dutch = aPracticeSchool({ country: 'nl', seed: 1, pupils: 16 })
    using flemish = aPracticeSchool({ country: 'be', seed: 1, pupils: 16 })

    const [nl, be] = [await exportOf(dutch, 'edexml'), await exportOf(flemish, 'edexml')].map(
      textOf,
    )

    assert.match(nl ?? '', /<brincode>99XX<\/brincode><dependancecode>00<\/dependancecode>/)
    assert.match(be ?? '', /<instellingsnummer>999999<\/instellingsnummer>/)
  })

  it('counts the Flemish years two higher, and its kindergarten from 0', async () => {
    using school = aPracticeSchool({
      country: 'be',
      seed: 1,
      pupils: 24,
      change({ pupils }) {
        for (const [index, pupil] of pupils.entries()) {
          pupils[index] = { ...pupil, firstName: `In${pupil.yearGrade}` }
        }
      },
    })

    const xml = textOf(await exportOf(school, 'edexml'))

    const codes = ['InK1', 'InK3', 'In1', 'In6'].map(
      (name) => /<jaargroep>(.*?)</.exec(recordWith(xml, `>${name}<`))?.[1],
    )
    assert.deepEqual(codes, ['0', '2', '3', '8'])
  })

  it('holds no national number unless the office asks for it', async () => {
    using school = aPracticeSchool({ country: 'nl', seed: 1, pupils: 24 })

    const without = textOf(await exportOf(school, 'edexml'))
    const asked = textOf(await exportOf(school, 'edexml', { withNationalNumbers: true }))

    assert.doesNotMatch(without, /<bsn|ondwnr/)
    assert.match(asked, /<bsn>9999900\d\d<\/bsn>/)
  })

  it('puts a prefix that the schema finds too long with the last name', async () => {
    using school = aPracticeSchool({
      country: 'nl',
      seed: 1,
      pupils: 16,
      change({ pupils }) {
        const [first] = pupils
        const name = { firstName: 'Noor', prefix: 'van de onder den', lastName: 'Wijngaard' }
        if (first) pupils[0] = { ...first, ...name }
      },
    })

    const xml = textOf(await exportOf(school, 'edexml'))

    assert.match(xml, /<achternaam>van de onder den Wijngaard<\/achternaam>/)
    assert.doesNotMatch(xml, /<voorvoegsel>[^<]{11,}</)
  })

  it('gives a combined group once, with the year with each pupil', async () => {
    using school = aPracticeSchool({ country: 'nl', seed: 1, pupils: 24 })

    const xml = textOf(await exportOf(school, 'edexml'))

    assert.equal(xml.match(/<naam>7\/8<\/naam>/g)?.length, 1)
    assert.match(xml, /<naam>7\/8<\/naam><jaargroep>C<\/jaargroep>/)
    assert.doesNotMatch(xml, /_lj_/)
  })

  it('keeps what would be mark-up as text', async () => {
    using school = aPracticeSchool({
      country: 'nl',
      seed: 1,
      pupils: 16,
      change({ pupils }) {
        const [first] = pupils
        if (first) pupils[0] = { ...first, firstName: 'A&B <!--]]>\u0007', prefix: null }
      },
    })

    const xml = textOf(await exportOf(school, 'edexml'))

    assert.match(xml, /<roepnaam>A&amp;B &lt;!--\]\]&gt;<\/roepnaam>/)
  })

  it('gives real files their own keys back, ECK iDs included, and never one with #', {
    skip: noSharedData,
  }, async () => {
    using school = anImportingSchool()
    const files = sample('edexml/edustandaard-2.1/EDEXML.Voorbeeld.2.1.xml')
    await school.import(files)

    const xml = textOf(await exportOf(school, 'edexml'))

    const original = textOf({ bytes: Buffer.from(Object.values(files)[0] ?? '') })
    const eckids = [...xml.matchAll(/eckid="(.*?)"/g)].map(([, eckid = '']) => eckid)
    assert.ok(eckids.length > 0)
    assert.ok(eckids.every((eckid) => original.includes(eckid)))
    const keys = [...xml.matchAll(/<leerling key="(.*?)"/g)].map(([, key = '']) => key)
    assert.ok(keys.every((key) => original.includes(`key="${key}"`) || key.length === 36))
    assert.doesNotMatch(xml, /key="#/)
    assert.deepEqual(await complaints(xml), [])
  })
})
