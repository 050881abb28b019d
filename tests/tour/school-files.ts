import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { projectFolder } from '../../resources/setup/folders.ts'
import { oneRosterFiles } from '../builders/oneroster-files.ts'

/** Lies beside the project on the machines where Balie is built, and not in it: others own it. */
const shared = path.join(projectFolder, '../shared/data')

export interface SchoolFiles extends Disposable {
  /** Whether another program made them; otherwise this project did. */
  readonly isReal: boolean
  /** Looked at, taken over, and taken back. */
  readonly tried: readonly Export[]
  /** With this year's groups, so that there is something to print: what the school goes on with. */
  readonly kept: Export
  readonly broken: readonly string[]
}

export interface Export {
  readonly kind: 'EDEXML' | 'OneRoster'
  readonly files: readonly string[]
}

/** Export files of other systems: real ones where they lie, otherwise made here. */
export function schoolFiles(): SchoolFiles {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'balie-tour-'))
  const [began, ended] = schoolYear(new Date())
  const edexml = path.join(shared, 'edexml/edustandaard-2.1/EDEXML.Voorbeeld.2.1.xml')
  const oneRoster = path.join(shared, 'oneroster/catalyst-moodle/Test_full_data_set.zip')
  const broken = path.join(shared, 'edexml/edexmllib-tests/EDEXML.invalid_1.xml')
  const rest = { [Symbol.dispose]: () => fs.rmSync(folder, { recursive: true, force: true }) }

  if ([edexml, oneRoster, broken].every((file) => fs.existsSync(file))) {
    const text = fs.readFileSync(edexml, 'utf8').replaceAll('2014-2015', `${began}-${ended}`)
    const thisYear = write(folder, [['EDEXML.dit-schooljaar.xml', text]])
    return {
      isReal: true,
      tried: [
        { kind: 'EDEXML', files: [edexml] },
        { kind: 'OneRoster', files: [oneRoster] },
      ],
      kept: { kind: 'EDEXML', files: thisYear },
      broken: [broken],
      ...rest,
    }
  }

  // The builder's own year is 2026-2027; the later number first, or it would be replaced twice.
  const moved = [...oneRosterFiles(60)].map(([name, text]): [string, string] => [
    name,
    text.replaceAll('2027', String(ended)).replaceAll('2026', String(began)),
  ])
  const made: Export = { kind: 'OneRoster', files: write(folder, moved) }
  return {
    isReal: false,
    tried: [made],
    kept: made,
    broken: write(folder, [['export.xml', cutOff]]),
    ...rest,
  }
}

/** As a download leaves it that broke off halfway. */
const cutOff = '<?xml version="1.0" encoding="UTF-8"?>\n<EDEX>\n  <school>\n    <schooljaar>20'

function schoolYear(day: Date): readonly [number, number] {
  const august = 7
  const began = day.getMonth() < august ? day.getFullYear() - 1 : day.getFullYear()
  return [began, began + 1]
}

function write(folder: string, files: readonly (readonly [string, string])[]) {
  return files.map(([name, text]) => {
    const file = path.join(folder, name)
    fs.writeFileSync(file, text)
    return file
  })
}
