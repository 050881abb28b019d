import { existsSync } from 'node:fs'
import type { DeskState, DeskTrouble } from '#shared/desk/desk-contract.ts'
import type { Country } from '#shared/platform/language.ts'
import { ok, type Result, refuse } from '#shared/platform/result.ts'
import type { InvitationRefusal, Session, SignInRefusal } from '#shared/staff/staff-contract.ts'
import type { DataThread } from '../platform/data-thread-client.ts'
import { type Keychain, KeychainTrouble } from '../platform/keychain.ts'
import type { Reply, Request } from '../platform/thread-messages.ts'
import type { DeskFiles } from './desk-files.ts'
import { fitsKey, readKeySlots } from './key-slots.ts'
import { type Look, writeLook } from './look.ts'

type Standing = Pick<
  DeskState,
  'phase' | 'trouble' | 'isPractice' | 'schoolName' | 'country' | 'isWiped'
>

export type Desk = ReturnType<typeof createDesk>

type Typed = {
  readonly userName: string
  readonly password: string
  readonly code?: string | undefined
}

type Parts = {
  readonly files: DeskFiles
  readonly keychain: Keychain
  readonly thread: DataThread
  readonly versions: Pick<DeskState, 'version' | 'electron'>
  readonly firstLook: Look
  /** Told whenever the state changed, so that the window reads it again. */
  readonly onChange: () => void
}

const firstRun: Standing = {
  phase: 'first-run',
  trouble: null,
  isPractice: false,
  schoolName: null,
  country: null,
  isWiped: false,
}

/**
 * Where this computer stands, and the only place that moves it on: from first run, over trouble
 * and lock, to open. Nothing here ever creates, renames or removes the school's file.
 */
export function createDesk({ files, keychain, thread, versions, firstLook, onChange }: Parts) {
  let standing: Standing = { ...firstRun, phase: 'starting' }
  let look = firstLook
  let session: Session | null = null

  let known = () => {}
  const whenKnown = new Promise<void>((resolve) => {
    known = resolve
  })

  function move(to: Partial<Standing>) {
    standing = { ...standing, ...to }
    if (standing.phase !== 'starting') known()
    onChange()
  }

  const hasRealSchool = () => existsSync(files.schoolFile)

  /** Opens the school's file with the key of the keychain; ends locked, or in trouble. */
  async function openSchool() {
    if (!hasRealSchool()) return move(firstRun)
    const trouble = await tryToOpen()
    if (trouble) move({ ...firstRun, phase: 'trouble', trouble, schoolName: slotName() })
  }

  const slotName = () => readKeySlots(files.keySlots)?.schoolName ?? null

  async function tryToOpen(): Promise<DeskTrouble | null> {
    const slots = readKeySlots(files.keySlots)
    // Without slots nobody knows the key's name; the recovery screen explains it.
    if (!slots) return 'keychain-empty'
    const found = await findKey(slots.fileId)
    if (!('key' in found)) return found.trouble
    if (!fitsKey(slots, found.key)) return 'key-wrong'
    return openWith(found.key)
  }

  async function findKey(fileId: string): Promise<{ key: Uint8Array } | { trouble: DeskTrouble }> {
    try {
      const hex = await keychain.find(fileId)
      return hex ? { key: Buffer.from(hex, 'hex') } : { trouble: 'keychain-empty' }
    } catch (error) {
      const isLocked = error instanceof KeychainTrouble && error.kind === 'locked'
      return { trouble: isLocked ? 'keychain-locked' : 'keychain-unavailable' }
    }
  }

  async function openWith(key: Uint8Array): Promise<DeskTrouble | null> {
    const reply = await ask({ kind: 'open', file: files.schoolFile, key })
    key.fill(0)
    if (!reply.ok) return reply.trouble ?? 'file-damaged'
    const { schoolName, country }: { schoolName: string; country: Country } = JSON.parse(reply.json)
    move({ phase: 'locked', trouble: null, isPractice: false, schoolName, country })
    return null
  }

  const ask = (request: Request): Promise<Reply> => thread.ask(request)

  /** Opens the file and lets somebody in; a wrong password leaves the file closed. */
  async function enter<Refusal extends string>(
    path: string,
    input: Typed,
    otherwise: Refusal,
  ): Promise<Result<null, Refusal | 'session.trouble'>> {
    await openSchool()
    if (standing.phase !== 'locked') return refuse('session.trouble')
    const reply = await ask({ kind: 'call', path, input })
    if (!reply.ok) return refuse(otherwise)
    const answer: Result<unknown, Refusal> = JSON.parse(reply.json)
    if (answer.ok) return ok(null)
    await ask({ kind: 'close' })
    return refuse(answer.refusal, answer.details)
  }

  return {
    files,
    ask,
    move,
    /** Settled once it is no longer starting. */
    whenKnown,
    openSchool,
    openWith,
    findKey,
    hasRealSchool,

    /** Whether the keychain took the key; `account` names the file it opens. */
    keepKey: (account: string, key: Uint8Array) =>
      keychain
        .keep(account, Buffer.from(key).toString('hex'))
        .then(() => true)
        .catch(() => false),

    /** Whether the keychain let it go. */
    forgetKey: (account: string) =>
      keychain
        .forget(account)
        .then(() => true)
        .catch(() => false),

    signIn: (userName: string, password: string, code?: string) =>
      enter<SignInRefusal>('session.signIn', { userName, password, code }, 'session.refused'),
    acceptInvitation: (typed: Typed) =>
      enter<InvitationRefusal>('session.acceptInvitation', typed, 'session.invitation-wrong'),

    state: (): DeskState => ({
      ...standing,
      language: session?.language ?? look.language,
      theme: look.theme,
      zoom: look.zoom,
      hasRealSchool: hasRealSchool(),
      ...versions,
    }),

    session: () => session,
    look: () => look,

    setLook(wanted: Partial<Look>) {
      look = { ...look, ...wanted }
      writeLook(files.look, look)
      onChange()
    },

    /** The data thread tells who signed in or out. */
    setSession(fresh: Session | null) {
      session = fresh
      if (fresh) move({ phase: 'open', trouble: null })
    },

    /** Somebody walked away: the file is closed and its key forgotten. The practice school has no lock. */
    async lock() {
      if (standing.phase !== 'open' || standing.isPractice) return false
      await ask({ kind: 'close' })
      session = null
      move({ phase: 'locked' })
      return true
    },

    async close() {
      await ask({ kind: 'close' })
      session = null
      move(firstRun)
    },
  }
}
