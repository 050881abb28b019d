import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol, type Session } from 'electron'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

// Mantine writes styles into the page; nothing else may come from anywhere but the program itself.
const windowPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** A page to print runs no script at all. */
const printPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src 'self'"

export const appOrigin = 'app://balie'

/** Must run before the app is ready. */
export function registerAppScheme() {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

/** Pages waiting to be printed, by id: they never touch the disk. */
export type PrintPages = Map<string, string>

/** Serves the window's files and the pages to print; everything else is refused. */
export function serveApp(session: Session, folder: string, pages: PrintPages) {
  session.protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    if (url.host !== 'balie') return new Response(null, { status: 404 })
    const path = decodeURIComponent(url.pathname)
    if (path.startsWith('/print/')) return printPage(pages.get(path.slice('/print/'.length)))
    return file(folder, path === '/' ? '/index.html' : path)
  })
  // Nothing in Balie speaks to the network from a window.
  session.webRequest.onBeforeRequest((details, callback) => {
    const isOurs =
      details.url.startsWith(`${appOrigin}/`) || /^(data|blob|devtools):/.test(details.url)
    callback({ cancel: !isOurs })
  })
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  session.setPermissionCheckHandler(() => false)
}

async function file(folder: string, path: string) {
  const wanted = normalize(join(folder, path))
  if (!wanted.startsWith(folder + sep)) return new Response(null, { status: 403 })
  try {
    const bytes = await readFile(wanted)
    return answer(
      new Uint8Array(bytes),
      types[extname(wanted)] ?? 'application/octet-stream',
      windowPolicy,
    )
  } catch {
    return new Response(null, { status: 404 })
  }
}

function printPage(html: string | undefined) {
  return html
    ? answer(html, types['.html'] ?? '', printPolicy)
    : new Response(null, { status: 404 })
}

function answer(body: string | Uint8Array<ArrayBuffer>, type: string, policy: string) {
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
