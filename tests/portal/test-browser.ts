import type { FastifyInstance, LightMyRequestResponse } from 'fastify'

export type TestBrowser = ReturnType<typeof aBrowser>

/** A browser without script: keeps cookies, sends the hidden token of the page it last looked at. */
export function aBrowser(app: FastifyInstance, { ip = '192.0.2.1', language = 'en' } = {}) {
  const jar = new Map<string, string>()
  let page = ''

  async function send(method: 'GET' | 'POST', url: string, fields?: Record<string, string>) {
    const answer = await app.inject({
      method,
      url,
      remoteAddress: ip,
      headers: {
        'accept-language': language,
        'user-agent': 'Mozilla/5.0 (Android 15) Firefox/140.0',
        ...(jar.size > 0 && {
          cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        }),
        ...(fields && {
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
        }),
      },
      ...(fields && { payload: new URLSearchParams(fields).toString() }),
    })
    for (const { name, value, maxAge } of answer.cookies) {
      if (value === '' || maxAge === 0) jar.delete(name)
      else jar.set(name, value)
    }
    if (answer.headers['content-type']?.toString().startsWith('text/html')) page = answer.body
    return answer
  }

  async function follow(answer: LightMyRequestResponse): Promise<LightMyRequestResponse> {
    const { location } = answer.headers
    return location ? follow(await send('GET', location)) : answer
  }

  return {
    jar,
    page: () => page,
    get: (url: string) => send('GET', url),
    visit: async (url: string) => follow(await send('GET', url)),
    /** Fills in the form of the page that is open. */
    async fill(url: string, fields: Record<string, string>) {
      const form = /name="form" value="([^"]+)"/.exec(page)?.[1] ?? ''
      return follow(await send('POST', url, { form, ...fields }))
    },
    post: (url: string, fields: Record<string, string>) => send('POST', url, fields),
  }
}
