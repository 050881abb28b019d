import fs from 'node:fs'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const here = (file: string) => path.resolve(import.meta.dirname, file)

// The build script fills a folder of its own first; see resources/setup/build-app.ts.
const output = (name: string) => here(path.join(process.env.BALIE_BUILD_FOLDER ?? 'dist', name))

// Named here, because otherwise they would follow the Electron in package.json: what is built
// must also run in Electron 33, the stand-in where the current one cannot be downloaded.
const node = 'node20.18'
const chrome = 'chrome130'

/** `main.ts`, and each `…-thread.ts` beside it: these run in a worker thread of their own. */
const programs = fs.globSync('{main,*-thread}.ts', { cwd: here('src-main') })

/** Migrations are read from the disk when Balie starts, so they travel as they are. */
const copyMigrations = {
  name: 'copy-migrations',
  writeBundle() {
    const migrations = here('src-main/platform/migrations')
    if (fs.existsSync(migrations)) {
      fs.cpSync(migrations, output('main/migrations'), { recursive: true })
    }
  },
}

/** The solver of `proof-thread.ts`; see src-main/meetings/planner/proof/load-highs.ts. */
const copySolver = {
  name: 'copy-solver',
  writeBundle() {
    fs.copyFileSync(here('node_modules/highs/build/highs.wasm'), output('main/highs.wasm'))
  },
}

/** The letters of pages to print; see src-main/platform/print-fonts.ts. */
const copyFonts = {
  name: 'copy-fonts',
  writeBundle() {
    fs.mkdirSync(output('renderer/fonts'), { recursive: true })
    for (const part of ['latin', 'latin-ext']) {
      for (const weight of [400, 600, 700]) {
        const file = `inter-${part}-${weight}`
        fs.copyFileSync(
          here(`node_modules/@fontsource/inter/files/${file}-normal.woff2`),
          output(`renderer/fonts/${file}.woff2`),
        )
      }
    }
  },
}

const neededAtStart = new Set<string>()

/**
 * What the first screen needs, in one file: each further file is a question to main while it is
 * busiest. The rest is split as the bundler likes.
 */
function partOfStart(id: string, bundle: { getModuleInfo: ModuleInfoOf }) {
  if (neededAtStart.size === 0) {
    const waiting = [here('src-renderer/index.html'), here('src-renderer/main.tsx')]
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (neededAtStart.has(next)) continue
      neededAtStart.add(next)
      waiting.push(...(bundle.getModuleInfo(next)?.importedIds ?? []))
    }
  }
  return neededAtStart.has(id) ? 'start' : null
}

type ModuleInfoOf = (id: string) => { readonly importedIds: readonly string[] } | null

/** Asked for at once: found only in the styles, the letters come late and every line is drawn twice. */
const preloadLetters: Plugin = {
  name: 'preload-letters',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((file) => /inter-latin-wght-normal.*\.woff2$/.test(file))
        .map((file) => ({
          tag: 'link',
          injectTo: 'head-prepend',
          attrs: {
            rel: 'preload',
            as: 'font',
            type: 'font/woff2',
            crossorigin: '',
            href: `./${file}`,
          },
        })),
  },
}

// Everything is bundled but the `dependencies` of package.json: these have native addons.
export default defineConfig({
  main: {
    plugins: [copyMigrations, copySolver],
    build: {
      outDir: output('main'),
      target: node,
      sourcemap: true,
      lib: {
        entry: Object.fromEntries(
          programs.map((file) => [path.basename(file, '.ts'), here(`src-main/${file}`)]),
        ),
        formats: ['es'],
      },
    },
  },
  preload: {
    build: {
      outDir: output('preload'),
      target: node,
      // A sandboxed preload script cannot be an ES module, nor load anything beside it.
      lib: { entry: here('src-main/preload.ts'), formats: ['cjs'], fileName: () => 'preload.cjs' },
    },
  },
  renderer: {
    root: here('src-renderer'),
    plugins: [react(), copyFonts, preloadLetters],
    build: {
      outDir: output('renderer'),
      target: chrome,
      sourcemap: true,
      minify: true,
      // The window reads from the disk, where a large file costs nothing.
      chunkSizeWarningLimit: 5000,
      rollupOptions: {
        input: here('src-renderer/index.html'),
        output: { codeSplitting: { groups: [{ name: partOfStart, debugName: 'start' }] } },
      },
    },
  },
})
