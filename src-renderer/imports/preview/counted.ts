import {
  type ImportCounts,
  type ImportedKind,
  importedKinds,
} from '#shared/imports/imports-contract.ts'

export const outcomes = ['new', 'changed', 'unchanged', 'doubtful', 'refused'] as const
export type Outcome = (typeof outcomes)[number]

/** Kinds of which a file says anything. */
export const countedKinds = (
  counts: Readonly<Record<ImportedKind, ImportCounts>>,
): readonly ImportedKind[] =>
  importedKinds.filter((kind) => outcomes.some((outcome) => (counts[kind]?.[outcome] ?? 0) > 0))
