import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { escapeHtml } from '#shared/platform/escape-html.ts'

/** Takes every mail, sends none on, and shows them on a page of its own. For practice alone. */
export async function startMailCatcher(port: number) {
  const mails: string[] = []
  const smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part) => parts.push(part))
      stream.on('end', () => {
        mails.unshift(Buffer.concat(parts).toString('utf8'))
        done()
      })
    },
  })
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
  const pages = http.createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(showMails(mails))
  })
  await new Promise<void>((resolve) => pages.listen(port, '127.0.0.1', resolve))
  const smtpPort = (smtp.server.address() as AddressInfo).port
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    url: `http://127.0.0.1:${(pages.address() as AddressInfo).port}`,
    stop() {
      pages.close()
      smtp.close()
    },
  }
}

function showMails(mails: readonly string[]) {
  const shown = mails.map((mail) => {
    const subject = /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(mail)?.[1] ?? ''
    const [, part = ''] = mail.split(textPart)
    const text = escapeHtml(readQuotedPrintable(part.split(/\r\n--/)[0] ?? ''))
    const linked = text.replace(/https?:\/\/\S+/g, (link) => `<a href="${link}">${link}</a>`)
    return `<article><h2>${escapeHtml(readEncodedWords(subject))}</h2><pre>${linked}</pre></article>`
  })
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="5"><title>Mail</title>
<style>body{font:16px sans-serif;max-width:44rem;margin:2rem auto}pre{white-space:pre-wrap;overflow-wrap:anywhere}</style>
<h1>Mail</h1>${shown.join('<hr>') || '<p>No mail yet.</p>'}`
}

const textPart = /Content-Type: text\/plain[\s\S]*?\r\n\r\n/

function readQuotedPrintable(text: string) {
  const joined = text.replace(/=\r?\n/g, '')
  const bytes = joined.replace(/=([0-9A-F]{2})/g, (_all, hex) =>
    String.fromCharCode(parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

const readEncodedWords = (text: string) =>
  text.replace(/=\?UTF-8\?Q\?(.*?)\?=/gi, (_all, word) =>
    readQuotedPrintable(word.replaceAll('_', ' ')),
  )
