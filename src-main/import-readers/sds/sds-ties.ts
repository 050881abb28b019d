import type { Problems } from '../problems.ts'
import type { SdsTables } from './sds-tables.ts'

/** Guardians by pupil and the other way round, of those whom the format calls parent or guardian. */
export type Ties = {
  readonly guardiansOf: ReadonlyMap<string, ReadonlySet<string>>
  readonly guardians: ReadonlySet<string>
  /** Those who are called a parent by at least one tie. */
  readonly parents: ReadonlySet<string>
}

/** A relative, a doctor or an aide is no guardian; version 1 leaves the role empty for `other`. */
export function readTies(tables: SdsTables, problems: Problems): Ties {
  const guardiansOf = new Map<string, Set<string>>()
  const guardians = new Set<string>()
  const parents = new Set<string>()
  for (const row of tables.rows('ties')) {
    const pupil = row.value('pupil').text
    const guardian = guardianKey(tables, row.value('guardian').text)
    const { text: role, ...where } = row.value('role')
    const missing = pupil === '' ? 'pupil' : guardian === '' ? 'guardian' : null
    if (missing) problems.leaveOut('value-missing', row.value(missing))
    else if (!/^(parent|guardian)$/i.test(role)) {
      const code = role === '' ? 'role-unclear' : 'role-skipped'
      problems.leaveOut(code, { ...where, value: role })
    } else {
      guardiansOf.set(pupil, (guardiansOf.get(pupil) ?? new Set()).add(guardian))
      guardians.add(guardian)
      if (/^parent$/i.test(role)) parents.add(guardian)
    }
  }
  return { guardiansOf, guardians, parents }
}

/** Version 1 knows its guardians by their mail address. */
export const guardianKey = ({ version }: Pick<SdsTables, 'version'>, text: string) =>
  version === '1' ? text.toLowerCase() : text
