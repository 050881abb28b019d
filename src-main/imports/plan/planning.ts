import type { TypedPhone } from '#shared/families/phone-number.ts'
import type {
  ImportedKind,
  ImportProblem,
  ImportSource,
  SourceKey,
  SourcePlace,
} from '#shared/imports/import-source.ts'
import type { ImportLine } from '#shared/imports/imports-contract.ts'
import type { Day } from '#shared/platform/day.ts'
import type { WriteDb } from '../../platform/database.ts'
import { linkId } from '../../platform/ids.ts'
import { externalKeys } from '../imports-table.ts'
import type { KeyOwner, SchoolSnapshot } from '../match/school-snapshot.ts'

export type Write = (db: WriteDb) => void

/** Planning a whole school takes a second; between two records others may have the thread. */
export type Turns<Answer> = Generator<undefined, Answer, void>

/** Records planned or written between two turns. */
export const stride = 50

export type PlannedLine = {
  readonly line: ImportLine
  /** What the comparison found before anybody decided; a change of it makes a preview stale. */
  readonly found: string
  /** Nothing when the line is left out, refused, or doubtful without a decision. */
  readonly writes: readonly Write[]
}

/** What the office decided about single lines of the preview. */
export type Choices = {
  readonly leaveOut: ReadonlySet<string>
  readonly decisions: ReadonlyMap<string, string>
}

export type Planning = {
  readonly school: SchoolSnapshot
  readonly source: ImportSource
  readonly choices: Choices
  readonly today: Day
  readonly newId: () => string
  /** Remembers what it read: a family's number stands in a file several times. */
  readonly readPhone: (typed: string) => TypedPhone
  readonly lines: PlannedLine[]
  readonly problems: ImportProblem[]
  /** Keys of unknown records that were told of. */
  readonly told: Set<string>
}

/** Whom a record is. `because` is a word the screen has a sentence for. */
export type Match =
  | { readonly kind: 'known'; readonly id: string }
  | { readonly kind: 'new' }
  | { readonly kind: 'doubtful'; readonly candidates: ImportLine['candidates'] }

export const lineKey = (kind: ImportedKind, key: string) => `${kind}:${key}`

export const isLeftOut = ({ choices }: Planning, kind: ImportedKind, key: string) =>
  choices.leaveOut.has(lineKey(kind, key))

/** A doubtful record as the office decided it; null while it is undecided. */
export function decide(
  planning: Planning,
  key: string,
  match: Match,
): Exclude<Match, { kind: 'doubtful' }> | null {
  if (match.kind !== 'doubtful') return match
  const decision = planning.choices.decisions.get(key)
  if (decision === undefined) return null
  if (decision === 'new') return { kind: 'new' }
  const isOffered = match.candidates.some(({ id }) => id === decision)
  return isOffered ? { kind: 'known', id: decision } : null
}

export function tell(
  { problems }: Planning,
  severity: 'row' | 'warning',
  code: ImportProblem['code'],
  where: SourcePlace & {
    readonly field: string | null
    readonly value: string | null
    readonly kind?: ImportedKind
  },
) {
  const { file, line, field, value, kind = null } = where
  problems.push({ severity, code, kind, file, line, field, value: value?.slice(0, 60) ?? null })
}

type Described = {
  readonly kind: ImportedKind
  readonly key: string
  readonly place: SourcePlace
  readonly name: string
  readonly groupName: string | null
}

/** Adds the line of a record; what is left out is shown with its outcome and writes nothing. */
export function addLine(
  planning: Planning,
  record: Described,
  match: Match,
  plan: { readonly changes: ImportLine['changes']; readonly writes: readonly Write[] } | null,
) {
  const key = lineKey(record.kind, record.key)
  const changes = plan?.changes ?? []
  const decided = decide(planning, key, match)
  const known = changes.length > 0 ? 'changed' : 'unchanged'
  const outcome = decided === null ? 'doubtful' : decided.kind === 'new' ? 'new' : known
  planning.lines.push({
    line: {
      key,
      kind: record.kind,
      outcome,
      name: record.name,
      groupName: record.groupName,
      line: record.place.line,
      // Of somebody new or doubtful: all that the file says, so that the office can see who it is.
      changes,
      candidates: match.kind === 'doubtful' ? match.candidates : [],
    },
    found: match.kind === 'known' ? `${match.id} ${outcome}` : match.kind,
    writes: planning.choices.leaveOut.has(key) ? [] : (plan?.writes ?? []),
  })
}

type KnownOnly = Described & { readonly keys: readonly SourceKey[] }

/**
 * A record that may only change somebody known, of somebody who is not. A delta's user without a
 * role stands in the file as pupil, staff and guardian at once: one of them tells it, and none when
 * the key is known elsewhere. Answers whether it was told.
 */
export function refuseUnknown(planning: Planning, record: KnownOnly, field: string): boolean {
  const isKnown = (['pupils', 'staff', 'guardians'] as const).some(
    (table) => ownersOf(planning, table, record.keys).length > 0,
  )
  if (isKnown || planning.told.has(record.key)) return false
  planning.told.add(record.key)
  const where = { ...record.place, kind: record.kind, field, value: record.key }
  tell(planning, 'row', 'key-dangling', where)
  addRefusedLine(planning, record)
  return true
}

function addRefusedLine(planning: Planning, { kind, key, place, name, groupName }: Described) {
  const line = {
    key: lineKey(kind, key),
    kind,
    outcome: 'refused',
    name,
    groupName,
    line: place.line,
    changes: [],
    candidates: [],
  } as const
  planning.lines.push({ line, found: 'refused', writes: [] })
}

/** A line for each record that the reader has left out already. */
export function addLeftOutRows(planning: Planning, problems: readonly ImportProblem[]) {
  for (const [index, { severity, kind, file, line, value }] of problems.entries()) {
    if (severity !== 'row' || kind === null) continue
    const name = value ?? file
    addRefusedLine(planning, {
      kind,
      // Other than any key of a reader: a table without keys numbers its rows.
      key: `left out ${index}`,
      place: { file, line },
      name,
      groupName: null,
    })
  }
}

/** Remembers by which keys the other system knows this row; nothing when all are known. */
export function keyWrites(
  { school }: Planning,
  ownerTable: KeyOwner,
  ownerId: string,
  keys: readonly SourceKey[],
): Write[] {
  return keys
    .filter(({ source, value }) => school.ownerOf(ownerTable, source, value) !== ownerId)
    .map(({ source, value }) => (db) => {
      const id = linkId('externalKeys', ownerTable, source, value)
      db.save(externalKeys, { id, ownerTable, ownerId, source, value })
    })
}

/** The row that one of the keys stands for; the keys may disagree, which is doubtful. */
export function ownersOf(
  { school }: Planning,
  table: KeyOwner,
  keys: readonly SourceKey[],
): string[] {
  const owners = keys.flatMap(({ source, value }) => school.ownerOf(table, source, value) ?? [])
  return [...new Set(owners)]
}
