import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'
import { describe, it } from 'node:test'

type File = {
  readonly path: string
  readonly tree: string
  /** The noun, `platform`, or empty for a file directly under the tree. */
  readonly folder: string
  readonly source: string
  readonly imports: readonly string[]
}

const files = globSync('src-*/**/*.{ts,tsx}').map(describeFile)

const packagesFor: Record<string, RegExp> = {
  'src-shared':
    /^(zod|i18next|stdnum|personnummer|libphonenumber-js|ical\.js|timezones-ical-library|temporal-polyfill|rrule-temporal)(\/|$)/,
  'src-main':
    /^(node:|electron$|electron-updater$|better-sqlite3$|drizzle-orm(\/|$)|keytar$|@node-rs\/argon2$|zod$|qrcode$|otpauth$|saxes$|yauzl$|papaparse$|@e965\/xlsx$|ical.js$|windows-iana$|temporal-polyfill$|rrule-temporal$|fflate\/browser$|highs$)/,
  'src-renderer':
    /^(react|react-dom|zustand|zod|pdfjs-dist|@fontsource-variable\/inter|libphonenumber-js|dayjs|@mantine\/|@tanstack\/|@tabler\/icons-react)/,
  'src-portal':
    /^(node:|fastify$|@fastify\/|drizzle-orm|@electric-sql\/pglite|pg$|zod$|react$|react\/jsx-runtime$|react-dom\/server$|nodemailer$|otpauth$|qrcode$|@node-rs\/argon2$)/,
}

/** Only these touch Electron: the rest of main runs in the data thread, and in tests without it. */
const mayUseElectron =
  /^src-main\/(main|preload)\.ts$|^src-main\/desk\/|^src-main\/platform\/(window|printing|app-protocol|updates)\.ts$/

/** Libraries that one place wraps, so that the rest of the window does not depend on them. */
const behindUi = /^(@mantine\/|@tanstack\/|@tabler\/icons-react)/

/** Roots know everything and are known by nobody. */
const isRoot = ({ folder }: File) => folder === ''

describe('the house rules', () => {
  it('a tree uses only the packages it is meant to use', () => {
    const strays = importsWhere(
      (file, name) =>
        !name.startsWith('#shared/') &&
        !name.startsWith('src-') &&
        !packagesFor[file.tree]?.test(name),
    )
    assert.deepEqual(strays, [])
  })

  it('a tree leaves itself only through #shared', () => {
    const strays = importsWhere(
      (file, name) => name.startsWith('src-') && !name.startsWith(`${file.tree}/`),
    )
    assert.deepEqual(strays, [])
  })

  it('platform knows no feature', () => {
    const strays = importsWhere(
      (file, name) =>
        file.folder === 'platform' &&
        /^(#shared|src-[a-z]+)\//.test(name) &&
        !name.includes('/platform/') &&
        // The clock of sync, what counts once, and the types of who is signed in belong to every call.
        !/^#shared\/(sync\/(timestamp|decided-once)|staff\/staff-contract)\.ts$/.test(name),
    )
    assert.deepEqual(strays, [])
  })

  it('one feature sees of another only its table', () => {
    const strays = importsWhere(
      (file, name) =>
        file.tree !== 'src-shared' &&
        file.folder !== 'platform' &&
        !isRoot(file) &&
        name.startsWith(`${file.tree}/`) &&
        !/\/platform\/|-table\.ts$/.test(name) &&
        !name.startsWith(`${file.tree}/${file.folder}/`) &&
        // The readers are the inside of imports, one folder a format.
        !(file.folder === 'imports' && name.startsWith('src-main/import-readers/')),
    )
    assert.deepEqual(strays, [])
  })

  it('nobody imports a root', () => {
    const roots = files.filter(isRoot).map(({ path }) => path)
    const strays = importsWhere((file, name) => roots.includes(name) && !isRoot(file))
    assert.deepEqual(strays, [])
  })

  it('only main’s own thread touches Electron', () => {
    const strays = importsWhere(
      (file, name) => name === 'electron' && !mayUseElectron.test(file.path),
    )
    assert.deepEqual(strays, [])
  })

  it('the window’s libraries stay behind platform/ui', () => {
    const strays = importsWhere(
      (file, name) => behindUi.test(name) && !file.path.startsWith('src-renderer/platform/ui/'),
    )
    assert.deepEqual(strays, [])
  })

  it('synced rows are written through save() alone', () => {
    const strays = files
      .filter(({ tree, folder }) => tree === 'src-main' && folder !== 'platform')
      .filter(({ source }) =>
        /\b(db|tx|database|read|write)\.(insert|update|delete)\(/.test(source),
      )
      .map(({ path }) => path)
    assert.deepEqual(strays, [])
  })

  it('the file is opened in one place', () => {
    const strays = importsWhere((_file, name) => name === 'better-sqlite3').filter(
      (stray) => !stray.startsWith('src-main/platform/connection.ts '),
    )
    assert.deepEqual(strays, [])
  })

  it('no drawer hides its contents', () => {
    const drawers = /\/(utils?|helpers?|common|components|hooks|types|misc)\/|\/index\.tsx?$/
    assert.deepEqual(
      files.map(({ path }) => path).filter((path) => drawers.test(path)),
      [],
    )
  })

  it('no file outgrows 300 lines', () => {
    assert.deepEqual(
      files.filter(({ source }) => source.split('\n').length > 301).map(({ path }) => path),
      [],
    )
  })
})

function importsWhere(isStray: (file: File, name: string) => boolean) {
  return files.flatMap((file) =>
    file.imports
      .filter((name) => isStray(file, name))
      .map((name) => `${file.path} imports ${name}`),
  )
}

function describeFile(path: string): File {
  const source = readFileSync(path, 'utf8')
  const [tree = '', second = ''] = path.split('/')
  const found = source.matchAll(/\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm)
  const imports = [...found].map(([, from, bare, lazy]) =>
    resolve(path, from ?? bare ?? lazy ?? ''),
  )
  const folder = path.split('/').length > 2 ? second : ''
  return { path, tree, folder, source, imports }
}

function resolve(path: string, name: string) {
  return name.startsWith('.') ? normalize(join(path, '..', name)) : name
}
