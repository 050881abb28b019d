import { promisify } from 'node:util'
import { gunzipSync, gzip } from 'node:zlib'
import { sql } from 'drizzle-orm'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  EnrolRequest,
  FoundRequest,
  type PullLine,
  PullRequest,
  PushRequest,
  protocolLimits,
  SnapshotRequest,
  VerifyRequest,
} from '#shared/sync/sync-protocol.ts'
import { rowsOf } from '../platform/portal-database.ts'
import { startDailyRounds } from './daily-rounds.ts'
import { createDeviceRates, createTurns } from './device-rates.ts'
import { serveDevices } from './device-routes.ts'
import {
  type Device,
  deviceOfToken,
  enrolDevice,
  keepReceipt,
  makeChallenge,
  openSession,
  wipeOrder,
} from './devices.ts'
import { foundSchool, joined } from './found-school.ts'
import { hello } from './hello.ts'
import type { HubParts } from './hub-parts.ts'
import { takeSealedKey } from './key-handover.ts'
import type { LivePokes } from './live-pokes.ts'
import { pull } from './pull.ts'
import { push } from './push.ts'
import { serveQuarantine } from './quarantine-routes.ts'
import { snapshot } from './snapshot.ts'
import { verify } from './verify.ts'

/** First loads at once: each reads and packs pages as fast as it can. */
const snapshotsAtOnce = 2
const Waiting = z.object({ waiting: z.coerce.number().int().min(0).nullable().default(null) })
const DeviceId = z.object({ device: z.uuid() })
const Proof = z.object({
  device: z.uuid(),
  nonce: z.string().max(100),
  signature: z.string().max(200),
})

/** Everything a desk asks of the portal (sync.md 3.5). Bodies are JSON, compressed or not. */
export function serveSync(app: FastifyInstance, parts: HubParts, live: LivePokes) {
  // Only where a server really runs, and not while it is being put together.
  app.addHook('onListen', async () => {
    const stop = startDailyRounds(parts, (error) => app.log.error({ err: error }, 'daily round'))
    stops.push(stop)
  })
  const stops: (() => void)[] = []
  app.addHook('onClose', async () => {
    for (const stop of stops) stop()
  })
  app.register(async (scope) => {
    readCompressedBodies(scope)
    serveJoining(scope, parts)
    serveData(scope, parts, live)
  })
}

/** JSON that may be compressed; a small body that unpacks into a huge one is refused. */
function readCompressedBodies(app: FastifyInstance) {
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: 4 * protocolLimits.pushBytes },
    (request, body, done) => {
      try {
        const isPacked = request.headers['content-encoding'] === 'gzip'
        const bytes = Buffer.from(body)
        const plain = isPacked
          ? gunzipSync(bytes, { maxOutputLength: 8 * protocolLimits.pushBytes })
          : bytes
        done(null, JSON.parse(plain.toString('utf8')))
      } catch {
        done(Object.assign(new Error('not JSON'), { statusCode: 400 }))
      }
    },
  )
}

function serveJoining(app: FastifyInstance, parts: HubParts) {
  app.post('/sync/v1/found', async (request, reply) => {
    const answer = await foundSchool(parts, FoundRequest.parse(request.body))
    return answer ?? reply.code(403).send({ code: 'code-unknown' })
  })
  app.post('/sync/v1/enrol', async (request, reply) => {
    const { code, publicKey, deviceName } = EnrolRequest.parse(request.body)
    const device = await enrolDevice(parts, { code, publicKey, name: deviceName })
    if (!device) return reply.code(403).send({ code: 'code-unknown' })
    const [clock] = await parts.database.inSchool(device.schoolId, (tx) =>
      rowsOf<{ epoch: string; public_key: string }>(
        tx,
        sql`SELECT epoch, public_key FROM sync_clocks`,
      ),
    )
    const sealedKey = await takeSealedKey(parts, device, code)
    return { ...joined(device, clock?.epoch ?? '', clock?.public_key ?? ''), sealedKey }
  })
  app.post('/sync/v1/challenge', async (request) => ({
    nonce: await makeChallenge(parts, DeviceId.parse(request.body).device),
  }))
  app.post('/sync/v1/session', async (request, reply) => {
    const { device: deviceId, nonce, signature } = Proof.parse(request.body)
    const session = await openSession(parts, { deviceId, nonce, signature })
    if (!session) return reply.code(401).send({ code: 'unknown-device' })
    const { isRevoked, isCollecting } = session.device
    if (isRevoked && !isCollecting) return refuseRevoked(parts, session.device, reply)
    return { token: session.token, ends: session.ends }
  })
  app.post('/sync/v1/wiped', async (request, reply) => {
    const { device: deviceId, nonce, signature } = Proof.parse(request.body)
    const isKept = await keepReceipt(parts, { deviceId, nonce, signature })
    return isKept ? { ok: true } : reply.code(403).send({ code: 'unknown-device' })
  })
}

/** A blocked desk hears one thing: the signed order to wipe itself. */
async function refuseRevoked(parts: HubParts, device: Device, reply: FastifyReply) {
  return reply.code(401).send({ code: 'revoked', wipe: true, ...(await wipeOrder(parts, device)) })
}

type Handler = (device: Device, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

function serveData(app: FastifyInstance, parts: HubParts, live: LivePokes) {
  const rates = createDeviceRates(Date.now)
  const inTurn = createTurns(snapshotsAtOnce)
  const forAnyDevice =
    (handle: Handler) => async (request: FastifyRequest, reply: FastifyReply) => {
      const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
      const device = token ? await deviceOfToken(parts, token) : null
      if (!device) return reply.code(401).send({ code: 'session' })
      if (device.isRevoked && !device.isCollecting) return refuseRevoked(parts, device, reply)
      const wait = rates.take(device.id)
      if (wait !== null) return reply.code(429).header('retry-after', wait).send({ code: 'busy' })
      return handle(device, request, reply)
    }
  const forDevice = (handle: Handler) =>
    forAnyDevice((device, request, reply) =>
      device.isRevoked ? refuseRevoked(parts, device, reply) : handle(device, request, reply),
    )
  serveQuarantine(app, parts, forDevice)

  serveDevices(app, parts, forDevice)
  app.get(
    '/sync/v1/live',
    forDevice(async (device, _request, reply) => live.connect(device, reply)),
  )
  app.get(
    '/sync/v1/hello',
    forAnyDevice((device, request) => hello(parts, device, Waiting.parse(request.query).waiting)),
  )
  app.post(
    '/sync/v1/push',
    forAnyDevice(async (device, request, reply) => {
      const batch = PushRequest.parse(request.body)
      if (batch.device !== device.id) return reply.code(403).send({ code: 'unknown-device' })
      const result = await push(parts, device, batch)
      if (result.ok) return sendText(reply.type('application/json'), JSON.stringify(result.value))
      const { ok: _, refusal, ...rest } = result
      return reply.code(409).send({ code: refusal, ...rest })
    }),
  )
  app.post(
    '/sync/v1/pull',
    forDevice(async (device, request, reply) => {
      const result = await pull(parts, device, PullRequest.parse(request.body))
      if (!result.ok) return reply.code(409).send({ code: result.refusal })
      return sendLines(reply, result.lines, result.isMore)
    }),
  )
  app.post(
    '/sync/v1/verify',
    forDevice(async (device, request, reply) => {
      const asked = VerifyRequest.parse(request.body)
      const result = await inTurn(() => verify(parts, device, asked))
      if (!result.ok) return reply.code(409).send({ code: result.refusal })
      return sendLines(reply, result.lines, false)
    }),
  )
  app.post(
    '/sync/v1/snapshot',
    forDevice(async (device, request, reply) => {
      const wanted = SnapshotRequest.parse(request.body)
      const result = await inTurn(() => snapshot(parts, device, wanted))
      if (!result.ok) return reply.code(409).send({ code: result.refusal })
      return sendLines(reply, result.lines, false)
    }),
  )
}

/** Lines as newline-delimited JSON; `x-more` tells that another page waits. */
function sendLines(reply: FastifyReply, lines: readonly PullLine[], isMore: boolean) {
  const text = lines.map((line) => JSON.stringify(line)).join('\n')
  reply.header('content-type', 'application/x-ndjson').header('x-more', isMore ? '1' : '0')
  return sendText(reply, text)
}

const pack = promisify(gzip)

/** Packed when that pays, on another thread than the one that answers. */
async function sendText(reply: FastifyReply, text: string) {
  if (text.length < 1000) return reply.send(text)
  return reply.header('content-encoding', 'gzip').send(await pack(text, { level: 1 }))
}
