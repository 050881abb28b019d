import type { Model } from '../model/model.ts'

/** Counts again only the sittings of teachers that were touched since it was last asked. */
export function createIdleCount(model: Model, sitter: readonly Int16Array[]) {
  const perTeacher = model.sittings.length
  const counted = new Int16Array(model.resources.length * perTeacher)
  const isTouched = new Uint8Array(counted.length)
  const touched: number[] = []
  let total = 0

  function count(cell: number) {
    const resource = model.resources[Math.floor(cell / perTeacher)]
    const sitting = model.sittings[cell % perTeacher]
    const own = sitter[resource?.index ?? 0]
    if (!resource || !sitting || !own) return 0
    let idle = 0
    let sinceTalk = -1
    for (let tick = sitting.first; tick < sitting.end; tick++) {
      if (own[tick] !== 0) {
        if (sinceTalk > 0) idle += sinceTalk
        sinceTalk = 0
      } else if (sinceTalk >= 0 && resource.room[tick] !== 0) sinceTalk++
    }
    return idle
  }

  return {
    touch(resource: number, tick: number) {
      if (!model.resources[resource]?.isTeacher) return
      const cell = resource * perTeacher + (model.sittingOf[tick] ?? 0)
      if (isTouched[cell] === 1) return
      isTouched[cell] = 1
      touched.push(cell)
    },
    total() {
      for (const cell of touched) {
        isTouched[cell] = 0
        const idle = count(cell)
        total += idle - (counted[cell] ?? 0)
        counted[cell] = idle
      }
      touched.length = 0
      return total
    },
  }
}
