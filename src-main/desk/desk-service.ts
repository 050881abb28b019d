import type { BrowserWindow } from 'electron'
import { ok, refuse } from '#shared/platform/result.ts'
import type { Desk } from './desk.ts'
import type { DeskHandlers } from './desk-handlers.ts'
import { joinHandlers } from './join-handlers.ts'
import { hasRecoverySlot, openWithRecovery, readKeySlots } from './key-slots.ts'
import { practiceHandlers } from './practice-handlers.ts'
import { type Putter, printHandlers } from './print-handlers.ts'
import { readRecoveryCode } from './recovery-code.ts'
import { saveHandlers } from './save-handlers.ts'
import { setUpHandlers } from './set-up-handlers.ts'

type Parts = {
  readonly desk: Desk
  readonly putter: Putter
  readonly window: () => BrowserWindow
  readonly lock: () => Promise<void>
  readonly quit: () => void
}

/** Everything the window may ask of main's own thread. */
export function createDeskService({ desk, putter, window, lock, quit }: Parts): DeskHandlers {
  return {
    ...setUpHandlers(desk, putter),
    ...joinHandlers(desk),
    ...practiceHandlers(desk),
    ...printHandlers(desk, putter),
    ...saveHandlers(desk, window),

    async begin() {
      await desk.whenKnown
      const ahead = desk.session() ? await desk.ask({ kind: 'ahead' }) : null
      const answers = ahead?.ok ? ahead.json : '{}'
      return { state: desk.state(), session: desk.session(), answers }
    },

    state: async () => desk.state(),

    async setLook({ language, theme, zoom }) {
      desk.setLook({
        ...(language && { language }),
        ...(theme && { theme }),
        ...(zoom && { zoom }),
      })
      return desk.state()
    },

    async retry() {
      await desk.openSchool()
      return desk.state()
    },

    async recover({ code }) {
      const slots = readKeySlots(desk.files.keySlots)
      if (!slots || !hasRecoverySlot(slots)) return refuse('recovery.no-slot')
      const secret = readRecoveryCode(code)
      const key = secret ? openWithRecovery(slots, secret) : null
      if (!key) return refuse('recovery.wrong-code')
      const isKept = await desk.keepKey(slots.fileId, key)
      const trouble = await desk.openWith(key)
      if (trouble) desk.move({ phase: 'trouble', trouble })
      return isKept ? ok(null) : refuse('recovery.keychain')
    },

    unlock: ({ userName, password, code }) => desk.signIn(userName, password, code),
    acceptInvitation: (typed) => desk.acceptInvitation(typed),

    async lock() {
      await lock()
      return null
    },

    async quit() {
      quit()
      return null
    },
  }
}
