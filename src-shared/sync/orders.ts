/**
 * The texts that the portal signs and a desk checks with the key it pinned. Each names its kind first,
 * so that a signature for one thing is none for another.
 */
export const leaseText = (device: string, until: number) => `lease ${device} ${until}`
export const dropText = (device: string, scope: string, version: number) =>
  `drop ${device} ${scope} ${version}`
export const wipeText = (device: string, nonce: string) => `wipe ${device} ${nonce}`
/** What a desk signs with its own key: that it is itself, and that it has wiped itself. */
export const sessionText = (device: string, nonce: string) => `session ${device} ${nonce}`
export const wipedText = (device: string, nonce: string) => `wiped ${device} ${nonce}`
