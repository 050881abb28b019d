// npm run fuzz -- [--files 10000] [--seed 1]
import { parseArgs } from 'node:util'
import { runFuzz } from './fuzz-run.ts'
import { mutatedFile } from './mutated-file.ts'

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    /** One file alone: what it is, and its bytes on stdout. */
    show: { type: 'string' },
  },
})
const seed = Number(values.seed)

if (values.show === undefined) await fuzz()
else show(Number(values.show))

async function fuzz() {
  const began = performance.now()
  const { failures, figures, outcomes } = await runFuzz({
    seed,
    files: Number(values.files),
    onStep: (n) => n % 1000 === 0 && console.log(`${n} files`),
  })
  for (const { n, told, fault } of failures) console.log(`Failed: file ${n} (${told}): ${fault}`)
  const by = (what: 'ms' | 'megabytes') => figures.toSorted((a, b) => b[what] - a[what]).slice(0, 5)
  const line = (what: 'ms' | 'megabytes') =>
    by(what)
      .map((figure) => `${figure.n}: ${Math.round(figure[what])}`)
      .join(', ')
  console.log(`Slowest (file: ms, importing included): ${line('ms')}`)
  console.log(`Hungriest (file: MB more than before it): ${line('megabytes')}`)
  console.log(`Taken or refused: ${JSON.stringify(Object.fromEntries(outcomes))}`)
  const seconds = Math.round((performance.now() - began) / 1000)
  console.log(`${figures.length} files of seed ${seed}: ${failures.length} failed in ${seconds} s`)
  process.exitCode = failures.length === 0 ? 0 : 1
}

function show(n: number) {
  const { told, files } = mutatedFile(seed, n)
  console.error(told)
  for (const { name, bytes } of files) {
    console.error(`--- ${name}, ${bytes.length} bytes`)
    process.stdout.write(bytes)
  }
}
