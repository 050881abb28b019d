import { join } from 'node:path'
import {
  app,
  type BrowserWindow,
  type IpcMainInvokeEvent,
  ipcMain,
  nativeTheme,
  session,
} from 'electron'
import { type PrintPages, registerAppScheme, serveApp } from './platform/app-protocol.ts'
import { startDataThread } from './platform/data-thread-client.ts'
import { nativeBinding } from './platform/native-binding.ts'
import { createWindow, guardPages, readFirstLook, setMenu } from './platform/window.ts'

// What the window waits for, and nothing else: it opens first, beside the data thread. While its
// own process starts, main loads the rest, `desk/run-desk.ts`.

const here = import.meta.dirname
const resources = app.isPackaged ? process.resourcesPath : join(here, '../../resources')

if (process.env.BALIE_USER_DATA) app.setPath('userData', process.env.BALIE_USER_DATA)
if (!app.requestSingleInstanceLock()) app.exit(0)
registerAppScheme()
// With --no-sandbox, which root needs, enableSandbox() would end every window at once.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()

async function start() {
  // Before Electron is ready: a thread of its own takes the longest to begin.
  const thread = startDataThread(
    new URL('./data-thread.js', import.meta.url),
    { migrationsFolder: join(here, 'migrations'), nativeBinding: nativeBinding(resources) ?? null },
    (event) => void running.then(({ hear }) => hear(event)),
  )

  await app.whenReady()
  setMenu()
  guardPages()
  const pages: PrintPages = new Map()
  serveApp(session.defaultSession, join(here, '../renderer'), pages)
  const look = join(app.getPath('userData'), 'look.json')
  let window = openWindow()

  const running = import('./desk/run-desk.ts').then(({ runDesk }) =>
    runDesk({ thread, pages, window: () => (window.isDestroyed() ? null : window) }),
  )
  ipcMain.handle('balie:call', async (event: IpcMainInvokeEvent, path: unknown, input: unknown) =>
    (await running).call(event, path, input),
  )

  function openWindow() {
    const { bounds, theme } = readFirstLook(look)
    // Before there is a window, so that its first picture has the right colours.
    nativeTheme.themeSource = theme
    return createWindow(join(here, '../preload/preload.cjs'), bounds, 'Balie')
  }

  async function adopt(made: BrowserWindow) {
    const { adopt } = await running
    if (!made.isDestroyed()) adopt(made)
  }

  app.on('second-instance', () => {
    if (window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('activate', () => {
    if (!window.isDestroyed()) return
    window = openWindow()
    void adopt(window)
  })
  app.on('will-quit', (event) => {
    event.preventDefault()
    void thread.end().finally(() => app.exit(0))
  })

  await adopt(window)
  await (await running).opening
}

app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit()
})

// Not awaited at the top level: an ES module that waits for `ready` there would never get it.
start().catch((error) => {
  console.error('Balie could not start:', error instanceof Error ? error.message : 'unknown')
  app.exit(1)
})
