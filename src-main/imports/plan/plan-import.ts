import { readPhone, type TypedPhone } from '#shared/families/phone-number.ts'
import type { ImportProblem, ImportSource } from '#shared/imports/import-source.ts'
import type { ImportCounts, ImportedKind } from '#shared/imports/imports-contract.ts'
import type { Day } from '#shared/platform/day.ts'
import type { Country } from '#shared/platform/language.ts'
import type { SchoolSnapshot } from '../match/school-snapshot.ts'
import { planEvents } from './plan-events.ts'
import { planGroups } from './plan-groups.ts'
import { planGuardians } from './plan-guardians.ts'
import { planHouseholds } from './plan-households.ts'
import { planPupils } from './plan-pupils.ts'
import { planStaff } from './plan-staff.ts'
import {
  addLeftOutRows,
  type Choices,
  type PlannedLine,
  type Planning,
  type Turns,
  tell,
} from './planning.ts'

export type ImportPlan = {
  readonly lines: readonly PlannedLine[]
  readonly counts: Readonly<Record<ImportedKind, ImportCounts>>
  readonly problems: readonly ImportProblem[]
}

type Wanted = {
  readonly school: SchoolSnapshot
  readonly source: ImportSource
  /** What the reader told; the comparison adds its own. */
  readonly problems: readonly ImportProblem[]
  readonly choices: Choices
  readonly today: Day
  readonly newId: () => string
}

export const noChoices: Choices = { leaveOut: new Set(), decisions: new Map() }

/**
 * What an import would do to the school: one line a record, each with its writes. Nothing is written
 * here, and the same file twice plans nothing the second time.
 */
export function* planImport({ problems, ...wanted }: Wanted): Turns<ImportPlan> {
  const readPhone = createPhoneReader(wanted.school.country)
  const planning: Planning = { ...wanted, readPhone, lines: [], problems: [], told: new Set() }
  tellOtherSchool(planning)
  addLeftOutRows(planning, problems)
  const groups = planGroups(planning)
  const pupils = yield* planPupils(planning, groups)
  const guardians = yield* planGuardians(planning, pupils)
  planHouseholds(planning, { pupils, guardians })
  planStaff(planning, groups)
  planEvents(planning)
  return {
    lines: planning.lines,
    counts: countLines(planning.lines, wanted.choices),
    problems: [...problems, ...planning.problems],
  }
}

function createPhoneReader(country: Country) {
  const known = new Map<string, TypedPhone>()
  return (typed: string) => {
    const read = known.get(typed) ?? readPhone(typed, country)
    known.set(typed, read)
    return read
  }
}

/** A line that is left out counts for nothing. */
export function countLines(lines: readonly PlannedLine[], { leaveOut }: Choices) {
  const none = { new: 0, changed: 0, unchanged: 0, doubtful: 0, refused: 0 }
  const counts: Record<ImportedKind, { -readonly [K in keyof ImportCounts]: number }> = {
    pupils: { ...none },
    guardians: { ...none },
    households: { ...none },
    groups: { ...none },
    staff: { ...none },
    events: { ...none },
  }
  for (const { line } of lines) {
    if (!leaveOut.has(line.key)) counts[line.kind][line.outcome]++
  }
  return counts
}

/** The file names a school, and it is not this one: perhaps the wrong file was picked. */
function tellOtherSchool(planning: Planning) {
  const { school, source } = planning
  const plain = (text: string) => text.replace(/[^A-Za-z0-9]/g, '').toUpperCase()
  const [own, said] = [plain(school.registrationNumber ?? ''), plain(source.schoolNumber ?? '')]
  // The number of a branch begins with that of its school.
  if (!own || !said || own.startsWith(said) || said.startsWith(own)) return
  const [first] = source.pupils
  const file = first?.place.file ?? ''
  tell(planning, 'warning', 'other-school', {
    file,
    line: null,
    field: null,
    value: source.schoolNumber,
  })
}
