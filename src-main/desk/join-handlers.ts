import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { ok, refuse } from '#shared/platform/result.ts'
import { passwordTrouble } from '#shared/staff/password.ts'
import type { JoinAnswer } from '../platform/thread-messages.ts'
import type { Desk } from './desk.ts'
import type { DeskHandlers } from './desk-handlers.ts'
import { joinedKeySlots, readKeySlots, writeKeySlots } from './key-slots.ts'

/** First run of one more computer of a school that has a portal. */
export function joinHandlers(desk: Desk): Pick<DeskHandlers, 'join'> {
  const { keySlots, schoolFile: file, schoolFolder } = desk.files

  return {
    async join({ url, code, password }) {
      if (desk.hasRealSchool()) return refuse('setup.school-exists')
      const weak = passwordTrouble(password, [])
      if (weak) return refuse(weak)
      mkdirSync(schoolFolder, { recursive: true, mode: 0o700 })
      const before = readKeySlots(keySlots)
      const oldKey = before ? await keyOf(desk, before.fileId) : null
      const key = randomBytes(32)
      const slots = joinedKeySlots(key)
      // The keychain first: a school whose key nobody kept must never come to be.
      if (!(await desk.keepKey(slots.fileId, key))) return refuse('setup.keychain')
      writeKeySlots(keySlots, slots)
      const reply = await desk.ask({ kind: 'join', file, key, oldKey, url, code, password })
      key.fill(0)
      const answer: JoinAnswer | null = reply.ok ? JSON.parse(reply.json) : null
      if (!answer?.ok) {
        for (const each of [keySlots, `${keySlots}.bak`]) rmSync(each, { force: true })
        // The work of the file that lay here is still waiting for its key.
        if (before) writeKeySlots(keySlots, before)
        await desk.forgetKey(slots.fileId)
        return answer ?? refuse('setup.disk')
      }
      writeKeySlots(keySlots, { ...slots, schoolName: answer.value.schoolName })
      await desk.signIn(answer.value.userName, password)
      return ok(null)
    },
  }
}

/** The key of a file that was set aside; unsent work may still lie beside it. */
async function keyOf(desk: Desk, fileId: string) {
  const found = await desk.findKey(fileId)
  return 'key' in found ? found.key : null
}
