import type { ImportRefusal, ImportReport } from '#shared/imports/imports-contract.ts'
import type { Progress } from '#shared/platform/contract.ts'
import { ok, type Result, refuse } from '#shared/platform/result.ts'
import type { Context, WriteDb } from '../platform/database.ts'
import { importReports } from './imports-table.ts'
import { readSnapshot } from './match/school-snapshot.ts'
import { countLines, noChoices, planImport } from './plan/plan-import.ts'
import { type Choices, type PlannedLine, stride, type Turns } from './plan/planning.ts'
import type { Reading } from './read-files.ts'

type Wanted = {
  readonly reading: Extract<Reading, { readonly ok: true }>
  readonly previewed: ReadonlyMap<string, string>
  readonly fileNames: readonly string[]
  readonly choices: Choices
  readonly context: Context
}

/** How far a job is while nobody can say. */
const unknown: Progress = { done: 0, total: 0 }

/** Problems kept with a report; the screen had all of them. */
const mostProblems = 500

/**
 * Writes what the office saw and chose. The school is compared again first: somebody may have changed
 * it since the preview, and nobody gets what they did not see.
 */
export function* applyPlan(
  db: WriteDb,
  { reading, previewed, fileNames, choices, context }: Wanted,
): Generator<Progress, Result<ImportReport, ImportRefusal>, void> {
  const { source, problems } = reading
  const { today, newId } = context
  const wanted = { school: readSnapshot(db), source, problems, today, newId }
  yield unknown
  const seen = yield* inTurns(planImport({ ...wanted, choices: noChoices }))
  if (isStale(seen.lines, previewed, choices)) return refuse('import.stale')

  const isAsSeen = choices.leaveOut.size === 0 && choices.decisions.size === 0
  const plan = isAsSeen ? seen : yield* inTurns(planImport({ ...wanted, choices }))
  const lines = inOrder(plan.lines)
  for (const [index, { writes }] of lines.entries()) {
    for (const write of writes) write(db)
    if (index % stride === stride - 1) yield { done: index + 1, total: lines.length }
  }
  const [name = ''] = fileNames
  db.describe(fileNames.length > 1 ? (name.split('/')[0] ?? name) : name)
  const report = {
    id: newId(),
    at: context.now,
    format: source.format,
    fileNames: fileNames.slice(0, 50),
    counts: countLines(plan.lines.filter(wasDone), choices),
    problems: plan.problems.slice(0, mostProblems),
    actionId: db.actionId,
  }
  db.save(importReports, { ...report, staffId: context.staffId })
  return ok({ ...report, staffName: context.staffName })
}

function* inTurns<Answer>(turns: Turns<Answer>): Generator<Progress, Answer, void> {
  for (;;) {
    const turn = turns.next()
    if (turn.done) return turn.value
    yield unknown
  }
}

/** Whether a line that was chosen would now do something else than the office saw. */
function isStale(
  lines: readonly PlannedLine[],
  previewed: ReadonlyMap<string, string>,
  { leaveOut }: Choices,
) {
  return lines.some(
    ({ line, found }) => !leaveOut.has(line.key) && previewed.get(line.key) !== found,
  )
}

/** New and changed are those that were written: the parents of a pupil who stayed out were not. */
const wasDone = ({ line: { outcome }, writes }: PlannedLine) =>
  writes.length > 0 || (outcome !== 'new' && outcome !== 'changed')

/** Order matters: a household asks for guardians that the same import has made. */
function inOrder(lines: readonly PlannedLine[]): PlannedLine[] {
  const order = ['groups', 'staff', 'pupils', 'guardians', 'households']
  return lines.toSorted((a, b) => order.indexOf(a.line.kind) - order.indexOf(b.line.kind))
}
