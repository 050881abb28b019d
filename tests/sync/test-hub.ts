import { generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { LightMyRequestResponse } from 'fastify'
import { sessionText } from '#shared/sync/orders.ts'
import { schemaWindow } from '#shared/sync/schema-window.ts'
import {
  type Joined,
  type Operation,
  type PullLine,
  type PushAnswer,
  protocolVersion,
} from '#shared/sync/sync-protocol.ts'
import type { PortalDatabase } from '../../src-portal/platform/portal-database.ts'
import { createPortal } from '../../src-portal/portal.ts'
import { makeEnrolCode } from '../../src-portal/sync/devices.ts'
import { makeFoundingCode } from '../../src-portal/sync/found-school.ts'
import { contentHash } from '../../src-portal/sync/sealed-batches.ts'

export const schoolId = '0197c000-0000-7000-8000-00000000aaaa'
export const heidi = '0197c000-0000-7000-8000-0000000000f1'
const key = Buffer.alloc(32, 7)

/** A portal with one school, and desks that speak the protocol by hand. `time` is the portal's clock. */
export async function aHub(database: PortalDatabase, school = schoolId) {
  const clock = { now: Date.parse('2026-11-22T08:00:00Z') }
  const app = await createPortal({ database, key, now: () => clock.now })
  const parts = { database, now: () => clock.now }

  async function post(url: string, body: unknown, token?: string, isPacked = false) {
    const text = JSON.stringify(body)
    return app.inject({
      method: 'POST',
      url: `/sync/v1/${url}`,
      headers: {
        'content-type': 'application/json',
        ...(isPacked && { 'content-encoding': 'gzip' }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      payload: isPacked ? gzipSync(text) : text,
    })
  }

  const get: Get = (url, token) =>
    app.inject({ url: `/sync/v1/${url}`, headers: { authorization: `Bearer ${token}` } })

  async function found() {
    const keys = deskKeys()
    const code = await makeFoundingCode(parts)
    const described = { id: school, name: 'De Linde', country: 'nl', language: 'nl' }
    const body = {
      code,
      school: described,
      staffId: heidi,
      publicKey: keys.publicKey,
      deviceName: 'Balie 1',
    }
    return aDesk({ post, get }, (await post('found', body)).json(), keys)
  }

  async function enrol(staffId: string, deviceName = 'Laptop') {
    const keys = deskKeys()
    const code = await makeEnrolCode(parts, school, staffId)
    const answer = await post('enrol', { code, publicKey: keys.publicKey, deviceName })
    return aDesk({ post, get }, answer.json(), keys)
  }

  return { app, clock, post, found, enrol, database, parts, schoolId: school }
}

type Keys = ReturnType<typeof deskKeys>
type Post = (
  url: string,
  body: unknown,
  token?: string,
  isPacked?: boolean,
) => Promise<LightMyRequestResponse>

type Get = (url: string, token: string) => Promise<LightMyRequestResponse>
type Ask = { readonly post: Post; readonly get: Get }

export function deskKeys() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    sign: (text: string) => sign(null, Buffer.from(text), privateKey).toString('base64'),
  }
}

export type TestDesk = Awaited<ReturnType<typeof aDesk>>

async function aDesk({ post, get }: Ask, joined: Joined, keys: Keys) {
  let batch = 0
  let cursor = 0
  let tx = 0
  const scopes: Record<string, number> = {}
  const rows = new Map<string, readonly unknown[]>()

  async function session() {
    const { nonce } = (await post('challenge', { device: joined.device })).json()
    const signature = keys.sign(sessionText(joined.device, nonce))
    return post('session', { device: joined.device, nonce, signature })
  }
  let token: string = (await session()).json().token

  const envelope = (operations: readonly Operation[], number: number) => ({
    protocol: protocolVersion,
    schema: schemaWindow.max,
    device: joined.device,
    epoch: joined.epoch,
    batch: number,
    sha: contentHash(operations),
    acknowledged: number - 1,
    operations,
  })

  return {
    joined,
    rows,
    keys,
    session,
    async renew() {
      token = (await session()).json().token
    },
    token: () => token,
    stamp: (millis: number, count = 0) =>
      `${millis.toString(16).padStart(12, '0')}-${count.toString(16).padStart(4, '0')}-${joined.tag}`,
    set(
      tbl: string,
      id: string,
      field: string | null,
      value: unknown,
      hlc: string,
      base: string | null = null,
    ) {
      return [
        's',
        randomUUID(),
        ++tx,
        tbl,
        id,
        field,
        value,
        hlc,
        base,
        joined.staffId,
      ] as unknown as Operation
    },
    envelope,
    get: (path: string) => get(path, token),
    post: (path: string, body: unknown) => post(path, body, token),
    send: (body: unknown) => post('push', body, token, true),
    async push(...operations: Operation[]): Promise<PushAnswer> {
      const answer = await post('push', envelope(operations, ++batch), token, true)
      if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`)
      return jsonOf(answer)
    },
    /** Pulls until nothing is left, new scopes by snapshot, and keeps the rows it holds. */
    async pull(wantsSums = false): Promise<PullLine[]> {
      const heard: PullLine[] = []
      for (;;) {
        const body = {
          protocol: protocolVersion,
          schema: schemaWindow.max,
          device: joined.device,
          epoch: joined.epoch,
          cursor,
          scopes,
          wantsSums,
        }
        const answer = await post('pull', body, token)
        if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`)
        const lines = linesOf(answer)
        heard.push(...lines)
        for (const line of lines) await hear(line)
        if (answer.headers['x-more'] !== '1') return heard
      }
    },
  }

  async function hear(line: PullLine) {
    if (Array.isArray(line)) rows.set(`${line[0]} ${line[1]}`, line)
    else if ('k' in line) {
      if (line.k === 'del' || line.k === 'exit') rows.delete(`${line.t} ${line.id}`)
      if (line.k === 'end') cursor = line.cursor
      if (line.k === 'scope-add') await takeSnapshot(line.s, line.v)
      if (line.k === 'scope-drop') delete scopes[line.s]
    }
  }

  async function takeSnapshot(scope: string, version: number) {
    let after = ''
    for (;;) {
      const body = {
        protocol: protocolVersion,
        schema: schemaWindow.max,
        epoch: joined.epoch,
        scope,
        after,
      }
      const lines = linesOf(await post('snapshot', body, token))
      for (const line of lines) if (Array.isArray(line)) await hear(line)
      const last = lines.at(-1)
      if (!last || Array.isArray(last) || !('k' in last) || last.k !== 'page') break
      after = last.after ?? ''
    }
    scopes[scope] = version
  }
}

/** The text of an answer that may be packed. */
export function textOf(answer: LightMyRequestResponse): string {
  const isPacked = answer.headers['content-encoding'] === 'gzip'
  return (isPacked ? gunzipSync(answer.rawPayload) : answer.rawPayload).toString('utf8')
}

const jsonOf = (answer: LightMyRequestResponse) => JSON.parse(textOf(answer))

function linesOf(answer: LightMyRequestResponse): PullLine[] {
  return textOf(answer)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}
