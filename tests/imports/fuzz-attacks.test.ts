import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { jsonAttacks, lineAttacks, sizeAttacks, tableAttacks } from '../fuzz/text-attacks.ts'
import { workbookAttacks } from '../fuzz/workbook-attacks.ts'
import { anImportingSchool } from './importing-school.ts'

const attacks = {
  ...tableAttacks,
  ...workbookAttacks,
  ...jsonAttacks,
  ...lineAttacks,
  ...sizeAttacks,
}

/** Far more than any takes, since the machine may be busy; what each took is printed. */
const most = { seconds: 15, megabytes: 600 }

describe('a file made to do harm, through the thread that reads', () => {
  // One for all: that nothing is written is just what each of them is about.
  const school = anImportingSchool()
  after(() => school[Symbol.dispose]())
  const figures: { name: string; seconds: number; megabytes: number; got: string }[] = []
  after(() => {
    for (const { name, seconds, megabytes, got } of figures) {
      console.log(`${seconds.toFixed(1)} s ${megabytes.toFixed(0)} MB ${got}: ${name}`)
    }
  })

  for (const [name, [make, wanted]] of Object.entries(attacks)) {
    it(`hangs nothing, fills nothing and writes nothing: ${name}`, async () => {
      const files = make()
      const before = school.rows()
      const memory = watchMemory()
      const start = performance.now()

      const preview = await school.preview(files)

      const seconds = (performance.now() - start) / 1000
      const megabytes = memory.stop()
      const got = preview.ok ? 'taken' : (preview.problems[0]?.code ?? preview.refusal)
      figures.push({ name, seconds, megabytes, got })
      if (wanted === 'refused') assert.notEqual(got, 'taken')
      else if (wanted !== 'any') assert.equal(got, wanted)
      assert(seconds < most.seconds, `took ${seconds.toFixed(1)} s`)
      assert(megabytes < most.megabytes, `took ${megabytes.toFixed(0)} MB`)
      assert.deepEqual(school.rows(), before)
    })
  }
})

function watchMemory() {
  const before = process.memoryUsage.rss()
  let peak = before
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 5)
  return {
    /** Megabytes that were needed at most, above what there was. */
    stop() {
      clearInterval(timer)
      return (Math.max(peak, process.memoryUsage.rss()) - before) / 1024 ** 2
    },
  }
}
