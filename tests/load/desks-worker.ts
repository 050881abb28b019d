import { setTimeout as pause } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { joinLightDesk, type Measures } from './light-desk.ts'

// Some of the desks, in a thread of their own so that measuring does not wait for measuring.

type Given = {
  readonly url: string
  readonly codes: readonly string[]
  readonly pupilIds: readonly string[]
  readonly guardians: number
  readonly seconds: number
}
const { url, codes, pupilIds, guardians, seconds }: Given = workerData
const measures: Measures = { pulls: [], pushes: [], visible: [], statuses: {} }
const pages: number[] = []
/** Seconds between two edits at one desk, and between two pages of one guardian. */
const between = 10
const stop = new AbortController()

const desks: Awaited<ReturnType<typeof joinLightDesk>>[] = []
for (const code of codes) desks.push(await joinLightDesk(url, code, measures))
parentPort?.postMessage('joined')
await new Promise((resolve) => parentPort?.once('message', resolve))

// Half past eight: all at once.
await Promise.all(desks.map((desk) => desk.open()))
for (const desk of desks) void desk.listen(stop.signal, () => void desk.pull()).catch(() => {})
await Promise.all(desks.map((desk) => desk.pull()))
const until = Date.now() + seconds * 1000
const random = () => pause(Math.random() * 2 * between * 1000)

async function work(desk: (typeof desks)[number]) {
  for (await random(); Date.now() < until; await random()) {
    const pupilId = pupilIds[Math.floor(Math.random() * pupilIds.length)] ?? ''
    await desk.edit(pupilId)
  }
}

async function visit() {
  for (await random(); Date.now() < until; await random()) {
    const began = performance.now()
    const { status, body } = await fetch(url, { redirect: 'follow' })
    await body?.cancel()
    pages.push(performance.now() - began)
    measures.statuses[status] = (measures.statuses[status] ?? 0) + 1
  }
}

await Promise.all([...desks.map(work), ...Array.from({ length: guardians }, visit)])
await pause(4000)
stop.abort()
parentPort?.postMessage({ ...measures, pages })
