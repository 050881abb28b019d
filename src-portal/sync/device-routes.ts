import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { blockDevice, codeFor, keepsDevices, listDevices } from './device-list.ts'
import type { Device } from './devices.ts'
import type { HubParts } from './hub-parts.ts'
import { keepSealedKey } from './key-handover.ts'

type Handler = (device: Device, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>
/** Answers for a desk that has a session and is not blocked. */
export type ForDevice = (
  handle: Handler,
) => (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

const Code = z.object({
  staffId: z.string().min(1).max(100),
  sealedKey: z.string().max(300).nullable().default(null),
})
const Revoke = z.object({ device: z.uuid(), collects: z.boolean().default(false) })

/** The computers of the school, for who looks after them: list, let one in, block one. */
export function serveDevices(app: FastifyInstance, parts: HubParts, forDevice: ForDevice) {
  const forKeeper = (handle: Handler) =>
    forDevice(async (device, request, reply) =>
      (await keepsDevices(parts, device))
        ? handle(device, request, reply)
        : reply.code(403).send({ code: 'not-allowed' }),
    )

  app.get(
    '/sync/v1/devices',
    forKeeper(async (device) => ({ devices: await listDevices(parts, device) })),
  )
  app.post(
    '/sync/v1/devices/code',
    forKeeper(async (device, request, reply) => {
      const { staffId, sealedKey } = Code.parse(request.body)
      const code = await codeFor(parts, device, staffId)
      if (code && sealedKey) await keepSealedKey(parts, device, { code, sealedKey })
      return code ? { code } : reply.code(409).send({ code: 'unknown-staff' })
    }),
  )
  app.post(
    '/sync/v1/devices/revoke',
    forKeeper(async (device, request) => {
      await blockDevice(parts, device, Revoke.parse(request.body))
      return { ok: true }
    }),
  )
}
