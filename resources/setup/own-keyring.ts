import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { firstLine, type Owned, startOwned, stopOwned } from './owned-process.ts'

// It guards nothing by itself: whoever can read the keyring's file could also read this line.
const password = 'balie'

/**
 * A private D-Bus session with an unlocked gnome-keyring in it: a real keychain, apart from that of
 * whoever is at work here. Its keys lie in `folder`, or nowhere that lasts.
 */
export async function startKeyring(folder: string | null): Promise<Owned> {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'balie-keyring-'))
  const removeScratch = () => fs.rmSync(scratch, { recursive: true, force: true })
  process.once('exit', removeScratch)

  const bus = await startBus(scratch)
  const env = { DBUS_SESSION_BUS_ADDRESS: bus.address }
  const keyring = startOwned(
    'gnome-keyring-daemon',
    ['--foreground', '--unlock', '--components=secrets', `--control-directory=${scratch}`],
    {
      stdio: ['pipe', 'ignore', 'ignore'],
      env: { ...process.env, ...env, XDG_DATA_HOME: folder ?? scratch, XDG_RUNTIME_DIR: scratch },
    },
  )
  keyring.stdin?.end(password)
  await untilSecretsAnswer(env)

  return {
    env,
    async stop() {
      await stopOwned(keyring)
      await stopOwned(bus.process)
      removeScratch()
      process.off('exit', removeScratch)
    },
  }
}

async function startBus(folder: string) {
  // Debian's own settings would let the bus start whatever is installed here.
  const settings = path.join(folder, 'bus.conf')
  fs.writeFileSync(
    settings,
    `<busconfig><type>session</type><listen>unix:path=${folder}/bus</listen>
    <policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>`,
  )
  const bus = startOwned(
    'dbus-daemon',
    [`--config-file=${settings}`, '--nofork', '--print-address'],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  return { process: bus, address: await firstLine(bus.stdout) }
}

async function untilSecretsAnswer(env: Record<string, string>) {
  for (let attempt = 0; attempt < 250; attempt++) {
    if (namesOnBus({ ...process.env, ...env }, 'ListNames').includes('org.freedesktop.secrets'))
      return
    await setTimeout(20)
  }
  throw new Error('gnome-keyring did not start within five seconds.')
}

/** Whether the desktop that this runs on has a keychain of its own. */
export function desktopHasKeyring() {
  // A bus without a display is a remote shell: there nobody could answer a keyring's question.
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return false
  return ['ListNames', 'ListActivatableNames'].some((list) =>
    namesOnBus(process.env, list).includes('org.freedesktop.secrets'),
  )
}

function namesOnBus(env: NodeJS.ProcessEnv, list: string) {
  const address = ['--session', '--dest=org.freedesktop.DBus', '--print-reply', '/']
  const reply = spawnSync('dbus-send', [...address, `org.freedesktop.DBus.${list}`], {
    env,
    encoding: 'utf8',
  })
  return reply.stdout ?? ''
}
