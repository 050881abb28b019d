import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDesk } from '../../src-main/desk/desk.ts'
import { deskFiles } from '../../src-main/desk/desk-files.ts'
import { readKeySlots } from '../../src-main/desk/key-slots.ts'
import { readLook } from '../../src-main/desk/look.ts'
import { setUpHandlers } from '../../src-main/desk/set-up-handlers.ts'
import { startDataThread } from '../../src-main/platform/data-thread-client.ts'
import { systemKeychain } from '../../src-main/platform/keychain.ts'
import { migrationsFolder } from './test-file.ts'

export const heidisPassword = 'drie blauwe fietsen'

/** A computer's desk without its window: the real data thread, the real keychain, a folder of its own. */
export function aDesk({ userData = mkdtempSync(join(tmpdir(), 'balie-desk-')) } = {}) {
  const files = deskFiles(userData)
  const thread = startDataThread(
    new URL('../../src-main/data-thread.ts', import.meta.url),
    { migrationsFolder, nativeBinding: null },
    (event) => {
      if (event.kind === 'session') desk.setSession(event.session)
    },
  )
  const desk = createDesk({
    files,
    keychain: systemKeychain,
    thread,
    versions: { version: '0', electron: '0' },
    firstLook: readLook(files.look, 'nl-NL'),
    onChange: () => {},
  })
  // Paper is for the tests with a window: here the sheet stays on the screen.
  const setUp = setUpHandlers(desk, {
    say: () => (key) => key,
    put: async () => ({ ok: true, value: null }),
    toPdf: async () => null,
  })

  return {
    desk,
    files,
    userData,
    setUp,

    /** A new school with Heidi at the office; answers the groups of its recovery sheet. */
    async makeSchool() {
      const { groups } = await setUp.prepareRecoverySheet({ schoolName: 'OBS De Mijlpaal' })
      const made = await setUp.setUp({
        schoolName: 'OBS De Mijlpaal',
        place: 'Leerdam',
        country: 'nl',
        language: 'nl',
        staff: { firstName: 'Heidi', prefix: null, lastName: 'Smit', userName: 'heidi' },
        role: 'office',
        password: heidisPassword,
        typed: { 2: groups[1] ?? '', 5: groups[4] ?? '' },
      })
      return { groups, made }
    },

    /** What lies in the school's folder, to prove that nothing touched it. */
    fingerprints: () => fingerprintsOf(files.schoolFolder),

    /** Another start of the program on the same computer. */
    async restart() {
      await thread.end()
      return aDesk({ userData })
    },

    async [Symbol.asyncDispose]() {
      await thread.end()
      rmSync(userData, { recursive: true, force: true })
    },
  }
}

type Desk = ReturnType<typeof aDesk>

/** Under which name the keychain holds the school's key. */
export const fileIdOf = ({ files }: Pick<Desk, 'files'>) =>
  readKeySlots(files.keySlots)?.fileId ?? ''

/** A school that exists and a program that starts again: what each start-up trouble begins with. */
export async function aSchoolAfterRestart(harm: (desk: Desk) => Promise<void> | void) {
  const first = aDesk()
  try {
    const { groups } = await first.makeSchool()
    await first.desk.ask({ kind: 'close' })
    await harm(first)
    const before = first.fingerprints()
    const second = await first.restart()
    await second.desk.openSchool()
    return { ...second, groups, before }
  } catch (error) {
    await first[Symbol.asyncDispose]()
    throw error
  }
}

function fingerprintsOf(folder: string) {
  if (!existsSync(folder)) return {}
  const entries = readdirSync(folder)
    // SQLite makes and removes its log and index as it opens and closes.
    .filter((name) => !/-(wal|shm)$/.test(name))
    .map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ])
  return Object.fromEntries(entries)
}
