import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import type { Language } from '#shared/platform/language.ts'
import { deskFiles } from '../../src-main/desk/desk-files.ts'
import { writeLook } from '../../src-main/desk/look.ts'
import { systemKeychain } from '../../src-main/platform/keychain.ts'
import type {} from '../../src-renderer/platform/bridge.ts'
import { aDesk, fileIdOf } from '../builders/desk.ts'

export const schoolName = 'OBS De Mijlpaal'

/** What may befall a school between two starts of the program. */
export const harms = {
  'keychain-empty': (school: Found) => systemKeychain.forget(fileIdOf(school)),
  'key-wrong': (school: Found) => systemKeychain.keep(fileIdOf(school), '00'.repeat(32)),
  'file-damaged': async ({ files }: Found) => {
    const bytes = readFileSync(files.schoolFile)
    bytes.fill(0, 5000, 9000)
    bytes.fill(1, 100, 200)
    writeFileSync(files.schoolFile, bytes)
  },
}

type Found = Pick<ReturnType<typeof aDesk>, 'files'>

/** A computer on which Balie has never run, of somebody who speaks this language. */
export function aComputer(language: Language) {
  const userData = mkdtempSync(join(tmpdir(), 'balie-data-'))
  const files = deskFiles(userData)
  speakThere({ files }, language)
  return {
    userData,
    files,
    [Symbol.dispose]: () => rmSync(userData, { recursive: true, force: true }),
  }
}

function speakThere({ files }: Found, language: Language) {
  const bounds = { width: 1366, height: 768 }
  writeLook(files.look, { language, theme: 'light', zoom: 1, bounds })
}

/** Heidi's school as it lies on a computer whose Balie is closed: with Noor de Boer in it. */
export async function aSchoolOnDisk(language: Language = 'nl') {
  const desk = aDesk()
  speakThere(desk, language)
  const { groups } = await desk.makeSchool()
  await enrolNoor(desk)
  await desk.desk.ask({ kind: 'close' })
  const { files, userData, fingerprints } = desk
  return {
    files,
    userData,
    fingerprints,
    recoveryCode: groups.join('-'),

    async [Symbol.asyncDispose]() {
      await systemKeychain.forget(fileIdOf(desk))
      await desk[Symbol.asyncDispose]()
    },
  }
}

async function enrolNoor({ desk }: ReturnType<typeof aDesk>) {
  const fields = {
    firstName: 'Noor',
    officialNames: null,
    initials: null,
    prefix: 'de',
    lastName: 'Boer',
    sex: 'female',
    birthDate: '2018-05-14',
    birthPlace: null,
    nationalNumber: null,
    nationalNumberKind: null,
    pupilNumber: null,
    homeLanguages: [],
    nationality: null,
    email: null,
    yearGrade: null,
    note: null,
  }
  const enrolment = {
    appliedOn: null,
    startsOn: '2022-08-01',
    endsOn: null,
    endReason: null,
    fromSchool: null,
    toSchool: null,
  }
  const input = { fields, enrolment, groupId: null, siblingOf: null }
  const reply = await desk.ask({ kind: 'call', path: 'pupils.enrol', input })
  assert(reply.ok && JSON.parse(reply.json).ok, 'Noor could not be enrolled')
}

/** Asks main what a screen would ask. */
export async function ask(window: Page, call: string, input: unknown): Promise<unknown> {
  return window.evaluate(
    async ([name, wanted]) => {
      const answer = await globalThis.window.balie.call(name, wanted)
      return 'json' in answer ? JSON.parse(answer.json) : answer.value
    },
    [call, input] as const,
  )
}
