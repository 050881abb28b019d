import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import XLSX from '@e965/xlsx'
import { unzipSync } from 'fflate'
import { pupils } from '../../src-main/pupils/pupils-table.ts'
import { aSchoolWithFamilies, noorsSecrets, saar } from '../builders/families.ts'
import { heidi } from '../builders/school.ts'
import { executable, harmless } from './odd-texts.ts'
import { exportOf } from './practice-exports.ts'

type School = ReturnType<typeof aSchoolWithFamilies>

const workbookOf = async (school: School) =>
  (await exportOf(school, 'xlsx', { withProtected: false })).bytes

/** The one sheet as another program reads it, cell by cell. */
function sheetOf(bytes: Uint8Array) {
  const book = XLSX.read(bytes, { cellFormula: true, cellNF: true })
  const [name = ''] = book.SheetNames
  const sheet = book.Sheets[name] ?? {}
  const cells = Object.entries(sheet).flatMap(([place, cell]): XLSX.CellObject[] =>
    place.startsWith('!') ? [] : [cell],
  )
  return { name, sheet, cells, rows: XLSX.utils.sheet_to_json<Record<string, string>>(sheet) }
}

function giveNumber(school: School, pupilNumber: string) {
  school.database.write({ staffId: heidi, path: 'pupils.change' }, (db) => {
    const found = school.database.read.select().from(pupils).all()
    const row = found.find(({ id }) => id === saar)
    if (row) db.save(pupils, { ...row, pupilNumber })
  })
}

describe('an export as Excel workbook', () => {
  it('holds text alone: no formula, no number, no date', async () => {
    using school = aSchoolWithFamilies()

    const { name, cells } = sheetOf(await workbookOf(school))

    assert.equal(name, 'Leerlingen')
    assert(cells.length > 100)
    for (const { t, f, z } of cells) {
      assert.deepEqual({ t, f, z }, { t: 's', f: undefined, z: '@' })
    }
  })

  it('keeps what a number or a formula would lose', async () => {
    for (const odd of [...executable, ...harmless, '0000123', '1'.repeat(20)]) {
      using school = aSchoolWithFamilies()
      giveNumber(school, odd)

      const { rows } = sheetOf(await workbookOf(school))

      const saars = rows.find(({ Roepnaam }) => Roepnaam === 'Saar')
      assert.equal(saars?.Leerlingnummer, odd)
      assert.equal(saars?.['Ouder 1 mobiel'], '+31612345678')
    }
  })

  it('has a header that stands still, columns as wide as they need, and a filter', async () => {
    using school = aSchoolWithFamilies()

    const bytes = await workbookOf(school)

    const xml = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml'])
    assert.match(xml, /<pane ySplit="1" topLeftCell="A2" [^>]*state="frozen"\/>/)
    assert.match(xml, /<autoFilter ref="A1:/)
    assert.match(xml, /<col min="1" max="1" width="1\d\./)
    assert.doesNotMatch(xml, /<f>|t="str"/)
  })

  it('holds nothing of a protected pupil, in no part of the file', async () => {
    using school = aSchoolWithFamilies()

    const parts = Object.values(unzipSync(await workbookOf(school)))

    const text = parts.map((part) => new TextDecoder().decode(part)).join('\n')
    assert(text.includes('Saar'))
    for (const secret of [...noorsSecrets, 'Sol Vinter', 'Heidi']) assert(!text.includes(secret))
  })

  it('is the same file each time', async () => {
    using school = aSchoolWithFamilies()

    assert.deepEqual(await workbookOf(school), await workbookOf(school))
  })
})
