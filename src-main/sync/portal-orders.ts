import { createPublicKey, verify } from 'node:crypto'

/** Whether the school's portal signed this text: by the key that was pinned when this desk joined. */
export function isSignedByPortal(text: string, signature: string, portalKey: string): boolean {
  try {
    const der = Buffer.from(portalKey, 'base64')
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}
