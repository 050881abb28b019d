import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aClass, anEdexml } from './edexml-file.ts'
import { anImportingSchool, type Files } from './importing-school.ts'
import { rosterOf } from './roster-package.ts'
import { aZip } from './zip-file.ts'

const entity = '<!ENTITY lol0 "lol">'
const laughs = Array.from(
  { length: 9 },
  (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n};`.repeat(10)}">`,
)
const pupil = { key: 'P1', achternaam: 'Bakker', roepnaam: 'Noor' }
const good = anEdexml({ pupils: [pupil] })
const edex = (inner: string) => `<EDEX>${inner}</EDEX>`
const hundredThousand = 100_000

/** Far more than any takes and far less than what blows up; how fast it is stands in the bench. */
const mostSeconds = 10

/** What each attack is refused with; security.md T13. */
const attacks: Readonly<Record<string, readonly [files: Files, code: string]>> = {
  'a billion laughs': [
    { 'EDEX.XML': `<!DOCTYPE EDEX [${entity}${laughs.join('')}]><EDEX>&lol9;</EDEX>` },
    'doctype',
  ],
  'a quadratic blow-up': [
    {
      'EDEX.XML': `<!DOCTYPE EDEX [<!ENTITY a "${'a'.repeat(50_000)}">]><EDEX>${'&a;'.repeat(50_000)}</EDEX>`,
    },
    'doctype',
  ],
  'an entity that reads a file': [
    { 'EDEX.XML': '<!DOCTYPE EDEX [<!ENTITY x SYSTEM "file:///etc/passwd">]><EDEX>&x;</EDEX>' },
    'doctype',
  ],
  'an entity that asks a server': [
    { 'EDEX.XML': '<!DOCTYPE EDEX [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;]><EDEX/>' },
    'doctype',
  ],
  'a document type outside': [
    { 'EDEX.XML': `<!DOCTYPE EDEX SYSTEM "http://127.0.0.1/"><EDEX/>` },
    'doctype',
  ],
  'an entity that nobody defined': [{ 'EDEX.XML': edex('<school>&nbsp;</school>') }, 'not-xml'],
  'a hundred thousand elements inside each other': [
    { 'EDEX.XML': edex(`<school>${'<a>'.repeat(hundredThousand)}`) },
    'too-deep',
  ],
  'the same depth inside a vendor block': [
    { 'EDEX.XML': edex(`<school><toevoegingen>${'<a>'.repeat(hundredThousand)}`) },
    'too-deep',
  ],
  'an attribute of 20 MB': [
    { 'EDEX.XML': edex(`<leerlingen><leerling key="${'k'.repeat(20_000_000)}"/></leerlingen>`) },
    'too-large',
  ],
  'a comment of 20 MB': [{ 'EDEX.XML': edex(`<!--${'-k'.repeat(10_000_000)}-->`) }, 'too-large'],
  'XML that ends halfway': [{ 'EDEX.XML': good.slice(0, good.length - 40) }, 'not-xml'],
  'XML with a null character': [{ 'EDEX.XML': good.replace('Noor', 'No\0or') }, 'not-readable'],
  'an encoding that hides tags': [
    {
      'EDEX.XML': '<?xml version="1.0" encoding="UTF-7"?>+ADw-EDEX+AD4-<EDEX/>'.replace(
        '+ADw-EDEX+AD4-',
        '',
      ),
    },
    'not-readable',
  ],
  'a file of 33 MB': [{ 'EDEX.XML': edex(' '.repeat(33 * 1024 * 1024)) }, 'too-large'],
  'nothing at all': [{ 'EDEX.XML': '' }, 'unknown-format'],
  'a zip bomb': [
    { 'school.zip': aZip([{ name: 'users.csv', content: Buffer.alloc(30_000_000) }]) },
    'zip-suspicious',
  ],
  'a zip whose header lies about the size': [
    { 'school.zip': aZip([{ name: 'EDEX.XML', content: Buffer.alloc(3_000_000), saidSize: 100 }]) },
    'zip-damaged',
  ],
  'a zip in a zip': [
    {
      'school.zip': aZip([
        { name: 'inner.zip', content: aZip([{ name: 'EDEX.XML', content: good }]) },
      ]),
    },
    'zip-suspicious',
  ],
  'a zip that reaches outside its folder': [
    { 'school.zip': aZip([{ name: '../../EDEX.XML', content: good }]) },
    'zip-suspicious',
  ],
  'a zip with an absolute path': [
    { 'school.zip': aZip([{ name: '/etc/passwd', content: good }]) },
    'zip-suspicious',
  ],
  'a zip with a Windows path': [
    { 'school.zip': aZip([{ name: 'C:\\Windows\\EDEX.XML', content: good }]) },
    'zip-suspicious',
  ],
  'a zip of ten thousand files': [
    {
      'school.zip': aZip(
        Array.from({ length: 10_000 }, (_, n) => ({ name: `${n}.csv`, content: '' })),
      ),
    },
    'zip-suspicious',
  ],
  'a zip cut in half': [
    { 'school.zip': aZip([{ name: 'EDEX.XML', content: good }]).subarray(0, 120) },
    'zip-damaged',
  ],
  'a million columns': [rosterOf({ users: `sourcedId${',x'.repeat(1_000_000)}\n` }), 'too-large'],
  'a lone quote': [
    rosterOf({ users: 'sourcedId,role\n"u1,student\nu2,student\n' }),
    'quotes-broken',
  ],
  'text after a closing quote': [
    rosterOf({ users: 'sourcedId,role\n"u1"x,student\n' }),
    'quotes-broken',
  ],
  'twenty megabytes of quotes': [rosterOf({ users: '"'.repeat(20_000_000) }), 'too-large'],
  'a school of a million and a half names': [
    { 'EDEX.XML': edex(`<school>${'<naam>é</naam>'.repeat(1_500_000)}</school>`) },
    'too-large',
  ],
  'six hundred thousand pupils': [
    { 'EDEX.XML': edex(`<leerlingen>${'<leerling key="1"/>'.repeat(600_000)}</leerlingen>`) },
    'too-large',
  ],
  'three hundred thousand users': [
    rosterOf({ users: `sourcedId,role\n${'u,student\n'.repeat(300_000)}` }),
    'too-large',
  ],
  'a cell of 10 MB': [
    rosterOf({ users: `sourcedId,role\n${'u'.repeat(10_000_000)},student\n` }),
    'too-large',
  ],
  'a table with a null character': [
    rosterOf({ users: 'sourcedId,role\nu\0,student\n' }),
    'not-readable',
  ],
  'a column that stands there twice': [
    rosterOf({ users: 'sourcedId,role,role\nu,student,parent\n' }),
    'column-repeated',
  ],
}

describe('a file that means harm', () => {
  for (const [name, [files, code]] of Object.entries(attacks)) {
    it(`is refused in little time and writes nothing: ${name}`, async () => {
      using school = anImportingSchool()
      const before = school.rows()
      const start = performance.now()

      const preview = await school.preview(files)

      const seconds = (performance.now() - start) / 1000
      assert(!preview.ok, 'taken')
      assert.equal(preview.problems[0]?.code, code)
      assert(seconds < mostSeconds, `took ${seconds.toFixed(1)} s`)
      assert.deepEqual(school.rows(), before)
    })
  }

  it('does no harm with names that JavaScript gives a meaning', async () => {
    using school = anImportingSchool()
    const names = [
      '__proto__',
      'constructor',
      'toString',
      '=cmd|calc',
      'DROP TABLE pupils',
      '\u202Eabc',
    ]
    const file = anEdexml({
      groups: names.map((name) => aClass(name, name)).join(''),
      pupils: names.map((name) => ({ key: name, achternaam: name, roepnaam: name, groep: name })),
    })

    const { report } = await school.import({ 'EDEX.XML': file })

    assert.equal(report.counts.pupils.new, names.length)
    assert.deepEqual(school.rows().pupils?.length, names.length)
  })
})
