import type { PowerMonitor } from 'electron'
import type { Desk } from './desk.ts'

type Parts = {
  readonly powerMonitor: PowerMonitor
  readonly desk: Desk
  readonly lock: () => Promise<void>
}

/** How often idleness is looked at, in milliseconds. */
const interval = 5_000

/** Locks after the school's minutes without a key, and at once when the computer itself locks or sleeps. */
export function watchIdle({ powerMonitor, desk, lock }: Parts) {
  powerMonitor.on('suspend', () => void lock())
  powerMonitor.on('lock-screen', () => void lock())
  setInterval(async () => {
    if (desk.state().phase !== 'open') return
    const idle = powerMonitor.getSystemIdleTime()
    // Shorter than any limit: not worth asking the data thread.
    if (idle < 60) return
    const reply = await desk.ask({ kind: 'call', path: 'school.find', input: {} })
    if (!reply.ok) return
    const { idleLockMinutes }: { idleLockMinutes: number } = JSON.parse(reply.json)
    if (idle >= idleLockMinutes * 60) await lock()
  }, interval)
}
