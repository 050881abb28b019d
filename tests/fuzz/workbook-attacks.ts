import type { Files } from '../imports/importing-school.ts'
import { aZip } from '../imports/zip-file.ts'
import type { Attack } from './attack.ts'

const names = ['Roepnaam', 'Achternaam', 'Geboortedatum']
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

type Parts = Readonly<Record<string, string | Uint8Array>>

const head = `<row r="1">${names.map((name) => text(name)).join('')}</row>`
const row = (first: string, n = 2) => `<row r="${n}">${text(first)}${text('Bakker')}</row>`

function text(value: string, at = '') {
  return `<c${at && ` r="${at}"`} t="inlineStr"><is><t>${value}</t></is></c>`
}

const sheetOf = (rows: string, more = '') =>
  `<?xml version="1.0"?><worksheet xmlns="${main}">${more}<sheetData>${rows}</sheetData></worksheet>`

/** A workbook of one sheet, each part as it is given. */
function aWorkbook(sheet: string | Uint8Array, parts: Parts = {}): Files {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const all: Parts = {
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${type}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${type}"><sheets><sheet name="Blad1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${type}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${type}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
    ...parts,
  }
  return {
    'leerlingen.xlsx': aZip(Object.entries(all).map(([name, content]) => ({ name, content }))),
  }
}

const laughs = `<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, n) => `<!ENTITY ${'abcdefghij'[n + 1]} "${`&${'abcdefghij'[n]};`.repeat(10)}">`).join('')}]>`
const shared = (doctype: string, value: string) => ({
  'xl/sharedStrings.xml': `<?xml version="1.0"?>${doctype}<sst xmlns="${main}"><si><t>${value}</t></si></sst>`,
})
const sharedCell = '<row r="2"><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>'

export const workbookAttacks: Readonly<Record<string, Attack>> = {
  'a sheet said to be 16,384 by a million cells': [
    () => aWorkbook(sheetOf(head + row('Noor'), '<dimension ref="A1:XFD1048576"/>')),
    'any',
  ],
  'one cell in the last corner': [
    () =>
      aWorkbook(sheetOf(`${head}${row('Noor')}<row r="1048576">${text('x', 'XFD1048576')}</row>`)),
    'any',
  ],
  'a cell far beyond the last corner': [
    () => aWorkbook(sheetOf(`${head}<row r="99999999999">${text('x', 'ZZZZZZ99999999999')}</row>`)),
    'any',
  ],
  'cells merged over the whole sheet': [
    () =>
      aWorkbook(
        sheetOf(head + row('Noor')).replace(
          '</worksheet>',
          '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>',
        ),
      ),
    'any',
  ],
  'two million empty cells': [
    () => aWorkbook(sheetOf(`${head}<row r="2">${'<c/>'.repeat(2_000_000)}</row>`)),
    'refused',
  ],
  'half a million rows': [
    () => aWorkbook(sheetOf(head + row('Noor').replace(' r="2"', '').repeat(250_000))),
    'refused',
  ],
  'a sheet that unpacks to 300 MB': [() => aWorkbook(Buffer.alloc(300_000_000, ' ')), 'refused'],
  'shared strings that laugh a billion times': [
    () => aWorkbook(sheetOf(head + sharedCell), shared(laughs, '&j;')),
    'any',
  ],
  'a shared string that reads a file': [
    () =>
      aWorkbook(
        sheetOf(head + sharedCell),
        shared('<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/hostname">]>', '&x;'),
      ),
    'any',
  ],
  'a text of 30 MB in one cell': [
    () => aWorkbook(sheetOf(head + row('é'.repeat(15_000_000)))),
    'refused',
  ],
  'elements inside each other, a hundred thousand deep': [
    () => aWorkbook(sheetOf(head + '<row>'.repeat(100_000))),
    'any',
  ],
  'a formula that starts a program': [
    () =>
      aWorkbook(
        sheetOf(
          `${head}<row r="2"><c t="str"><f>cmd|'/C calc'!A0</f><v>Noor</v></c>${text('Bakker')}</row>`,
        ),
      ),
    'any',
  ],
  'a part that points outside': [
    () =>
      aWorkbook(sheetOf(head), {
        'xl/_rels/workbook.xml.rels':
          '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" TargetMode="External" Target="http://127.0.0.1:9/x"/></Relationships>',
      }),
    'any',
  ],
  'a workbook behind a password': [
    () => ({
      'leerlingen.xlsx': Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(20_000, 1),
      ]),
    }),
    'refused',
  ],
  'a zip that is called a workbook and is none': [
    () => ({ 'leerlingen.xlsx': aZip([{ name: 'xl/workbook.xml', content: '<a' }]) }),
    'refused',
  ],
}
