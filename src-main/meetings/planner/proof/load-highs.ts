import { readFileSync } from 'node:fs'
import highsLoader, { type Highs } from 'highs'

/**
 * HiGHS as WebAssembly. Its memory never shrinks, so only a thread that ends afterwards loads it.
 * The build copies the file beside its programs; in the sources it lies in the package.
 */
export function loadHighs(): Promise<Highs> {
  const here = import.meta.url
  const file = here.endsWith('.ts')
    ? new URL(import.meta.resolve('highs/runtime'))
    : new URL(here.includes('/chunks/') ? '../highs.wasm' : './highs.wasm', here)
  return highsLoader({ wasmBinary: readFileSync(file) })
}
