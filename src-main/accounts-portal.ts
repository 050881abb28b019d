import { codeSha, letterCode, type Portal } from './accounts/code-signs.ts'
import type { LetterPortal } from './overviews/print-job.ts'
import type { SchoolDatabase } from './platform/open-database.ts'
import { createSyncState } from './sync/sync-state.ts'

/** Nobody's: the practice school shows letters as a school with a portal would have them. */
const practice: Portal = {
  url: 'https://portaal.voorbeeld.example',
  key: Buffer.from('the practice school has no secrets'),
  isPractice: true,
}

/** Where guardians go, and what letters are made with; null before the school has a portal. */
export function portalOf({ sqlite }: SchoolDatabase, isPractice: boolean): Portal | null {
  const state = createSyncState(sqlite)
  const url = state.get('portalUrl')
  if (!url) return isPractice ? practice : null
  const key = state.get('schoolKey')
  return { url, key: key ? Buffer.from(key, 'base64') : null }
}

/** For the printing centre: the code of a letter, when it is still the one that the portal was told. */
export function letterPortalOf(portal: Portal | null): LetterPortal | null {
  if (!portal) return null
  const { key, url, isPractice } = portal
  return {
    url,
    codeOf({ id, sha }, schoolId) {
      const code = key && letterCode(key, id)
      return code && (isPractice || codeSha(schoolId, code) === sha) ? code : null
    },
  }
}
