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
  readonly first: readonly string[]
  readonly second: readonly string[]
  readonly broken: readonly string[]
}

/** Export files of other systems: real ones where they lie, otherwise made here. */
export function schoolFiles(): SchoolFiles {
  const real = {
    first: [path.join(shared, 'oneroster/catalyst-moodle/Test_full_data_set.zip')],
    second: [path.join(shared, 'edexml/edustandaard-2.1/EDEXML.Voorbeeld.2.1.xml')],
    broken: [path.join(shared, 'edexml/edexmllib-tests/EDEXML.invalid_1.xml')],
  }
  if (Object.values(real).flat().every(fs.existsSync)) {
    return { isReal: true, ...real, [Symbol.dispose]() {} }
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'balie-tour-'))
  const made = write(folder, oneRosterFiles(60))
  return {
    isReal: false,
    first: made,
    second: made,
    broken: write(folder, new Map([['export.xml', cutOff]])),
    [Symbol.dispose]: () => fs.rmSync(folder, { recursive: true, force: true }),
  }
}

/** As a download leaves it that broke off halfway. */
const cutOff = '<?xml version="1.0" encoding="UTF-8"?>\n<EDEX>\n  <school>\n    <schooljaar>2026-20'

function write(folder: string, files: ReadonlyMap<string, string>) {
  return [...files].map(([name, text]) => {
    const file = path.join(folder, name)
    fs.writeFileSync(file, text)
    return file
  })
}
