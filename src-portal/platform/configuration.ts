import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65_535)
const flag = z.enum(['0', '1']).transform((text) => text === '1')

/** What the portal is told by its environment; nothing else decides where it listens and stores. */
const Environment = z.object({
  /** PostgreSQL 15 or later. Without it PGlite keeps the data in `DATA_FOLDER`. */
  DATABASE_URL: z.string().optional(),
  DATA_FOLDER: z.string().min(1).default('portal-data'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(8080),
  /** The address that guardians and desks use; links in mail begin with it. */
  PUBLIC_URL: z.url().optional(),
  /** `smtp://user:password@host:587`. Without it mail waits in the queue. */
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().min(3).default('Balie <noreply@example.org>'),
  /** A gateway that takes `{ to, text }` as JSON. Without it codes by SMS are not offered. */
  SMS_URL: z.url().optional(),
  SMS_TOKEN: z.string().optional(),
  /** 1 when a proxy in front sets `X-Forwarded-For` and ends TLS. */
  TRUST_PROXY: flag.default(false),
  TLS_CERTIFICATE: z.string().optional(),
  TLS_KEY: z.string().optional(),
  /** 32 bytes in base64: seals health data and secrets of second factors in the database. */
  PORTAL_KEY: z.string().optional(),
})

export type Configuration = z.output<typeof Environment> & { readonly publicUrl: string }

/** Reads the environment; the error names every variable that is wrong, never its value. */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>) {
  const read = Environment.safeParse(environment)
  if (!read.success) {
    const names = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    throw new Error(`The portal's settings are not right. ${names.join('; ')}`)
  }
  const { HOST, PORT, PUBLIC_URL, TLS_KEY } = read.data
  const scheme = TLS_KEY ? 'https' : 'http'
  const publicUrl = (PUBLIC_URL ?? `${scheme}://${HOST}:${PORT}`).replace(/\/$/, '')
  return { ...read.data, publicUrl } satisfies Configuration
}
