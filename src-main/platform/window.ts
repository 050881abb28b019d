import { readFileSync } from 'node:fs'
import { app, BrowserWindow, Menu, shell } from 'electron'
import { appOrigin } from './app-protocol.ts'

export type Bounds = {
  readonly width: number
  readonly height: number
  readonly x?: number | undefined
  readonly y?: number | undefined
}

/** The settings of every window of Balie: no Node, isolated, sandboxed (Electron's checklist 2 to 4). */
export const safePreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
} as const

const themes = ['system', 'light', 'dark'] as const
const plainBounds: Bounds = { width: 1366, height: 768 }

/**
 * Where the window stood last and how light it is; `desk/look.ts` keeps it. Read without a schema:
 * the window waits for it.
 */
export function readFirstLook(file: string) {
  try {
    const { bounds, theme } = JSON.parse(readFileSync(file, 'utf8'))
    const { width, height, x, y }: Bounds = bounds
    const isKnown = [width, height, x ?? 0, y ?? 0].every(Number.isFinite)
    return {
      bounds: isKnown ? { width, height, x, y } : plainBounds,
      theme: themes.find((each) => each === theme) ?? 'system',
    }
  } catch {
    // None yet, or not one that can be read.
    return { bounds: plainBounds, theme: 'system' as const }
  }
}

/** The one window people work in. It shows when its first picture is ready. */
export function createWindow(preload: string, bounds: Bounds, title: string) {
  const window = new BrowserWindow({
    width: bounds.width,
    height: bounds.height,
    ...(bounds.x !== undefined && bounds.y !== undefined && { x: bounds.x, y: bounds.y }),
    minWidth: 640,
    minHeight: 360,
    title,
    show: false,
    backgroundColor: '#f6f7f5',
    webPreferences: { ...safePreferences, preload },
  })
  showWhenReady(window)
  // The title of the page would otherwise replace it, and with it leak what is on the screen.
  window.on('page-title-updated', (event) => event.preventDefault())
  void window.loadURL(`${appOrigin}/index.html`)
  return window
}

/** Longer than a first picture takes once the page has come, in milliseconds. */
const patience = 250

/**
 * Shows the window with its first picture. Electron does not always say when that is: of twenty
 * starts on a lock screen, on a busy machine, two were never told, and their windows never seen.
 * Why is not known; the page being empty until it knows where the computer stands may be part of it.
 */
function showWhenReady(window: BrowserWindow) {
  const show = () => {
    if (!window.isDestroyed() && !window.isVisible()) window.show()
  }
  window.once('ready-to-show', show)
  window.webContents.once('did-finish-load', () => setTimeout(show, patience))
}

/** Rules for every page of the program, whatever made it. */
export function guardPages() {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.on('will-navigate', (event, url) => {
      if (!url.startsWith(`${appOrigin}/`)) event.preventDefault()
    })
    contents.setWindowOpenHandler(({ url }) => {
      // Only the telephone and mail programs: a web address could carry a name away.
      if (/^(tel|mailto):/.test(url)) void shell.openExternal(url)
      return { action: 'deny' }
    })
  })
}

/**
 * No menu outside macOS, so that Ctrl+R and Ctrl+W cannot throw away what somebody is typing.
 * macOS needs one for copy and paste to work at all.
 */
export function setMenu() {
  const isMac = process.platform === 'darwin'
  const menu = Menu.buildFromTemplate([
    { role: 'appMenu' },
    { role: 'editMenu' },
    { role: 'windowMenu' },
  ])
  Menu.setApplicationMenu(isMac ? menu : null)
}
