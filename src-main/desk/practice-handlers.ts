import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { ok, refuse } from '#shared/platform/result.ts'
import type { Desk } from './desk.ts'
import type { DeskHandlers } from './desk-handlers.ts'

/** The practice school: in a file, a folder and a keychain entry of its own. */
export function practiceHandlers(
  desk: Desk,
): Pick<DeskHandlers, 'startPractice' | 'leavePractice'> {
  /** Invented data, yet encrypted like the real: the practice school must behave as the real one. */
  async function keyOf(file: string) {
    const account = `practice:${file}`
    const known = await desk.findKey(account)
    if ('key' in known) return known.key
    if (known.trouble !== 'keychain-empty') return null
    // Without its key an old practice school is unreadable; being invented, it is made anew.
    for (const rest of ['', '-wal', '-shm']) rmSync(`${file}${rest}`, { force: true })
    const fresh = randomBytes(32)
    return (await desk.keepKey(account, fresh)) ? fresh : null
  }

  return {
    async startPractice({ country, pupils }) {
      const { phase, isPractice } = desk.state()
      if (phase === 'open' && !isPractice) return refuse('practice.real-school-open')
      mkdirSync(desk.files.practiceFolder, { recursive: true, mode: 0o700 })
      const file = desk.files.practiceFile(country, pupils)
      const key = await keyOf(file)
      if (!key) return refuse('setup.keychain')
      const reply = await desk.ask({ kind: 'practice', file, key, country, pupils })
      if (!reply.ok) return refuse('setup.disk')
      const { schoolName }: { schoolName: string } = JSON.parse(reply.json)
      desk.move({ phase: 'open', isPractice: true, schoolName, country })
      return ok(null)
    },

    async leavePractice() {
      if (!desk.state().isPractice) return null
      await desk.close()
      await desk.openSchool()
      return null
    },
  }
}
