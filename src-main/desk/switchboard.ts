import type { BrowserWindow, IpcMainInvokeEvent } from 'electron'
import { deskContract } from '#shared/desk/desk-contract.ts'
import type { Role } from '#shared/platform/role.ts'
import { appOrigin } from '../platform/app-protocol.ts'
import type { Desk } from './desk.ts'
import type { DeskHandlers } from './desk-handlers.ts'

type Parts = {
  readonly desk: Desk
  readonly service: DeskHandlers
  readonly window: () => BrowserWindow
}

/** What a call ends in: main's own answers as they are, those of the data thread as text. */
type Answer = { readonly value: unknown } | { readonly json: string }

/** Before anybody signed in, the window may ask this and what `desk` allows to anybody. */
const openBeforeSignIn = new Set(['session.current'])

/**
 * Every call of the window passes here: only from our own page, only for known methods. Calls of
 * `desk` are answered in main; all others go to the data thread, which checks role and input.
 */
export function createSwitchboard({ desk, service, window }: Parts) {
  function checkSender({ senderFrame }: IpcMainInvokeEvent) {
    const isOurs =
      senderFrame === window().webContents.mainFrame && senderFrame?.url.startsWith(`${appOrigin}/`)
    if (!isOurs) throw new Error('Unknown caller')
  }

  async function callDesk(name: string, rawInput: unknown): Promise<Answer> {
    const method = Object.entries(deskContract.methods).find(([known]) => known === name)?.[1]
    if (!method) throw new Error(`No such method: desk.${name}`)
    const role: Role = desk.session()?.role ?? 'nobody'
    if (!method.roles.includes(role)) throw new Error(`Not allowed: desk.${name}`)
    const parsed = method.input.safeParse(rawInput)
    if (!parsed.success) throw new Error(`Not understood: desk.${name}`)
    // The contract has checked the pair; looked up by name the compiler cannot see it.
    const handle = service[name as keyof DeskHandlers] as (input: unknown) => Promise<unknown>
    return { value: await handle(parsed.data) }
  }

  async function callThread(path: string, input: unknown): Promise<Answer> {
    if (path === 'jobs.cancel') {
      await desk.ask({ kind: 'cancel' })
      return { value: null }
    }
    if (desk.state().phase !== 'open' && !openBeforeSignIn.has(path)) throw new Error('locked')
    const reply = await desk.ask({ kind: 'call', path, input })
    if (reply.ok) return { json: reply.json }
    if (reply.trouble === 'file-damaged') desk.move({ phase: 'trouble', trouble: reply.trouble })
    throw new Error(reply.trouble ? `trouble:${reply.trouble}` : reply.message)
  }

  return async (event: IpcMainInvokeEvent, path: unknown, input: unknown): Promise<Answer> => {
    checkSender(event)
    if (typeof path !== 'string' || path.length > 80) throw new Error('Unknown call')
    return path.startsWith('desk.')
      ? callDesk(path.slice('desk.'.length), input)
      : callThread(path, input)
  }
}
