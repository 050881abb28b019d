import type { FastifyInstance } from 'fastify'

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types shell',
].join('; ')

/** On every answer, also one that fails. */
export function addSecurityHeaders(app: FastifyInstance, { isSecure }: { isSecure: boolean }) {
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      // `no-referrer` would make a form's own `Origin` null, and the check of it useless.
      'referrer-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
      ...(isSecure && { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }),
    })
  })
}
