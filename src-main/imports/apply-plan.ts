import type { ImportRefusal, ImportReport } from '#shared/imports/imports-contract.ts'
import type { Progress } from '#shared/platform/contract.ts'
import { ok, type Result, refuse } from '#shared/platform/result.ts'
import type { Context, WriteDb } from '../platform/database.ts'
import { importReports } from './imports-table.ts'
import { readSnapshot } from './match/school-snapshot.ts'
import { noChoices, planImport } from './plan/plan-import.ts'
import type { Choices, PlannedLine } from './plan/planning.ts'
import type { Reading } from './read-files.ts'

type Wanted = {
  readonly reading: Extract<Reading, { readonly ok: true }>
  readonly previewed: ReadonlyMap<string, string>
  readonly fileNames: readonly string[]
  readonly choices: Choices
  readonly context: Context
}

/** Records between two words about progress, which also let a cancel through. */
const stride = 50

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
  yield { done: 0, total: 0 }
  const seen = planImport({ ...wanted, choices: noChoices })
  if (isStale(seen.lines, previewed, choices)) return refuse('import.stale')

  const plan = planImport({ ...wanted, choices })
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
    counts: plan.counts,
    problems: plan.problems.slice(0, mostProblems),
    actionId: db.actionId,
  }
  db.save(importReports, { ...report, staffId: context.staffId })
  return ok({ ...report, staffName: context.staffName })
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

/** Order matters: a household asks for guardians that the same import has made. */
function inOrder(lines: readonly PlannedLine[]): PlannedLine[] {
  const order = ['groups', 'staff', 'pupils', 'guardians', 'households']
  return lines.toSorted((a, b) => order.indexOf(a.line.kind) - order.indexOf(b.line.kind))
}
