import { feedIdOf } from '#shared/calendar/calendar-feed.ts'

/** A secret for an address and the id of its row. Made here, so that nothing but the screen has it. */
export async function newSecret(): Promise<{ readonly secret: string; readonly id: string }> {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  const secret = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))
  return { secret, id: feedIdOf(new Uint8Array(digest)) }
}
