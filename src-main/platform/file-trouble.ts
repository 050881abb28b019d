import { NewerFile } from './migrate.ts'

/** Why the school's file cannot be used; each has a screen with a sentence and a next step. */
export type FileTrouble =
  | 'key-wrong'
  | 'file-damaged'
  | 'file-newer'
  | 'file-read-only'
  | 'disk-full'
  | 'file-in-use'

/** What an error of SQLite or of the disk means to the office; null for a bug of ours. */
export function fileTroubleOf(error: unknown): FileTrouble | null {
  if (error instanceof NewerFile) return 'file-newer'
  const code = codeOf(error) ?? (error instanceof Error && error.cause ? codeOf(error.cause) : null)
  if (!code) return null
  if (/^(SQLITE_FULL|ENOSPC|SQLITE_IOERR_(SHMSIZE|WRITE|TRUNCATE))/.test(code)) return 'disk-full'
  if (/^(SQLITE_READONLY|SQLITE_CANTOPEN|EACCES|EROFS|EPERM|SQLITE_IOERR_SHMOPEN)/.test(code)) {
    return 'file-read-only'
  }
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'file-in-use'
  if (/^SQLITE_(NOTADB|CORRUPT|IOERR)/.test(code)) return 'file-damaged'
  return null
}

function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}
