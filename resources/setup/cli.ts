// npm run -s cli -- import|export …
import { pathToFileURL } from 'node:url'
import { cliProgram } from './cli-bundle.ts'

const program = await cliProgram()
// npm goes to the project first, while paths are meant from where somebody stands.
const { INIT_CWD: from, npm_lifecycle_event: script } = process.env
if (from && script === 'cli') process.chdir(from)

await import(pathToFileURL(program).href)
