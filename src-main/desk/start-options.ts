import { type Country, countries } from '#shared/platform/language.ts'

type Practice = { readonly country: Country; readonly pupils: number | null }

const smallest = 30
const largest = 5000

/** `--practice se --pupils 5000` on the command line opens that practice school at once. */
export function practiceAskedFor(argv: readonly string[]): Practice | null {
  const wanted = valueAfter(argv, '--practice')
  const country = countries.find((each) => each === wanted)
  if (!country) return null
  const pupils = Number(valueAfter(argv, '--pupils'))
  return { country, pupils: pupils >= smallest && pupils <= largest ? Math.floor(pupils) : null }
}

/** Reads `--name value` and `--name=value`. */
function valueAfter(argv: readonly string[], name: string) {
  const at = argv.findIndex((each) => each === name || each.startsWith(`${name}=`))
  const found = argv[at]
  return found?.includes('=') ? found.slice(name.length + 1) : argv[at + 1]
}
