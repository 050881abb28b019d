import { join } from 'node:path'
import { app, type BrowserWindow, ipcMain, nativeTheme, powerMonitor, session } from 'electron'
import { createDesk } from './desk/desk.ts'
import { deskFiles } from './desk/desk-files.ts'
import { createDeskService } from './desk/desk-service.ts'
import { watchIdle } from './desk/idle-lock.ts'
import { readLook } from './desk/look.ts'
import { createPutter } from './desk/print-handlers.ts'
import { practiceAskedFor } from './desk/start-options.ts'
import { createSwitchboard } from './desk/switchboard.ts'
import { type PrintPages, registerAppScheme, serveApp } from './platform/app-protocol.ts'
import { startDataThread } from './platform/data-thread-client.ts'
import { systemKeychain } from './platform/keychain.ts'
import { nativeBinding } from './platform/native-binding.ts'
import { createPrinting } from './platform/printing.ts'
import { createWindow, guardPages, setMenu } from './platform/window.ts'

// The only file that knows every part of main's own thread: window, keychain, printing, desk.

const here = import.meta.dirname
const resources = app.isPackaged ? process.resourcesPath : join(here, '../../resources')

if (process.env.BALIE_USER_DATA) app.setPath('userData', process.env.BALIE_USER_DATA)
if (!app.requestSingleInstanceLock()) app.exit(0)
registerAppScheme()
// With --no-sandbox, which root needs, enableSandbox() would end every window at once.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()

async function start() {
  const files = deskFiles(app.getPath('userData'))
  const firstLook = readLook(files.look, app.getPreferredSystemLanguages()[0] ?? 'en')
  const pages: PrintPages = new Map()

  let window: BrowserWindow | null = null
  const theWindow = () => {
    if (!window || window.isDestroyed()) throw new Error('There is no window')
    return window
  }
  const tell = (event: unknown) => {
    if (window && !window.isDestroyed()) window.webContents.send('balie:event', event)
  }

  const thread = startDataThread(
    new URL('./data-thread.js', import.meta.url),
    { migrationsFolder: join(here, 'migrations'), nativeBinding: nativeBinding(resources) ?? null },
    (event) => {
      if (event.kind === 'session') desk.setSession(event.session)
      else tell(event)
    },
  )
  const desk = createDesk({
    files,
    keychain: systemKeychain,
    thread,
    firstLook,
    versions: { version: app.getVersion(), electron: process.versions.electron },
    onChange() {
      if (!window || window.isDestroyed()) return
      nativeTheme.themeSource = desk.look().theme
      window.webContents.setZoomFactor(desk.look().zoom)
      tell({ kind: 'desk' })
    },
  })
  const printing = createPrinting(pages)
  const lock = async () => {
    if (!(await desk.lock())) return
    printing.forget()
    // The page's memory still holds names: a new process is the only sure way to lose them.
    const page = window?.webContents
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
  ipcMain.handle('balie:call', createSwitchboard({ desk, service, window: theWindow }))

  // Before Electron is ready: keychain, file and window go side by side, none waits for another.
  const practice = practiceAskedFor(process.argv)
  const opening = practice ? openPractice(practice) : desk.openSchool()

  await app.whenReady()
  setMenu()
  guardPages()
  serveApp(session.defaultSession, join(here, '../renderer'), pages)
  nativeTheme.themeSource = firstLook.theme
  window = openWindow()
  await opening
  tell({ kind: 'desk' })

  watchIdle({ powerMonitor, desk, lock })

  /** A practice school that cannot be opened leaves the choice of the first run. */
  async function openPractice(wanted: NonNullable<typeof practice>) {
    const { ok } = await service.startPractice(wanted)
    if (!ok) await desk.openSchool()
  }

  function openWindow() {
    const made = createWindow(join(here, '../preload/preload.cjs'), desk.look().bounds, 'Balie')
    made.webContents.on('did-finish-load', () => made.webContents.setZoomFactor(desk.look().zoom))
    made.on('close', () => desk.setLook({ bounds: made.getNormalBounds() }))
    return made
  }

  app.on('second-instance', () => {
    if (!window || window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('activate', () => {
    if (!window || window.isDestroyed()) window = openWindow()
  })
  app.on('will-quit', (event) => {
    event.preventDefault()
    void thread.end().finally(() => app.exit(0))
  })
}

app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit()
})

// Not awaited at the top level: an ES module that waits for `ready` there would never get it.
start().catch((error) => {
  console.error('Balie could not start:', error instanceof Error ? error.message : 'unknown')
  app.exit(1)
})
