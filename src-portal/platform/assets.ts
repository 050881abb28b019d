import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'

const folder = join(import.meta.dirname, 'assets')
const kinds = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
} as const

/** Files that pages name with a hash of their content, so that a browser may keep them for ever. */
const names = ['portal.css', 'shell.js', 'icon.svg', 'icon-256.png', 'icon-512.png'] as const
type AssetName = (typeof names)[number]

const files = new Map(
  names.map((name) => {
    const content = readFileSync(join(folder, name))
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 12)
    const [stem, ending = ''] = name.split('.')
    return [name, { content, ending, url: `/assets/${stem}-${hash}.${ending}` }] as const
  }),
)

/** The address of a file, new whenever its content is. */
export const assetUrl = (name: AssetName) => files.get(name)?.url ?? ''

export function serveAssets(app: FastifyInstance) {
  const access = { access: 'anyone' } as const
  for (const { content, ending, url } of files.values()) {
    app.get(url, { config: access }, async (_request, reply) =>
      reply
        .header('cache-control', 'public, max-age=31536000, immutable')
        .type(kinds[ending as keyof typeof kinds])
        .send(content),
    )
  }
  serveShell(app)
}

/** What makes the portal an app on a telephone: its name, its icons, and a page for without network. */
function serveShell(app: FastifyInstance) {
  const access = { access: 'anyone' } as const
  const icon = (name: AssetName, sizes: string) => ({ src: assetUrl(name), sizes, purpose: 'any' })
  app.get('/manifest.webmanifest', { config: access }, async (_request, reply) =>
    reply.type('application/manifest+json').send(
      JSON.stringify({
        name: 'Balie',
        short_name: 'Balie',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#f6f7f5',
        theme_color: '#0e6070',
        icons: [
          icon('icon-256.png', '256x256'),
          icon('icon-512.png', '512x512'),
          icon('icon.svg', 'any'),
        ],
      }),
    ),
  )
  const worker = readFileSync(join(folder, 'service-worker.js'), 'utf8')
    .replaceAll('STYLE', assetUrl('portal.css'))
    .replaceAll('ICON', assetUrl('icon.svg'))
  app.get('/service-worker.js', { config: access }, async (_request, reply) =>
    reply.header('cache-control', 'no-cache').type(kinds.js).send(worker),
  )
}
