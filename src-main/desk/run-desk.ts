import { app, type BrowserWindow, nativeTheme, powerMonitor } from 'electron'
import type { PrintPages } from '../platform/app-protocol.ts'
import type { DataThread } from '../platform/data-thread-client.ts'
import { systemKeychain } from '../platform/keychain.ts'
import { createPrinting } from '../platform/printing.ts'
import type { DataEvent } from '../platform/thread-messages.ts'
import { createDesk } from './desk.ts'
import { deskFiles } from './desk-files.ts'
import { createDeskService } from './desk-service.ts'
import { watchIdle } from './idle-lock.ts'
import { readLook } from './look.ts'
import { createPutter } from './print-handlers.ts'
import { practiceAskedFor } from './start-options.ts'
import { createSwitchboard } from './switchboard.ts'
import { wipeDesk } from './wipe-desk.ts'

type Parts = {
  readonly thread: DataThread
  readonly pages: PrintPages
  /** Null when it is closed. */
  readonly window: () => BrowserWindow | null
}

/** Everything main's own thread does besides opening the window: keychain, printing, desk. */
export function runDesk({ thread, pages, window }: Parts) {
  const files = deskFiles(app.getPath('userData'))
  const firstLook = readLook(files.look, app.getPreferredSystemLanguages()[0] ?? 'en')

  const theWindow = () => {
    const shown = window()
    if (!shown) throw new Error('There is no window')
    return shown
  }
  const tell = (event: unknown) => window()?.webContents.send('balie:event', event)

  const desk = createDesk({
    files,
    keychain: systemKeychain,
    thread,
    firstLook,
    versions: { version: app.getVersion(), electron: process.versions.electron },
    onChange() {
      const shown = window()
      if (!shown) return
      nativeTheme.themeSource = desk.look().theme
      shown.webContents.setZoomFactor(desk.look().zoom)
      tell({ kind: 'desk' })
    },
  })
  const printing = createPrinting(pages)
  const lock = async () => {
    if (await desk.lock()) dropPage()
  }
  function dropPage() {
    printing.forget()
    // The page's memory still holds names: a new process is the only sure way to lose them.
    const page = window()?.webContents
    // Not before the old process is gone: a page asked for while it dies comes up empty.
    page?.once('render-process-gone', () => page.reload())
    page?.forcefullyCrashRenderer()
  }
  const putter = createPutter({ desk, printing, window: theWindow })
  const service = createDeskService({
    desk,
    putter,
    window: theWindow,
    lock,
    quit: () => app.quit(),
  })

  /** A practice school that cannot be opened leaves the choice of the first run. */
  async function openPractice(wanted: NonNullable<typeof practice>) {
    const { ok } = await service.startPractice(wanted)
    if (!ok) await desk.openSchool()
  }

  const practice = practiceAskedFor(process.argv)
  const opening = practice ? openPractice(practice) : desk.openSchool()
  watchIdle({ powerMonitor, desk, lock })

  return {
    /** Settled once it is known where this computer stands. */
    opening,
    call: createSwitchboard({ desk, service, window: theWindow }),

    /** What the data thread tells unasked. */
    hear(event: DataEvent) {
      if (event.kind === 'session') desk.setSession(event.session)
      else if (event.kind === 'wipe') void wipeDesk(desk, event.receipt, dropPage)
      else if (event.kind === 'shred') void wipeDesk(desk, null, dropPage)
      else if (event.kind === 'lease-over') void lock()
      else tell(event)
    },

    adopt(made: BrowserWindow) {
      const zoom = () => made.webContents.setZoomFactor(desk.look().zoom)
      if (!made.webContents.isLoading()) zoom()
      made.webContents.on('did-finish-load', zoom)
      made.on('close', () => desk.setLook({ bounds: made.getNormalBounds() }))
    },
  }
}
