import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readSource } from '../../src-main/import-readers/readers.ts'
import type { SourceFile } from '../../src-main/import-readers/source-file.ts'
import { anEdexml } from './edexml-file.ts'
import { noSharedData, sample } from './importing-school.ts'
import { aZip } from './zip-file.ts'

const uwlr = `<?xml version="1.0"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>
<leerlinggegevens_antwoord xmlns="http://www.edustandaard.nl/leerresultaten/2/leerlinggegevens"/>
</soap:Body></soap:Envelope>`

const oso = `<?xml version="1.0"?><!-- een <dossier> -->
<dossier xmlns="http://www.edustandaard.nl/oso_gegevensset/2019/dossier"/>`

describe('a file that is no export of a school', () => {
  it('is refused by what it is', async () => {
    const kinds = {
      'leerlingen.pdf': '%PDF-1.7\n',
      'foto.jpg': '\xFF\xD8\xFF\xE0\0\x10JFIF',
      'schermafdruk.png': '\x89PNG\r\n\x1A\n',
      'brief.doc': '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1',
      'klassen.xls': '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1',
      'bericht.xml': uwlr,
      'dossier.xml': oso,
    }

    const codes = await Promise.all(
      Object.entries(kinds).map(([name, text]) => refusalOf([fileOf(name, text)])),
    )

    assert.deepEqual(codes, [
      'document-not-read leerlingen.pdf',
      'document-not-read foto.jpg',
      'document-not-read schermafdruk.png',
      'document-not-read brief.doc',
      'old-spreadsheet klassen.xls',
      'uwlr-not-read bericht.xml',
      'oso-not-read dossier.xml',
    ])
  })

  it('is known inside the zip that Word and LibreOffice make', async () => {
    const word = aZip([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'word/document.xml', content: '<w:document/>' },
    ])
    const calc = aZip([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
      { name: 'content.xml', content: '<office:document-content/>' },
    ])

    assert.match(
      await refusalOf([{ name: 'brief.docx', bytes: word }]),
      /^document-not-read brief.docx/,
    )
    assert.match(
      await refusalOf([{ name: 'klassen.ods', bytes: calc }]),
      /^old-spreadsheet klassen.ods/,
    )
  })

  it('beside an export does not keep it from being read', async () => {
    const export_ = anEdexml({ pupils: [{ achternaam: 'Bakker', roepnaam: 'Noor' }] })

    const reading = await readSource([
      fileOf('map/uitleg.pdf', '%PDF-1.7\n'),
      fileOf('map/EDEX.XML', export_),
    ])

    assert.equal(reading.ok, true)
  })

  it('is known as OSO in the examples of the standard', { skip: noSharedData }, async () => {
    const files = Object.entries(sample('oso/2019.1/examples'))

    const codes = await Promise.all(
      files.map(([name, bytes]) => refusalOf([{ name, bytes: Buffer.from(bytes) }])),
    )

    assert.deepEqual(
      codes.map((code) => code.split(' ')[0]),
      ['oso-not-read', 'oso-not-read'],
    )
  })
})

const fileOf = (name: string, text: string): SourceFile => ({
  name,
  bytes: Buffer.from(text, text.startsWith('<') ? 'utf8' : 'latin1'),
})

async function refusalOf(files: readonly SourceFile[]): Promise<string> {
  const reading = await readSource(files)
  const [problem] = reading.problems
  return reading.ok ? 'taken' : `${problem?.code} ${problem?.file}`
}
