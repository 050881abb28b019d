import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { ok, refuse } from '#shared/platform/result.ts'
import { passwordTrouble } from '#shared/staff/password.ts'
import type { Desk } from './desk.ts'
import type { DeskHandlers } from './desk-handlers.ts'
import { newKeySlots, writeKeySlots } from './key-slots.ts'
import type { Putter } from './print-handlers.ts'
import { newRecoveryCode } from './recovery-code.ts'
import { recoveryPage } from './recovery-page.ts'

type SetUp = Parameters<DeskHandlers['setUp']>[0]

/** First run: a sheet in the hand before there is a school. */
export function setUpHandlers(
  desk: Desk,
  { put, say }: Putter,
): Pick<DeskHandlers, 'prepareRecoverySheet' | 'printRecoverySheet' | 'setUp'> {
  /** The code that stands on the sheet in the user's hand, until the school is made. */
  let sheet: { readonly schoolName: string; readonly groups: readonly string[] } | null = null

  async function makeSchool(input: SetUp, groups: readonly string[]) {
    const key = randomBytes(32)
    mkdirSync(desk.files.schoolFolder, { recursive: true, mode: 0o700 })
    const slots = newKeySlots(input.schoolName, key, groups.slice(0, 8).join(''))
    // The keychain first: a school whose key nobody kept must never come to be.
    if (!(await desk.keepKey(slots.fileId, key))) return refuse('setup.keychain')
    writeKeySlots(desk.files.keySlots, slots)
    const { schoolFile: file } = desk.files
    const reply = await desk.ask({ kind: 'create', file, key, school: input })
    key.fill(0)
    return reply.ok ? ok(null) : refuse('setup.disk')
  }

  return {
    async prepareRecoverySheet({ schoolName }) {
      sheet = { schoolName, groups: newRecoveryCode() }
      return { groups: sheet.groups }
    },

    async printRecoverySheet({ as }) {
      if (!sheet) return refuse('print.failed')
      return put(await recoveryPage(sheet.schoolName, sheet.groups, say()), as)
    },

    async setUp(input) {
      if (desk.hasRealSchool()) return refuse('setup.school-exists')
      if (!sheet) return refuse('setup.no-sheet')
      if (!standsOnSheet(sheet.groups, input.typed)) return refuse('setup.recovery-mismatch')
      const weak = passwordTrouble(input.password, [input.staff.userName, input.schoolName])
      if (weak) return refuse(weak)

      const made = await makeSchool(input, sheet.groups)
      if (!made.ok) return made
      sheet = null
      await desk.signIn(input.staff.userName, input.password)
      return ok(null)
    },
  }
}

/** At least two groups, each as printed: somebody has the sheet before them. */
function standsOnSheet(groups: readonly string[], typed: SetUp['typed']) {
  const entries = Object.entries(typed)
  const isRight = ([n, text]: readonly [string, string]) =>
    text.trim().toUpperCase() === groups[Number(n) - 1]
  return entries.length >= 2 && entries.every(isRight)
}
