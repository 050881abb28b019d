// npm run -s cli -- import|export …
import { pathToFileURL } from 'node:url'
import { cliProgram } from './cli-bundle.ts'

await import(pathToFileURL(await cliProgram()).href)
