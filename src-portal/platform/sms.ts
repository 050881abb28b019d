/**
 * Sends a short text to a telephone. Balie knows no provider: whoever runs the portal gives the
 * address of a gateway that takes `{ to, text }` as JSON.
 */
export type SmsSender = { send(to: string, text: string): Promise<void> }

export function createSmsGateway(url: string, token: string | undefined): SmsSender {
  return {
    async send(to, text) {
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ to, text }),
        signal: AbortSignal.timeout(10_000),
      })
      // The number stays out of the message, and so out of the log.
      if (!answer.ok) throw new Error(`The SMS gateway answered ${answer.status}.`)
    },
  }
}
