import type { FastifyReply } from 'fastify'
import type { PortalDatabase } from '../platform/portal-database.ts'
import type { Device } from './devices.ts'
import { pokeChannel } from './hub-parts.ts'

const keepAlive = 25_000
/** At most one poke a second for each desk. */
const pause = 1000
/** At half past eight every teacher saves at once: desks do not all ask in the same moment. */
const spread = 300

export type LivePokes = Awaited<ReturnType<typeof createLivePokes>>

/** Tells connected desks that something happened; what happened they ask for themselves. */
export async function createLivePokes(database: PortalDatabase) {
  const open = new Map<string, Set<Poked>>()
  const stop = await database.listen(pokeChannel, (payload) => {
    const [schoolId = '', seq = ''] = payload.split(' ')
    for (const desk of open.get(schoolId) ?? []) desk.poke(Number(seq))
  })

  return {
    connect({ schoolId }: Device, reply: FastifyReply) {
      reply.hijack()
      reply.raw.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      reply.raw.write(': here\n\n')
      const desk = createPoked((text) => reply.raw.write(text))
      const desks = open.get(schoolId) ?? new Set()
      open.set(schoolId, desks.add(desk))
      reply.raw.on('close', () => {
        desks.delete(desk)
        desk.end()
      })
    },
    count: () => [...open.values()].reduce((sum, { size }) => sum + size, 0),
    async close() {
      await stop()
      for (const desks of open.values()) for (const desk of desks) desk.end()
    },
  }
}

type Poked = ReturnType<typeof createPoked>

function createPoked(write: (text: string) => void) {
  let waiting: NodeJS.Timeout | null = null
  let last = 0
  let seq = 0
  const beat = setInterval(() => write(': here\n\n'), keepAlive)
  function say() {
    waiting = null
    last = Date.now()
    write(`event: poke\ndata: {"seq":${seq}}\n\n`)
  }
  return {
    poke(to: number) {
      seq = Math.max(seq, to)
      if (waiting) return
      const soon = Math.max(0, last + pause - Date.now())
      const isBusy = soon > 0
      waiting = setTimeout(say, soon + (isBusy ? Math.random() * spread : 0))
    },
    end() {
      clearInterval(beat)
      if (waiting) clearTimeout(waiting)
    },
  }
}
