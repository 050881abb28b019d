import { readFileSync } from 'node:fs'
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

/** What is asked for, as a path of ours: null for anything else. */
function pathOf(address: string) {
  const url = new URL(address)
  return url.host === 'balie' ? decodeURIComponent(url.pathname) : null
}

/**
 * Serves the window's files and the pages to print; everything else is refused.
 *
 * By `registerBufferProtocol`, which Electron calls deprecated but still has in 45: its successor
 * `handle` answers through web streams, whose first use alone takes 40 ms of main's own thread
 * on a busy machine, while the window waits. Where it is gone one day, `handle` serves the same answers.
 */
export function serveApp(session: Session, folder: string, pages: PrintPages) {
  const answerTo = (address: string) => {
    const path = pathOf(address)
    if (path === null) return refused(404)
    if (path.startsWith('/print/')) return printPage(pages.get(path.slice('/print/'.length)))
    return file(folder, path === '/' ? '/index.html' : path)
  }
  if (session.protocol.registerBufferProtocol) {
    session.protocol.registerBufferProtocol('app', ({ url }, callback) => callback(answerTo(url)))
  } else {
    session.protocol.handle('app', ({ url }) => {
      const { data, statusCode, headers } = answerTo(url)
      return new Response(new Uint8Array(data), { status: statusCode, headers })
    })
  }
  // Nothing in Balie speaks to the network from a window.
  session.webRequest.onBeforeRequest((details, callback) => {
    const isOurs =
      details.url.startsWith(`${appOrigin}/`) || /^(data|blob|devtools):/.test(details.url)
    callback({ cancel: !isOurs })
  })
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  session.setPermissionCheckHandler(() => false)
}

type Served = {
  readonly statusCode: number
  readonly data: Buffer
  readonly headers: Record<string, string>
}

const refused = (statusCode: number): Served => ({ statusCode, data: Buffer.alloc(0), headers: {} })

/** Read at one go: a file of the program is small, and each turn of the loop would cost the start more. */
function file(folder: string, path: string): Served {
  const wanted = normalize(join(folder, path))
  if (!wanted.startsWith(folder + sep)) return refused(403)
  try {
    return answer(
      readFileSync(wanted),
      types[extname(wanted)] ?? 'application/octet-stream',
      windowPolicy,
    )
  } catch {
    return refused(404)
  }
}

function printPage(html: string | undefined) {
  return html ? answer(Buffer.from(html), types['.html'] ?? '', printPolicy) : refused(404)
}

function answer(data: Buffer, type: string, policy: string): Served {
  return {
    statusCode: 200,
    data,
    headers: {
      'Content-Type': type,
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
    },
  }
}
