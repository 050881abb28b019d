import { createTransport, type Transporter } from 'nodemailer'
import { type ClaimedMail, claimMail, closeMail, keepFailure, mailChannel } from './mail-queue.ts'
import { hour, minute, type PortalParts } from './portal-parts.ts'

/** How long to wait after each try; a mail server that is away for a day loses nothing. */
const waits = [minute, 5 * minute, 30 * minute, 2 * hour, 6 * hour, 12 * hour, 12 * hour]
const lookEvery = 30_000

export type MailSettings = { readonly url: string; readonly from: string }

/** Told what became of a mail: null when it went, else why it never will. */
export type OnMailSettled = (mail: ClaimedMail, failure: string | null) => Promise<void>

/** Sends what waits in the queue, as often as somebody puts a letter in it. */
export async function startMailSender(
  parts: PortalParts,
  settings: MailSettings,
  onSettled: OnMailSettled,
) {
  const transport = createTransport(settings.url, {
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  let sending: Promise<unknown> = Promise.resolve()
  const send = () => {
    sending = sending
      .then(() => sendWaitingMails(parts, transport, settings.from, onSettled))
      .catch(() => {})
  }
  const stopHearing = await parts.database.listen(mailChannel, send)
  const timer = setInterval(send, lookEvery)
  send()
  return async () => {
    clearInterval(timer)
    await stopHearing()
    await sending
    transport.close()
  }
}

/** Sends until nothing waits any more; answers how many went. */
export async function sendWaitingMails(
  parts: PortalParts,
  transport: Transporter,
  from: string,
  onSettled: OnMailSettled = async () => {},
) {
  let sent = 0
  for (;;) {
    const mail = await claimMail(parts)
    if (!mail) return sent
    const failure = await trySending(parts, transport, from, mail)
    if (failure) await keepFailure(parts, mail, failure)
    else {
      await closeMail(parts, mail)
      sent++
    }
    if (failure?.againInMillis == null) await onSettled(mail, failure?.failure ?? null)
  }
}

const smsTo = 'sms:'

async function trySending(
  { sms }: Pick<PortalParts, 'sms'>,
  transport: Transporter,
  from: string,
  { id, tries, letter }: ClaimedMail,
) {
  try {
    if (letter.to.startsWith(smsTo)) {
      if (!sms) return { failure: 'no-gateway', againInMillis: null }
      await sms.send(letter.to.slice(smsTo.length), letter.text)
      return null
    }
    await transport.sendMail({
      ...letter,
      from,
      // The same at each try, so that a server that did get it before a crash knows it again.
      messageId: `<${id}@${new URL(`mail://${from.split('@').at(-1)?.replace(/[>\s]/g, '')}`).host}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    return null
  } catch (error) {
    const { responseCode, code } = Object(error)
    const isFinal = Number(responseCode) >= 500
    const failure = String(responseCode ?? code ?? 'unknown')
    return { failure, againInMillis: isFinal ? null : (waits[tries - 1] ?? null) }
  }
}
