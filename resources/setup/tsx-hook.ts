import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'rolldown/utils'

// Node reads TypeScript but no JSX. With `node --import resources/setup/tsx-hook.ts` the portal's
// pages run as they are written, in tests and in development; `npm run build` bundles them.

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith('.tsx')) return nextLoad(url, context)
    const file = fileURLToPath(url)
    const { code, errors } = transformSync(file, readFileSync(file, 'utf8'), {
      jsx: { runtime: 'automatic' },
      sourcemap: false,
    })
    const [error] = errors
    if (error) throw new Error(`${file}: ${error.message}`)
    return { format: 'module', source: code, shortCircuit: true }
  },
})
