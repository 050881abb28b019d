import type { Problems } from '../problems.ts'
import { createCollection, type Part, textOf } from './part.ts'

/** What one object says about two others. */
export type Tie<Ends extends string> = Readonly<Record<Ends, string>> & { readonly part: Part }

/** Everything the files say, whichever of the two forms they have. */
export type Register = ReturnType<typeof createRegister>

export function createRegister(problems: Problems, { isWhole }: { readonly isWhole: boolean }) {
  return {
    /** The tables are everything at once; pages may hold what changed and nothing around it. */
    isWhole,
    persons: createCollection('pupils', problems),
    groups: createCollection('groups', problems),
    duties: createCollection('staff', problems),
    organisations: createCollection(null, problems),
    enrolments: [] as Tie<'person'>[],
    memberships: [] as Tie<'person' | 'group'>[],
    responsibles: [] as Tie<'pupil' | 'guardian'>[],
    /** A duty in a group: `role` is empty where it teaches there. */
    tasks: [] as Tie<'duty' | 'group' | 'role'>[],
    deleted: [] as { readonly kind: string; readonly id: string; readonly file: string }[],
    /** The last day of which the files know: no export is older than what it says was changed. */
    changedOn: '',
  }
}

/** Remembers when an object was changed, `meta.modified` or `meta.created`. */
export function noteChange(register: Register, meta: readonly Part[]) {
  for (const part of meta) {
    for (const name of ['modified', 'created']) {
      const [day = ''] = /^\d{4}-\d\d-\d\d/.exec(textOf(part, name)) ?? []
      if (day > register.changedOn) register.changedOn = day
    }
  }
}

/** Whether something ended before the files were made; unknown is not over. */
export const isOver = ({ changedOn }: Register, part: Part) => {
  const [end = ''] = /^\d{4}-\d\d-\d\d/.exec(textOf(part, 'endDate')) ?? []
  return end !== '' && end < changedOn
}
