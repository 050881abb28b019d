import type { Language } from '#shared/platform/language.ts'

/**
 * A link of another feature on the start pages, as `portal.ts` hands it in: features do not know of
 * each other.
 */
export type Corner = {
  /** Null on the page of all children when it is about one child only, and the other way round. */
  readonly path: (linkId: string | null) => string | null
  readonly title: (language: Language) => string
  readonly lead: (language: Language) => string
}
