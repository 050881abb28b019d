import { join } from 'node:path'
import type { Country } from '#shared/platform/language.ts'

/** Where everything lies on this computer. Names of files say nothing about people. */
export function deskFiles(userData: string) {
  const school = join(userData, 'school')
  const practice = join(userData, 'practice')
  return {
    look: join(userData, 'look.json'),
    schoolFolder: school,
    schoolFile: join(school, 'school.db'),
    keySlots: join(school, 'keyslots.json'),
    /** A folder of its own: a practice school can never be taken for the real one. */
    practiceFolder: practice,
    practiceFile: (country: Country, pupils: number | null) =>
      join(practice, pupils === null ? `${country}.db` : `${country}-${pupils}.db`),
  }
}
export type DeskFiles = ReturnType<typeof deskFiles>
