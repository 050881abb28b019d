import { startDisplay } from './own-display.ts'
import { desktopHasKeyring, startKeyring } from './own-keyring.ts'
import type { Owned } from './owned-process.ts'

/**
 * A display and a keychain that belong to nobody, so that tests neither show windows nor touch
 * keys. Only Linux can have them; elsewhere the tests use what is there.
 */
export async function startTestDesktop(): Promise<Owned> {
  if (process.platform !== 'linux') return bundle([])
  return bundle([await startDisplay(), await startKeyring(null)])
}

/** What this machine lacks to show a window and keep a key: perhaps nothing. */
export async function completeDesktop(keyringFolder: string): Promise<Owned> {
  if (process.platform !== 'linux') return bundle([])
  const owned: Owned[] = []
  if (!desktopHasKeyring()) owned.push(await startKeyring(keyringFolder))
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) owned.push(await startDisplay())
  return bundle(owned)
}

/** Chromium's switches for where it runs; they come before the application's folder. */
export function electronSwitches(env: NodeJS.ProcessEnv) {
  const switches: string[] = []
  // Chromium refuses its sandbox to root, and Balie itself never turns it off.
  if (process.getuid?.() === 0) switches.push('--no-sandbox')
  // A display of ours has no graphics card; without the switch Chromium looks for one first.
  if (env.BALIE_DISPLAY_WITHOUT_GPU) switches.push('--disable-gpu')
  return switches
}

function bundle(owned: Owned[]): Owned {
  return {
    env: Object.assign({}, ...owned.map((one) => one.env)),
    async stop() {
      for (const one of owned.toReversed()) await one.stop()
    },
  }
}
